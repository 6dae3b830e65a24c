public import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
public import X12Text

/// Reads answers (TA1, 999, 277CA) as a list of what has to be done.
///
///     var list = WorkListReader(try ByteSource(path: "answer.999"))
///     while let item = try list.next() { … }
///     list.tally.transactionSets.rejected
///
/// What was accepted without a remark gives no item and is counted. Sets and groups that were not accepted come
/// before what is wrong in them.
public struct WorkListReader: ~Copyable {
    private var blocks: BlockReader
    private var block = Block()
    private var parts = PartReader()
    /// Items of the block that was read last, and how many of them were handed out.
    private var waiting: [WorkItem] = []
    private var handedOut = 0
    private var names = GuideNames()
    /// Claims of the open batch that are answered without being listed.
    private var unlisted = UnlistedClaims()
    /// The numbers of what the open set of the answer speaks of.
    private var answered = WorkItem.Answered()
    /// Items of the open 999.
    private var itemsOfGroup = 0
    /// What became of the open group's sets by their own responses.
    private var setsOfGroup = AnswerTally.Outcome()
    /// Claims whose numbers were looked at.
    private var namedClaims = 0
    /// What was counted so far.
    public private(set) var tally = AnswerTally()
    /// Answers read so far: TA1, 999 and 277CA.
    public private(set) var answers = 0
    /// Transaction sets that are no answer to anything.
    public private(set) var otherSets = 0
    /// What was answered so far, accepted or not; at most ``mostAnswered``.
    public private(set) var answeredUnits: [AnsweredUnit] = []
    /// What is wrong with the answer itself, as far as reading it shows: it is cut off, or counts other segments than it has.
    /// What it says then may not be all; at most ``mostDamage``.
    public private(set) var damage: [Finding] = []

    /// How many interchanges, groups and batches are remembered.
    public static let mostAnswered = 10_000
    /// Of how many claims the numbers are remembered, to name those that an answer leaves out.
    public static let mostClaims = 1_000_000
    /// How much of what is wrong with an answer is remembered.
    public static let mostDamage = 10

    /// Reads from a source.
    public init(_ source: consuming ByteSource, limits: Limits = Limits()) {
        blocks = BlockReader(source, limits: limits)
    }

