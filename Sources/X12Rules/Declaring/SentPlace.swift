internal import X12Grammar
internal import X12Text

/// A loop or segment of a guide, as it is written: `2320`, `2400 SV5`, `2300 REF F8`.
///
/// A segment that several of its kind stand beside has the code that tells it behind it; without a code all of them are
/// meant.
public struct SentPlace: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it is written.
    public let description: String

    /// A place as it is written.
    public init(stringLiteral text: String) { description = text }

    /// The indices of the guide's segments that are meant: all of a loop's own, or those of the name.
    func segments(in guide: Guide) -> [Int] {
        let parts = description.split(separator: " ")
        return guide.segments.indices.filter { index in
            let segment = guide.segments[index]
            guard guide.loops[segment.loop].identifier == parts[0] else { return false }
            if parts.count > 1, segment.identifier.description != parts[1] { return false }
            guard parts.count > 2 else { return true }
            return segment.discriminator?.values.contains(String(parts[2])) ?? false
        }
    }
}
