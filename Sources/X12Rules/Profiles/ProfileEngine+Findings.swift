internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

/// What is said of a constraint that is not kept.
extension ProfileEngine {
    func report(
        _ item: ProfilePlan.Item, _ segment: ProfileSegment?, _ value: String?, at other: ProfilePath? = nil,
        _ block: borrowing Block, into findings: inout [Finding]
    ) {
        let constraint = item.constraint
        let path = other ?? item.place.path
        var place = segment?.location ?? Location()
        var context = self.context
        context.loop = path.loop
        context.segment = segment?.identifier ?? path.segment
        if segment?.identifier == path.segment, path.element > 0 {
            place = place.at(element: path.element, component: path.component)
        }
        let severity = Severity(rawValue: constraint.severity) ?? .error
        let words = constraint.message.isEmpty ? Self.words(of: constraint) : Self.escaped(constraint.message)
        let rule = Finding.Rule(
            constraint.id, level: 7, severity, words + " (\(profile.title))",
            help: constraint.hint.isEmpty
                ? "see what the payer's guide says; this is what profile '\(profile.name)' knows: \(constraint.source)"
                : Self.escaped(constraint.hint),
            acknowledgement: Self.codes(of: constraint, path))
        var shown =
            [.value, .exclude, .level, .lineEnd, .delimiters].contains(constraint.kind)
            ? constraint.values : []
        if [.number, .count, .size].contains(constraint.kind) {
            shown = [constraint.minimum, constraint.maximum].filter { !$0.isEmpty }
        }
        findings.append(
            Finding(
                rule, at: place, in: context, found: value.map { Fact($0, Self.kind(of: constraint, path)) },
                expected: shown, detail: path.description))
    }

    /// What a value that a constraint looks at is: only codes and amounts may be printed unasked.
    private static func kind(of constraint: ProfileConstraint, _ path: ProfilePath) -> Fact.Kind {
        switch constraint.kind {
        case .value, .exclude, .code: isCode(path) ? .code : .identifier
        case .delimiters, .lineEnd, .level: .code
        case .number: .amount
        case .count, .size: .count
        case .date: .date
        case .characters, .template: .text
        case .require, .forbid, .ignore, .match, .compare, .unique, .same, .lookup: .identifier
        }
    }

    /// Whether a place holds codes by the standard, or stands in the envelope, which speaks of no person.
    private static func isCode(_ path: ProfilePath) -> Bool {
        if path.isOfEnvelope { return true }
        let dictionary = X12Specs.dictionary
        let slot = dictionary.slot(path.element, max(path.component, 1), of: SegmentIdentifier(path.segment))
        return slot.flatMap { dictionary.element($0.dataElement) }?.type == .identifier
    }

    /// The codes that tell of it: what the profile says, else what fits the kind.
    private static func codes(of constraint: ProfileConstraint, _ path: ProfilePath)
        -> Finding.Acknowledgement
    {
        let usual = usualCodes(of: constraint.kind, path)
        guard var said = Finding.Acknowledgement(text: constraint.report) else { return usual }
        if said.segmentError.isEmpty, said.setError.isEmpty, said.groupError.isEmpty {
            said.segmentError = usual.segmentError
            said.elementError = usual.elementError
        }
        if said.statuses.isEmpty { said.statuses = usual.statuses }
        return said
    }

    /// IK304 and IK403 of what a payer asks for beyond the guide.
    private static func usualCodes(of kind: ProfileConstraint.Kind, _ path: ProfilePath)
        -> Finding.Acknowledgement
    {
        switch kind {
        case .require: path.element == 0 ? .segment("I6") : .element("I9")
        case .forbid, .ignore, .level: path.element == 0 ? .segment("I9") : .element("I13")
        case .value, .exclude, .code: .element("I6")
        case .count: .segment("5")
        case .delimiters, .lineEnd, .size: Finding.Acknowledgement()
        case .match, .characters, .template, .number, .compare, .date, .unique, .same, .lookup:
            .element("I12")
        }
    }

    private static func words(of constraint: ProfileConstraint) -> String {
        switch constraint.kind {
        case .value: "{detail} is {found}, the payer takes {expected}"
        case .exclude: "{detail} is {found}, which the payer does not take"
        case .require: "{detail} is missing, and the payer asks for it"
        case .forbid: "{detail} is sent, and the payer does not take it"
        case .ignore: "{detail} is sent, and the payer passes over it"
        case .characters: "{detail} has characters that the payer does not take"
        case .template:
            "{detail} does not say '\(escaped(constraint.template?.words ?? ""))', which the payer asks for"
        case .level: "{detail} is not at the level that the payer takes it at: {expected}"
        case .lineEnd: "segments are followed by {found}, the payer takes {expected}"
        case .size: "the interchange has {count} bytes, the payer takes {expected}"
        case .match: "{detail} is not in the form that the payer asks for"
        case .number: "{detail} is {found}, the payer takes {expected}"
        case .count: "{detail} occurs {count} times, the payer takes {expected}"
        case .compare:
            "{detail} does not stand to \(constraint.other?.description ?? "") as the payer asks for"
        case .code: "{detail} is {found}, which is not on the payer's list"
        case .date: "{detail} lies outside of the days that the payer takes"
        case .unique: "{detail} is used twice"
        case .same: "{detail} is not the same throughout"
        case .delimiters: "the delimiters are {found}, the payer takes {expected}"
        case .lookup: "{detail} is not known"
        }
    }

    /// A profile's own words, in which braces mean nothing.
    private static func escaped(_ text: String) -> String {
        text.filter { $0 != "{" && $0 != "}" }
    }
}
