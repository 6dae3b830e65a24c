internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Specs
internal import X12Text

/// Follows what is received and what was found in it, and tells a form of answer what became of it.
///
/// A finding belongs to what was open where it stands: to the set before when it comes to light with the block that
/// begins the next one.
struct Answering<Form: AnswerForm & ~Copyable>: ~Copyable {
    private let options: AcknowledgementOptions
    private(set) var form: Form
    private var interchange: InterchangeReport?
    private var group: GroupReport?
    /// Whether the open group is answered at all.
    private var isGroupAnswered = false
    private var set: SetReport?
    private var isGuideUnknown = false
    /// Whether the open set has its SE.
    private var hasEnd = false
    private var trail = BusinessUnitTrail()
    private var copied = CopiedText(delimiters: .usual)
    /// What was counted.
    private(set) var counts = AcknowledgementCounts()
    private var remarks: [Finding] = []

    init(_ options: AcknowledgementOptions) {
        self.options = options
        form = Form(options)
    }

    /// What could not be answered since this was last asked.
    mutating func takeRemarks() -> [Finding] {
        defer { remarks = [] }
        return remarks
    }

    /// Takes the next block with all that was found in it.
    ///
    /// - Parameters:
    ///   - block: The block.
    ///   - findings: What was found in it, and what came to light with it about blocks before.
    ///   - sink: Takes the answer's bytes, when one is complete.
    /// - Throws: what the sink throws, and ``X12Error/Code/sinkFailed`` when a long answer cannot be kept.
    mutating func take(
        _ block: borrowing Block, _ findings: [Finding],
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        let begins = Self.begins(block)
        // What was found before this block began concerns what has been open until here.
        for finding in findings where begins && Self.isEarlier(finding, than: block) { add(finding, block) }
        try turn(to: block, into: sink)
        if set != nil { trail.note(block, showsValues: options.showsValues) }
        let own = begins ? findings.filter { !Self.isEarlier($0, than: block) } : findings
        for finding in own { add(finding, block) }
        if block.count > 0, block.view(block.count - 1).identifier == "SE" { hasEnd = true }
        if set != nil, isGroupAnswered { try form.take(block, own) }
        if block.kind == .groupEnd {
            group?.includedSetCount = GroupReport.includedSets(block.view(0)[1].string)
        }
    }

    /// Ends the last answer.
    ///
    /// - Throws: as ``take(_:_:into:)`` does.
    mutating func finish(
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try endInterchange(into: sink)
        try form.finish(into: sink)
    }

    // MARK: - Envelopes

    /// Whether a block begins or ends an envelope, so that what was open before it is complete.
    private static func begins(_ block: borrowing Block) -> Bool {
        switch block.kind {
        case .interchange, .group, .header, .groupEnd, .interchangeEnd, .end: true
        case .carried: block.count > 0 && block.view(0).identifier == "ST"
        default: false
        }
    }

    /// Whether a finding concerns what came before a block, or says that its end is missing.
    private static func isEarlier(_ finding: Finding, than block: borrowing Block) -> Bool {
        let found = finding.location
        guard block.count > 0 else { return finding.rule.endsWhatIsOpen || found.segment > 0 }
        let start = block[0].location
        // Under the same ids it is told that a header is sent twice, and that nothing follows it, which is of the block
        // itself.
        guard finding.rule.endsWhatIsOpen else { return found.segment > 0 && found.segment < start.segment }
        return found.segment <= start.segment && found.byteOffset <= start.byteOffset
    }

    private mutating func turn(
        to block: borrowing Block, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        switch block.kind {
        case .interchange:
            try endInterchange(into: sink)
            try beginInterchange(block)
        case .group:
            try endGroup()
            try beginGroup(block)
        case .acknowledgement: interchange?.holdsAnswers = true
        case .groupEnd, .interchangeEnd: try endSet()
        case .header: try beginSet(block)
        case .carried where Self.begins(block): try beginSet(block)
        case .end: try endInterchange(into: sink)
        default: break
        }
    }

    private mutating func beginInterchange(_ block: borrowing Block) throws(X12Error) {
        let received = Interchange(block)
        interchange = InterchangeReport(received)
        counts.interchanges += 1
        copied = CopiedText(delimiters: block.delimiters.forAnswer)
        try form.begin(answering: received, block.delimiters, lineEnd: block.lineEnd)
    }

    private mutating func endInterchange(
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try endGroup()
        guard let report = interchange else { return }
        interchange = nil
        if report.isRefused { counts.rejectedInterchanges += 1 }
        try form.end(report, into: sink)
    }

    private mutating func beginGroup(_ block: borrowing Block) throws(X12Error) {
        let segment = block.view(0)
        var report = GroupReport(
            functionalIdentifier: segment[1].string.trimmedEnd, sender: segment[2].string.trimmedEnd,
            receiver: segment[3].string.trimmedEnd, controlNumber: segment[6].string.trimmedEnd,
            guide: segment[8].string.trimmedEnd)
        report.date = CalendarDate(x12: segment[4].string)
        group = report
        counts.groups += 1
        if report.functionalIdentifier == "FA" {
            interchange?.holdsAnswers = true
        } else {
            interchange?.holdsOthers = true
        }
        isGroupAnswered = isAnswerable(report, at: block[0].location)
        if isGroupAnswered { try form.begin(report) }
    }

