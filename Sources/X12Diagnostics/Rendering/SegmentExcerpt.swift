/// The segment a finding is about, as it was sent, for printing with a mark under the place.
public struct SegmentExcerpt: Sendable {
    /// The segment's bytes, terminator excluded.
    public let bytes: [UInt8]
    /// The separators of the interchange.
    public let delimiters: Delimiters

    /// Creates an excerpt of a segment's bytes, terminator excluded.
    public init(_ bytes: [UInt8], _ delimiters: Delimiters) {
        self.bytes = bytes
        self.delimiters = delimiters
    }

    /// The bytes that separate; as learned from ISA.
    public struct Delimiters: Sendable {
        let element: UInt8
        let component: UInt8
        let repetition: UInt8?
        let terminator: UInt8

        /// Creates the separators; a 4010 envelope has none for repetitions.
        public init(element: UInt8, component: UInt8, repetition: UInt8?, terminator: UInt8) {
            self.element = element
            self.component = component
            self.repetition = repetition
            self.terminator = terminator
        }
    }

    /// The most columns an excerpt takes; of a longer segment, the part around the place is shown.
    static let widest = 100

    /// The line to show, without a mark.
    public func line(at location: Location) -> String { lines(at: location).text }

    /// The line to show and the column, from 0, to put the mark under.
    func lines(at location: Location) -> (text: String, column: Int) {
        let offset = offset(of: location)
        var start = 0
        var end = bytes.count
        if bytes.count > Self.widest {
            start = Swift.max(0, Swift.min(offset - Self.widest / 2, bytes.count - Self.widest))
            end = start + Self.widest
            // A character of several bytes is not cut; none has more than three behind its first.
            let (first, last) = (Swift.max(0, start - 3), Swift.min(bytes.count, end + 3))
            while start > first, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            while end < last, bytes[end] & 0xC0 == 0x80 { end += 1 }
        }
        let before = Self.text(bytes[start..<offset])
        var text = before + Self.text(bytes[offset..<end])
        let lead = start > 0 ? "..." : ""
        if end < bytes.count {
            text += "..."
        } else if 0x21..<0x7F ~= delimiters.terminator {
            text.unicodeScalars.append(Unicode.Scalar(delimiters.terminator))
        }
        return (lead + text, lead.count + before.count)
    }

    /// Where the place starts in ``bytes``; their end when the segment stops before it.
    private func offset(of location: Location) -> Int {
        guard var start = skip(location.element, of: delimiters.element, from: 0, upTo: []) else {
            return bytes.count
        }
        // ISA11 and ISA16 hold separators as data, so ISA has no components or repetitions.
        guard !bytes.starts(with: "ISA".utf8) else { return start }
        if let separator = delimiters.repetition, location.repetition > 1 {
            let stops = [delimiters.element]
            guard let next = skip(location.repetition - 1, of: separator, from: start, upTo: stops) else {
                return start
            }
            start = next
        }
        guard location.component > 1 else { return start }
        let stops = [delimiters.element] + (delimiters.repetition.map { [$0] } ?? [])
        return skip(location.component - 1, of: delimiters.component, from: start, upTo: stops) ?? start
    }

    /// The offset behind the `count`th separator from `start` on, unless one of `stops` comes before it.
    private func skip(_ count: Int, of separator: UInt8, from start: Int, upTo stops: [UInt8]) -> Int? {
        var left = count
        var index = start
        while left > 0 {
            guard index < bytes.count, !stops.contains(bytes[index]) else { return nil }
            if bytes[index] == separator { left -= 1 }
            index += 1
        }
        return index
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        FindingWording.printable(String(decoding: bytes, as: UTF8.self))
    }
}
