internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

/// Names segments and elements by the guide that an answer says was followed.
struct GuideNames {
    private let library = GuideLibrary()
    private var guide: Guide?
    private var identifier = ""
    private var kind = ""

    /// Turns to a guide; one that is not known here leaves the names of the base standard.
    mutating func turn(to identifier: String, transactionSet kind: String) {
        guard identifier != self.identifier || kind != self.kind else { return }
        self.identifier = identifier
        self.kind = kind
        guide = library.guide(identifier, transactionSet: kind)
    }

    /// What a segment, or an element of it, is called.
    func name(of segment: AnsweredSegment) -> String {
        let rules = rules(of: segment)
        guard segment.element > 0 else {
            let names = Set(rules.map(\.name))
            return names.count == 1 ? names.first ?? "" : baseName(of: segment)
        }
        let names = Set(rules.map { elementName($0, segment) })
        return names.count == 1 ? names.first ?? "" : baseName(of: segment)
    }

    /// The codes that the guide allows for an element; empty where it leaves them open, or several places differ.
    func codes(of segment: AnsweredSegment) -> [String] {
        guard let guide else { return [] }
        let lists = rules(of: segment).map { element($0, segment)?.codes ?? -1 }
        guard let list = lists.first, list >= 0, lists.allSatisfy({ $0 == list }) else { return [] }
        return guide.codeLists[list]
    }

    private func rules(of segment: AnsweredSegment) -> [SegmentRule] {
        guard let guide else { return [] }
        return guide.segments.filter { rule in
            guard rule.identifier == SegmentIdentifier(segment.identifier) else { return false }
            let loop = rule.loop == 0 ? "" : guide.loops[rule.loop].identifier
            return loop.prefix(4) == segment.loop.prefix(4)
        }
    }

    private func element(_ rule: SegmentRule, _ segment: AnsweredSegment) -> ElementRule? {
        guide.flatMap { rule.element(segment.element, segment.component, in: $0) }
    }

    private func elementName(_ rule: SegmentRule, _ segment: AnsweredSegment) -> String {
        element(rule, segment)?.name ?? ""
    }

    private func baseName(of segment: AnsweredSegment) -> String {
        let dictionary = X12Specs.dictionary
        let identifier = SegmentIdentifier(segment.identifier)
        guard segment.element > 0 else { return dictionary.segment(identifier)?.name ?? "" }
        return dictionary.slot(segment.element, of: identifier)?.name ?? ""
    }
}
