internal import X12Grammar
internal import X12Models
internal import X12Specs
internal import X12Text

/// Finds what of the pieces of an input gets into no table.
struct LossFinder {
    private(set) var losses = TableLosses()
    private var separator = UInt8(ascii: "*")
    private var group: String?
    /// Whether the segments come from a set that no tables are made of, so that they are not counted one by one.
    private var isInOtherSet = false

    /// Hands over what was found since the last call.
    mutating func take() -> TableLosses {
        defer { losses = TableLosses() }
        return losses
    }

    /// Looks at a piece.
    mutating func look(at item: ModelItem) {
        if case .carried(let part) = item { return leaveOut(part.carried) }
        isInOtherSet = false
        switch item {
        case .interchange(let part):
            separator = part.elementSeparator.flatMap(ReceivedText.separator) ?? UInt8(ascii: "*")
            group = nil
        case .group(let part): group = part.guide
        case .claim(let part): lookIntoRow(part.carried)
        case .claimPayment(let part): lookIntoRow(part.carried)
        case .response(let part): lookIntoRow(part.carried)
        case .acknowledgement: note("TA1", nil)
        case .implementationAcknowledgementHeader(_, let guide): note("999", guide)
        case .claimAcknowledgementHeader(_, let guide): note("277", guide)
        default: lookIntoRest(item)
        }
    }

    /// Looks at a piece that has no row by itself, so that no row counts what is carried of it.
    private mutating func lookIntoRest(_ item: ModelItem) {
        let carried: Carried? =
            switch item {
            case .claimHeader(let part, _): part.carried
            case .billingProvider(let part): part.carried
            case .subscriber(let part): part.carried
            case .patient(let part): part.carried
            case .claimTrailer(let part): part.carried
            case .remittanceHeader(let part, _): part.carried
            case .remittanceGroup(let part): part.carried
            case .remittanceTrailer(let part): part.carried
            case .inquiryHeader(let part, _): part.carried
            case .responseHeader(let part, _): part.carried
            case .informationSource(let part): part.carried
            case .informationReceiver(let part): part.carried
            case .inquirySubscriber(let part): part.carried
            case .inquiry(let part): part.carried
            case .responseSubscriber(let part): part.carried
            case .eligibilityTrailer(let part): part.carried
            default: nil
            }
        guard let carried else { return }
        countUnreadable(carried)
        for segment in carried.segments { losses.segments.add(identifier(of: segment.text)) }
    }

    mutating func add(_ claim: TableLosses.UnbalancedClaim) { losses.unbalancedClaims.add(claim) }

    mutating func add(_ payment: TableLosses.UnbalancedPayment) { losses.unbalancedPayments.add(payment) }

    mutating func add(_ payment: TableLosses.RepeatedPayment) { losses.repeatedPayments.add(payment) }

    // MARK: - Segments

    private mutating func lookIntoRow(_ carried: Carried?) {
        guard let carried else { return }
        countUnreadable(carried)
        for segment in carried.segments { losses.unplacedSegments.add(identifier(of: segment.text)) }
    }

    /// Counts segments that no model speaks of, a transaction set of its own as one.
    private mutating func leaveOut(_ carried: Carried?) {
        for segment in carried?.segments ?? [] {
            let elements = elements(of: segment.text)
            if elements[0] == "ST" { isInOtherSet = isOtherSet(elements) }
            if !isInOtherSet { losses.segments.add(elements[0]) }
            if elements[0] == "SE" { isInOtherSet = false }
        }
    }

    /// Notes a set of which no tables are made; one more header of a set of which there are is only a segment too many.
    private mutating func isOtherSet(_ elements: [String]) -> Bool {
        let guide = elements.count > 3 && !elements[3].isEmpty ? elements[3] : group
        let set = elements.count > 1 ? elements[1] : ""
        guard !ModelledSets.contains(guide: guide ?? "", transactionSet: set) else { return false }
        note(set, guide)
        return true
    }

    private mutating func note(_ identifier: String, _ guide: String?) {
        let set = TableLosses.OtherSet(
            identifier: Self.code(identifier) ?? "set", guide: guide.flatMap { Self.code($0) })
        guard losses.otherSets[set] != nil || losses.otherSets.count < 16 else { return }
        losses.otherSets[set, default: 0] += 1
    }

    /// What may be told of an input: a short code, and nothing that was sent in its place.
    private static func code(_ text: String) -> String? {
        let isCode = text.utf8.allSatisfy { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        }
        return isCode && 1...12 ~= text.utf8.count ? text : nil
    }

    // MARK: - Elements

    /// Counts what has to be a number and is none, in the segments that are carried for it.
    private mutating func countUnreadable(_ carried: Carried) {
        for text in carried.spellings.map(\.text) + carried.segments.map(\.text) {
            let elements = elements(of: text)
            let slots = X12Specs.dictionary.segment(SegmentIdentifier(elements[0]))?.elements ?? []
            losses.unreadableCount += zip(elements.dropFirst(), slots).count { value, slot in
                guard let type = X12Specs.dictionary.element(slot.dataElement)?.type, !value.isEmpty else {
                    return false
                }
                return [.decimal, .integer, .implied2].contains(type) && ExactDecimal(value) == nil
            }
        }
    }

    /// The identifier and the elements of a segment.
    ///
    /// Separators are bytes: as a character, one that is followed by a combining mark would be none.
    private func elements(of text: CarriedText) -> [String] {
        text.bytes.split(separator: separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private func identifier(of text: CarriedText) -> String { elements(of: text)[0] }
}
