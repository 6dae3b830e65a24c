internal import X12Diagnostics
internal import X12Grammar
internal import X12Specs
internal import X12Text

/// What `x12 explain` prints of a segment or of one of its elements: `HI`, `CLM05`, `CLM05-3`.
enum SegmentPages {
    /// The page of a segment of the base standard, or of an element of one; `nil` for another word.
    static func page(_ word: String) -> String? {
        if let segment = X12Specs.dictionary.segment(SegmentIdentifier(word)), word.utf8.count <= 3 {
            return text(of: segment)
        }
        return slot(at: word).map { text(of: $0, at: word) }
    }

    /// The position of a segment or composite that a word names (`CLM05`, `CLM05-3`); `nil` where there is none.
    static func slot(at place: String) -> ElementSlot? {
        guard let match = place.wholeMatch(of: /([A-Z][A-Z0-9]{1,2})(\d\d)(?:-(\d{1,2}))?/),
            let position = Int(match.2),
            let slot = X12Specs.dictionary.slot(position, of: SegmentIdentifier(match.1))
        else { return nil }
        guard let component = match.3.flatMap({ Int($0) }) else { return slot }
        let components = X12Specs.dictionary.composite(slot.dataElement)?.elements ?? []
        return components.indices.contains(component - 1) ? components[component - 1] : nil
    }

    private static func text(of segment: SegmentDefinition) -> String {
        var text = "\(segment.identifier)  \(segment.name), a segment\n"
        for (set, loops) in uses(of: segment.identifier) {
            text += "  in \(padded(set, 8))  \(loops.joined(separator: ", "))\n"
        }
        for (index, slot) in segment.elements.enumerated() {
            text += "  \(padded(segment.identifier + String(index + 1, digits: 2), 11))  \(words(of: slot))\n"
        }
        return text
    }

    private static func text(of slot: ElementSlot, at place: String) -> String {
        var text = "\(place)  \(words(of: slot))\n"
        for (index, part) in (X12Specs.dictionary.composite(slot.dataElement)?.elements ?? []).enumerated() {
            text += "  \(padded("\(place)-\(index + 1)", 11))  \(words(of: part))\n"
        }
        let codes = X12Specs.codeList(slot.dataElement)?.codes ?? [:]
        guard !codes.isEmpty else { return text }
        guard codes.count <= mostCodes else {
            return text + "  \(codes.count) codes; x12 explain \(place) CODE says what one means\n"
        }
        for (code, listed) in codes.sorted(by: { $0.key < $1.key }) {
            text += "  \(padded(code, 11))  \(listed.label)\n"
        }
        return text
    }

    /// The most codes that are listed with their element.
    private static let mostCodes = 40

    /// What a position holds: `Claim Filing Indicator Code: code of 1 to 2, data element 1032`.
    private static func words(of slot: ElementSlot) -> String {
        guard let element = X12Specs.dictionary.element(slot.dataElement) else {
            return "\(slot.name): composite \(slot.dataElement)"
        }
        let least = element.minimumLength
        let most = element.maximumLength
        let length = least == most ? "\(most)" : "\(least) to \(most)"
        return "\(slot.name): \(kind(of: element.type)) of \(length), data element \(element.number)"
    }

    private static func kind(of type: DataType) -> String {
        switch type {
        case .identifier: "code"
        case .text: "text"
        case .date: "date"
        case .time: "time"
        case .decimal: "decimal number"
        case .integer, .implied2: "number"
        case .binary, .composite: "value"
        }
    }

    /// The loops of each guide that have the segment, by transaction set (`837I`).
    private static func uses(of identifier: String) -> [(set: String, loops: [String])] {
        X12Specs.guides.compactMap { X12Specs.guide($0) }.compactMap { guide in
            let loops = guide.loops.filter { loop in
                loop.segments.contains { guide.segments[$0].identifier == SegmentIdentifier(identifier) }
            }
            guard !loops.isEmpty else { return nil }
            var names: [String] = []
            for name in loops.map({ $0.parent < 0 ? "the set" : $0.identifier }) where !names.contains(name) {
                names.append(name)
            }
            return (guide.setName, names)
        }.sorted { $0.set < $1.set }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