    /// The next item; `nil` after the last, and then always `nil`.
    ///
    /// - Throws: what ``X12Parser/BlockReader/next(into:)`` throws.
    public mutating func next() throws(X12Error) -> WorkItem? {
        while handedOut == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            handedOut = 0
            guard try blocks.next(into: &block) else {
                endBatch()
                return nil
            }
            for finding in block.findings where finding.rule.severity >= .error {
                if damage.count < Self.mostDamage { damage.append(finding) }
            }
            read()
        }
        handedOut += 1
        return waiting[handedOut - 1]
    }

    private mutating func read() {
        switch (block.kind, block.guide?.setName) {
        case (.acknowledgement, _): readReceipt()
        case (.header, "999"): beginGroup()
        case (.unit, "999"): readResponse()
        case (.trailer, "999"): endGroup()
        case (.header, "277"):
            endBatch()
            answered = WorkItem.Answered()
            answers += 1
        case (.level(let loop), "277") where block.guide?.loops[loop].identifier == "2000B": readBatch()
        case (.level(let loop), "277") where block.guide?.loops[loop].identifier == "2000C": readProvider()
        case (.unit, "277"): readPatient()
        case (.trailer, "277"): endBatch()
        case (.header, _): otherSets += 1
        case (.carried, _) where block.count > 0 && block.view(0).identifier == "ST": otherSets += 1
        default: break
        }
    }

    private mutating func note(_ unit: WorkItem) {
        guard answeredUnits.count < Self.mostAnswered else { return }
        var unit = unit
        unit.isRejected = false
        answeredUnits.append(AnsweredUnit(item: unit))
    }

    /// The batch that was named last, by its place in ``answeredUnits``.
    private var openBatch: Int? {
        guard let last = answeredUnits.indices.last, answeredUnits[last].item.subject == .batch,
            answeredUnits[last].item.answered == answered
        else { return nil }
        return last
    }

    /// Counts claims of the batch that was named last; `claims` where the answer lists them.
    private mutating func countClaims(_ count: Int, _ claims: [AcknowledgedClaim]? = nil) {
        guard let batch = openBatch else { return }
        answeredUnits[batch].claims += count
        namedClaims += count
        guard let claims, namedClaims <= Self.mostClaims else {
            answeredUnits[batch].named = nil
            return
        }
        for claim in claims {
            answeredUnits[batch].name(claim.patientControlNumber ?? "", charge: claim.chargeAmount)
        }
    }

    // MARK: - TA1

    private mutating func readReceipt() {
        let receipt = parts.read(InterchangeAcknowledgement.self, from: block)
        answers += 1
        tally.interchanges.count(receipt.status ?? "")
        var unit = WorkItem(.interchange, at: block[0].location)
        unit.answered.interchange = receipt.controlNumber ?? ""
        note(unit)
        guard receipt.status != "A" else { return }
        var item = WorkItem(.interchange, at: block[0].location)
        item.isRejected = receipt.status != "E"
        item.answered.interchange = receipt.controlNumber ?? ""
        item.reasons = [CodeWords.reason("TA105", receipt.note ?? "", dataElement: "I18")]
        waiting.append(item)
    }

    // MARK: - 999

    private mutating func beginGroup() {
        let header = parts.read(ImplementationAcknowledgementHeader.self, from: block)
        answered = WorkItem.Answered()
        answered.group = header.groupControlNumber ?? ""
        answered.guide = header.groupGuide ?? ""
        itemsOfGroup = 0
        setsOfGroup = AnswerTally.Outcome()
        answers += 1
        var unit = WorkItem(.group, at: block[0].location)
        unit.answered = answered
        note(unit)
    }

    private mutating func readResponse() {
        let response = parts.read(TransactionSetResponse.self, from: block)
        tally.transactionSets.count(response.status?.rawValue ?? "")
        setsOfGroup.count(response.status?.rawValue ?? "")
        guard response.status != .accepted else { return }
        var set = WorkItem(.transactionSet, at: block[0].location)
        set.isRejected = response.status != .acceptedWithErrors
        set.answered = answered
        set.answered.transactionSet = response.controlNumber ?? ""
        set.answered.kind = response.transactionSetIdentifier ?? ""
        if let guide = response.implementationGuide { set.answered.guide = guide }
        set.reasons = response.errorCodes.enumerated().map { index, code in
            CodeWords.reason("IK50\(index + 2)", code, dataElement: "618")
        }
        if set.reasons.isEmpty {
            set.reasons = [
                response.status.map { CodeWords.reason("IK501", $0.rawValue, dataElement: "717") }
                    ?? WorkItem.Reason(
                        element: "IK501", code: "", meaning: "the answer does not say what became of it")
            ]
        }
        names.turn(to: set.answered.guide, transactionSet: set.answered.kind)
        waiting.append(set)
        itemsOfGroup += 1
        let places = Places(block)
        for (index, error) in response.segmentErrors.enumerated() { read(error, index, of: set, places) }
    }

    /// Where the IK3 and IK4 of a response stand.
    private struct Places {
        var segments: [Location] = []
        var elements: [[Location]] = []

        init(_ block: borrowing Block) {
            for index in 0..<block.count {
                switch block.view(index).identifier {
                case "IK3":
                    segments.append(block[index].location)
                    elements.append([])
                case "IK4" where !elements.isEmpty:
                    elements[elements.count - 1].append(block[index].location)
                default: break
                }
            }
        }

        func segment(_ index: Int) -> Location { index < segments.count ? segments[index] : Location() }

        func element(_ index: Int, of segment: Int) -> Location {
            guard segment < elements.count, index < elements[segment].count else {
                return self.segment(segment)
            }
            return elements[segment][index]
        }
    }

    private mutating func read(_ error: SegmentError, _ index: Int, of set: WorkItem, _ places: Places) {
        var item = WorkItem(.segment, at: places.segment(index))
        item.isRejected = set.isRejected
        item.answered = set.answered
        var segment = AnsweredSegment()
        segment.identifier = error.segment ?? ""
        segment.position = max(0, error.position ?? 0)
        segment.loop = error.loop ?? ""
        segment.isMissing = ["3", "I6", "I7", "I8"].contains(error.errorCode ?? "")
        if let unit = error.businessUnit, let number = unit.reference {
            if unit.name == "CLM01" { item.claim = number }
            item.reference.place = unit.name ?? ""
            item.reference.number = number
        }
        if error.elementErrors.isEmpty {
            segment.name = names.name(of: segment)
            item.segment = segment
            item.reasons = [CodeWords.reason("IK304", error.errorCode ?? "", dataElement: "620")]
            waiting.append(item)
        }
        for (number, element) in error.elementErrors.enumerated() {
            var inner = item
            inner.subject = .element
            inner.place = places.element(number, of: index)
            var place = segment
            place.isMissing = false
            place.element = element.position?.element ?? 0
            place.component = element.position?.component ?? 0
            place.repetition = element.position?.repetition ?? 0
            place.dataElement = element.dataElement ?? ""
            place.name = names.name(of: place)
            inner.segment = place
            inner.badValue = element.badValue ?? ""
            inner.reasons = [CodeWords.reason("IK403", element.errorCode ?? "", dataElement: "621")]
            if ["7", "I6"].contains(element.errorCode) { inner.allowed = names.codes(of: place) }
            waiting.append(inner)
        }
    }

    private mutating func endGroup() {
        let trailer = parts.read(ImplementationAcknowledgementTrailer.self, from: block)
        let status = trailer.status?.rawValue ?? ""
        tally.groups.count(status)
        if setsOfGroup.total == 0 {
            let received = AnswerTally.counted(trailer.receivedSetCount)
            let accepted = min(AnswerTally.counted(trailer.acceptedSetCount), received)
            tally.transactionSets.accepted += accepted
            tally.transactionSets.rejected += received - accepted
        }
        let codes = trailer.errorCodes.enumerated().map { index, code in
            CodeWords.reason("AK90\(index + 5)", code, dataElement: "716")
        }
        let isRejected = !["A", "E", "P"].contains(status)
        // A group that is rejected takes along the sets in which nothing was wrong.
        let taken = isRejected ? setsOfGroup.accepted + setsOfGroup.noted : 0
        if taken > 0 {
            tally.transactionSets.accepted -= setsOfGroup.accepted
            tally.transactionSets.noted -= setsOfGroup.noted
            tally.transactionSets.rejected += taken
        }
        guard status != "A", !codes.isEmpty || itemsOfGroup == 0 || taken > 0 else { return }
        var item = WorkItem(.group, at: block[0].location)
        item.isRejected = status != "E"
        item.answered = answered
        item.reasons = codes.isEmpty ? [CodeWords.reason("AK901", status, dataElement: "715")] : codes
        waiting.append(item)
    }

    // MARK: - 277CA

    private mutating func readBatch() {
        endBatch()
        let receiver = parts.read(AcknowledgementReceiver.self, from: block)
        answered.batch = receiver.batch?.batchIdentifier ?? ""
        var unit = WorkItem(.batch, at: block[0].location)
        unit.answered = answered
        note(unit)
        unlisted.begin(receiver)
        add(receiver.batch?.statuses ?? [], .batch)
    }

    private mutating func readProvider() {
        let provider = parts.read(AcknowledgedProvider.self, from: block)
        unlisted.begin(provider)
        add(provider.claims?.statuses ?? [], .provider)
    }

    /// Counts what of the batch is answered without being listed, once all of it was read.
    private mutating func endBatch() {
        for refused in unlisted.end() {
            let count = refused.isListed ? 0 : refused.count ?? 0
            if !refused.isListed {
                tally.claims.rejected += count
                tally.rejectedCharges = refused.charges.flatMap { tally.rejectedCharges?.adding($0) }
            }
            guard let batch = openBatch else { continue }
            if let provider = refused.provider {
                answeredUnits[batch].refuse(
                    provider: provider, counting: refused.isListed ? nil : refused.count)
            } else if !refused.isListed {
                countClaims(count)
            }
        }
    }

    /// Adds an item where everything at a level was rejected.
    private mutating func add(_ statuses: [StatusReport], _ subject: WorkItem.Subject) {
        let rejections = statuses.filter(\.isRefusal)
        guard let first = rejections.first else { return }
        var item = WorkItem(subject, at: place(of: "STC", 0))
        item.answered = answered
        item.reasons = rejections.flatMap(CodeWords.reasons)
        item.chargeAmount = first.chargeAmount
        item.message = rejections.compactMap(\.message).joined(separator: "; ")
        waiting.append(item)
    }

    private mutating func readPatient() {
        let patient = parts.read(PatientAcknowledgement.self, from: block)
        countClaims(patient.claims.count, patient.claims)
        if !patient.claims.isEmpty { unlisted.list() }
        var line = 0
        for (index, claim) in patient.claims.enumerated() {
            let isRejected = claim.statuses.contains { !$0.isAcceptance }
            // A line stands there only when it was refused, so an accepted claim has none, unless the payer contradicts itself.
            tally.claims.count(isRejected ? "R" : claim.serviceLines.isEmpty ? "A" : "E")
            let charge = claim.chargeAmount ?? .zero
            if isRejected {
                tally.rejectedCharges = tally.rejectedCharges?.adding(charge)
            } else {
                tally.acceptedCharges = tally.acceptedCharges?.adding(charge)
            }
            let item = item(of: claim, at: place(of: "TRN", index))
            if isRejected { waiting.append(item) }
            for service in claim.serviceLines {
                var inner = self.item(of: service, in: item, at: place(of: "SVC", line))
                inner.isOfAcceptedClaim = !isRejected
                waiting.append(inner)
                line += 1
            }
        }
    }

    private func item(of claim: AcknowledgedClaim, at place: Location) -> WorkItem {
        var item = WorkItem(.claim, at: place)
        item.answered = answered
        item.claim = claim.patientControlNumber ?? ""
        item.payerClaim = claim.payerClaimControlNumber ?? ""
        item.chargeAmount = claim.chargeAmount
        item.claimCharge = claim.chargeAmount
        item.reasons = claim.statuses.filter { !$0.isAcceptance }.flatMap(CodeWords.reasons)
        item.message = claim.statuses.compactMap(\.message).joined(separator: "; ")
        return item
    }

    private func item(
        of line: AcknowledgedServiceLine, in claim: WorkItem, at place: Location
    ) -> WorkItem {
        var item = claim
        item.subject = .serviceLine
        item.place = place
        item.serviceLine = line.lineItemControlNumber ?? ""
        item.chargeAmount = line.chargeAmount
        item.reasons = line.statuses.flatMap(CodeWords.reasons)
        item.message = line.statuses.compactMap(\.message).joined(separator: "; ")
        return item
    }

    /// Where a segment of the block stands, counted among those of its identifier.
    private func place(of identifier: SegmentIdentifier, _ number: Int) -> Location {
        var left = number
        for index in 0..<block.count where block.view(index).identifier == identifier {
            if left == 0 { return block[index].location }
            left -= 1
        }
        return block[0].location
    }
}

extension AcknowledgedClaim {
    /// What the claim charges: STC04 of the first status that says it.
    fileprivate var chargeAmount: ExactDecimal? { statuses.lazy.compactMap(\.chargeAmount).first }
}