    private mutating func isAnswerable(_ report: GroupReport, at place: Location) -> Bool {
        let parts = [report.sender, report.receiver, report.controlNumber, report.guide]
        let rule: Finding.Rule
        if report.functionalIdentifier == "FA" {
            rule = .acknowledgementsUnanswered
        } else if parts.contains(where: { copied.copy($0, atMost: 35).isEmpty }) {
            rule = .groupUnnameable
            interchange?.add("024", refuses: true)
        } else if !Answerable.groups.contains(report.functionalIdentifier) {
            rule = .groupUnanswerable
        } else {
            return true
        }
        remark(rule, at: place, "\(counts.groups)")
        return false
    }

    private mutating func endGroup() throws(X12Error) {
        try endSet()
        guard let report = group else { return }
        group = nil
        if report.isRefused {
            counts.refusedGroups += 1
            // Its sets go with it.
            counts.rejectedSets += report.acceptedSetCount
            counts.notedSets -= report.notedSetCount
        }
        guard isGroupAnswered else {
            // Nothing else can tell of a group whose kind is wrong, and which so cannot be named.
            if report.isOfWrongKind { interchange?.add("024", refuses: true) }
            return
        }
        try form.end(report)
        if report.trailer.status == .rejected { counts.rejectedGroups += 1 }
    }

    private mutating func beginSet(_ block: borrowing Block) throws(X12Error) {
        try endSet()
        let segment = block.view(0)
        counts.transactionSets += 1
        set = SetReport(
            identifier: segment[1].string.trimmedEnd, controlNumber: segment[2].string.trimmedEnd,
            guide: copied.copy(segment[3].string, atMost: 35), most: options.mostErrors)
        trail.begin(block.guide?.transactionSet ?? "")
        isGuideUnknown = block.guide == nil
        if group?.functionalIdentifier == "FA", !["997", "999"].contains(segment[1].string.trimmedEnd) {
            interchange?.holdsOthers = true
        }
        hasEnd = false
        guard isGroupAnswered, let report = set else { return }
        if !isNamed(report) { remark(.setUnnameable, at: block[0].location, "\(counts.transactionSets)") }
        try form.begin(report, block)
    }

    /// Whether an answer can name a set.
    private func isNamed(_ report: SetReport) -> Bool {
        Answerable.sets.contains(report.identifier) && !copied.copy(report.controlNumber, atMost: 9).isEmpty
    }

    private mutating func endSet() throws(X12Error) {
        // What follows a guide that nobody here knows was looked at by the standard alone: that is not accepted.
        if !hasEnd { set?.add("2", refuses: true) }
        if isGuideUnknown, group?.isRefused == true { set?.add("I6", refuses: true) }
        guard let report = set else { return }
        set = nil
        if report.isRefused { counts.rejectedSets += 1 } else if report.isNoted { counts.notedSets += 1 }
        group?.count(report)
        if isGroupAnswered { try form.end(report, isNamed: isNamed(report)) }
    }

    // MARK: - Findings

    private mutating func add(_ finding: Finding, _ block: borrowing Block) {
        let rule = finding.rule
        guard options.isSyntax(rule) else { return }
        let refuses = rule.severity >= .error
        guard refuses || rule.severity == .warning else { return }
        switch FindingTarget(finding) {
        case .interchange(let note): interchange?.add(note, refuses: refuses)
        case .group(let code): group?.add(code, refuses: refuses)
        case .set(let code): set?.add(code, refuses: refuses)
        case .segment: addSegment(finding, refuses: refuses)
        case .nothing: if refuses { set?.add("5", refuses: true) }
        }
    }

    private mutating func addSegment(_ finding: Finding, refuses: Bool) {
        guard let error = ReportedError(finding, copied, showsValues: options.showsValues) else {
            // A 999 cannot name what the standard does not have.
            set?.add("5", refuses: refuses)
            return
        }
        var told = error
        let unit = trail.unit(at: finding.location.segmentPosition, claim: finding.context.claim)
        if let unit {
            let reference = copied.copy(unit.reference, atMost: 35)
            if !reference.isEmpty {
                told.businessUnit = BusinessUnitName(place: unit.place, reference: reference)
            }
        }
        set?.add(told, refuses: refuses)
    }

    private mutating func remark(_ rule: Finding.Rule, at place: Location, _ detail: String) {
        remarks.append(Finding(rule, at: place, detail: detail))
    }
}

extension Finding.Rule {
    /// Whether it says that the end of an envelope is missing.
    fileprivate var endsWhatIsOpen: Bool {
        [.setEndMissing, .groupEndMissing, .interchangeEndMissing].contains(self)
    }
}
