internal import X12Diagnostics

/// A place in a transaction set as profiles write it: `2010BB/NM1[PR].09`, `2300/CLM.05-3`, `ISA.06`, `2000C`.
///
/// Without a loop it is a segment of the envelope or of the set's outermost loop; without a segment it is the loop.
public struct ProfilePath: Hashable, Sendable, CustomStringConvertible {
    /// The loop's identifier; empty for the envelope and the outermost loop.
    public var loop = ""
    /// The segment's identifier; empty for a whole loop.
    public var segment = ""
    /// The code that tells the segment from its siblings (its first or second element); empty for any.
    public var code = ""
    /// The element, from 1; 0 for the whole segment.
    public var element = 0
    /// The component, from 1; 0 for the whole element.
    public var component = 0

    /// Reads a path; `nil` when the text is none.
    public init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        if let slash = rest.firstIndex(of: "/") {
            loop = String(rest[..<slash])
            rest = rest[rest.index(after: slash)...]
            guard Self.isLoop(loop) else { return nil }
        } else if Self.isLoop(rest) {
            loop = String(rest)
            return
        }
        segment = String(rest.prefix { $0.isUppercase || $0.isNumber })
        rest = rest.dropFirst(segment.count)
        guard (2...3).contains(segment.count) else { return nil }
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            code = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            guard !code.isEmpty else { return nil }
        }
        guard !rest.isEmpty else { return }
        guard rest.first == "." else { return nil }
        let numbers = rest.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(numbers.count), let element = Int(numbers[0]), element > 0 else { return nil }
        self.element = element
        guard numbers.count == 2 else { return }
        guard let component = Int(numbers[1]), component > 0 else { return nil }
        self.component = component
    }

    /// Whether it stands in the envelope, outside of any transaction set.
    package var isOfEnvelope: Bool { loop.isEmpty && (segment == "ISA" || segment == "GS") }

    /// A loop's identifier begins with four digits.
    private static func isLoop(_ text: some StringProtocol) -> Bool {
        text.count >= 4 && text.prefix(4).allSatisfy(\.isNumber)
    }

    /// The path as it is written.
    public var description: String {
        var text = loop
        if !segment.isEmpty {
            if !text.isEmpty { text += "/" }
            text += segment
            if !code.isEmpty { text += "[\(code)]" }
        }
        if element > 0 { text += "." + String(element, digits: 2) }
        if component > 0 { text += "-\(component)" }
        return text
    }
}
