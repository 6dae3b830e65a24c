internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

/// Transaction sets whose guide is not known here: what the base standard says of their segments.
extension BlockValidator {
    /// Checks the segments of a set that no guide places, and at its beginning its ST.
    mutating func carried(_ block: borrowing Block, into findings: inout [Finding]) {
        guard block.count > 0 else { return }
        if block.raw(0).identifier == "ST" {
            leaveSet(into: &findings)
            beginSet(block, guide: nil, into: &findings)
            beginBaseSet(block)
        }
        guard let base else { return }
        let scan = SegmentScan(base.checks.table, delimiters(of: block))
        for index in 0..<block.count where block[index].position > 0 {
            let identifier = block.raw(index).identifier
            guard let place = base.checks.place(of: identifier) else {
                unknown(identifier, block, index, base, into: &findings)
                continue
            }
            if let set = base.set, !set.has(identifier) {
                unknown(identifier, block, index, base, into: &findings)
            }
            guard block[index].isTerminated, !Self.isTrailer(identifier),
                !scan.isSound(block.raw(index), base.checks.table.segments[place])
            else { continue }
            examine(block, index, base.checks, place, into: &findings)
        }
        if block.raw(block.count - 1).identifier == "SE" { self.base = nil }
    }

    private mutating func beginBaseSet(_ block: borrowing Block) {
        let isRelease = groupGuide.hasPrefix("005010") || groupGuide.isEmpty
        let set = isRelease ? X12Specs.dictionary.transactionSet(Self.text(block.raw(0), 1)) : nil
        base = BaseSet(checks: isRelease ? .release : .other, set: set)
    }

    private static func isTrailer(_ identifier: SegmentIdentifier) -> Bool { identifier == "SE" }

    /// Reports a segment that the standard, or the set, does not have.
    private func unknown(
        _ identifier: SegmentIdentifier, _ block: borrowing Block, _ index: Int, _ base: BaseSet,
        into findings: inout [Finding]
    ) {
        let dictionary = X12Specs.dictionary
        let name = identifier.description
        guard !name.isEmpty else {
            return findings.append(Finding(.segmentBlank, at: block[index].location, in: context))
        }
        let isStandard = dictionary.isStandard(identifier)
        if isStandard, base.set == nil { return }
        var context = context
        context.segment = isStandard ? name : ""
        context.name = dictionary.segment(identifier)?.name ?? ""
        let isShort = (1...3).contains(name.utf8.count) && identifier == identifier.inCapitals
        let set = base.set.map { "the \($0.identifier)" } ?? "the transaction set"
        findings.append(
            Finding(
                isStandard ? .segmentNotInSet : .segmentUnknown, at: block[index].location, in: context,
                found: Fact(name, isShort ? .code : .text), detail: set))
    }

    private mutating func examine(
        _ block: borrowing Block, _ index: Int, _ checks: BaseChecks, _ place: Int,
        into findings: inout [Finding]
    ) {
        let identifier = block.raw(index).identifier.description
        var examination = SegmentExamination(
            checks.table, checks.table.segments[place], block.raw(index), delimiters(of: block),
            identifier: identifier, name: checks.names[place], codes: baseCodes)
        examination.examine()
        baseCodes = examination.codes
        guard !examination.faults.isEmpty else { return }
        var context = context
        context.segment = identifier
        for fault in examination.faults {
            findings.append(Self.finding(fault, at: block[index].location, in: context))
        }
    }
}

/// The set that is checked by the base standard alone.
struct BaseSet {
    let checks: BaseChecks
    /// The set as the standard has it; `nil` where it is not held here, or of another release.
    let set: BaseTransactionSet?
}
