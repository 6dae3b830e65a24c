internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// A loop or segment of a guide, as it is written: `2320`, `2400 SV5`, `2300 REF F8`.
///
/// Outside of loops the set stands for the loop: `835 BPR`. A segment that several of its kind stand beside has the code
/// that tells it behind it; without a code all of them are meant.
public struct SentPlace: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it is written.
    public let description: String

    /// The loop's identifier.
    let loop: String
    /// The segment's identifier; empty where all of the loop's own segments are meant.
    let identifier: String
    /// The code that tells the segment from others of its kind; empty where all of them are meant.
    let code: String

    /// A place as it is written.
    public init(stringLiteral text: String) {
        description = text
        let parts = text.parts(between: UInt8(ascii: " ")).filter { !$0.isEmpty }
        loop = parts.first ?? ""
        identifier = parts.count > 1 ? parts[1] : ""
        code = parts.count > 2 ? parts[2] : ""
    }

    /// The indices of the guide's segments that are meant: all of a loop's own, or those of the name.
    func segments(in guide: Guide) -> [Int] {
        let wanted = SegmentIdentifier(identifier)
        return guide.loops.filter { $0.identifier == loop }.flatMap(\.segments).filter { index in
            if identifier.isEmpty { return true }
            guard guide.segments[index].identifier == wanted else { return false }
            return code.isEmpty || guide.segments[index].discriminator?.values.contains(code) ?? false
        }
    }
}
