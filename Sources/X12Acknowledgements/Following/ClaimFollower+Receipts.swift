internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

extension ClaimFollower {
    // MARK: - TA1

    /// Takes an interchange's receipt (TA1).
    mutating func takeReceipt() {
        let receipt = parts.read(InterchangeAcknowledgement.self, from: block)
        let place = around.place(block, 0)
        let number = receipt.controlNumber ?? ""
        let called = SendingIndex.Called(
            number: number, date: around.date, parties: around.interchangeParties,
            interchangeDate: receipt.date ?? "")
        switch claims.index.interchange(called) {
        case .none(let reason):
            guard !otherInterchanges.contains(number) else { return }
            miss(.interchange, number, reason, at: place)
        case .one(let found):
            let isTaken = receipt.status == "A" || receipt.status == "E"
            take(
                SeenAnswer(
                    kind: .interchange, verdict: isTaken ? .accepted : .rejected, since: around.date,
                    made: around.date, codes: isTaken ? "" : receipt.note ?? "", place: place), of: found)
        }
    }

    private mutating func take(_ answer: SeenAnswer, of sendings: some Sequence<Int32>) {
        for sending in sendings { claims.sendings[Int(sending)].take(answer) }
    }

    // MARK: - 999

    /// Takes a block of an answer to a group (999).
    mutating func takeSetAnswer() {
        switch block.kind {
        case .header: beginGroupAnswer()
        case .unit: takeSetResponse()
        case .trailer: endGroupAnswer()
        default: break
        }
    }

    private mutating func beginGroupAnswer() {
        let header = parts.read(ImplementationAcknowledgementHeader.self, from: block)
        open = OpenSet()
        open.made = around.date
        guard isAboutClaims(header) else {
            otherSets += 1
            return
        }
        let number = header.groupControlNumber ?? ""
        let called = SendingIndex.Called(number: number, date: around.date, parties: around.parties)
        switch claims.index.group(called) {
        case .one(let found):
            open.answers = Set(found)
            for sending in found {
                open.bySet[claims.sendings[Int(sending)].set, default: []].append(sending)
            }
        case .none(let reason): miss(.set, number, reason, at: around.place(block, 0))
        }
    }

    /// Whether a group is of professional claims, as far as the answer says; one that does not tell the guide may be.
    private func isAboutClaims(_ header: ImplementationAcknowledgementHeader) -> Bool {
        guard header.functionalIdentifier == "HC" else { return false }
        guard let named = header.groupGuide else { return true }
        return GuideLibrary().nearest(named, transactionSet: "837")?.setName == "837"
    }

    private mutating func takeSetResponse() {
        let response = parts.read(TransactionSetResponse.self, from: block)
        let status = response.status?.rawValue ?? ""
        let codes = response.errorCodes.enumerated().map { "IK50\($0.offset + 2)=\($0.element)" }
        let named = open.bySet[response.controlNumber ?? ""] ?? []
        open.answered.formUnion(named)
        takeSets(named, status, codes.isEmpty && status != "A" ? ["IK501=\(status)"] : codes)
    }

    private mutating func endGroupAnswer() {
        let trailer = parts.read(ImplementationAcknowledgementTrailer.self, from: block)
        let status = trailer.status?.rawValue ?? ""
        let codes = trailer.errorCodes.enumerated().map { "AK90\($0.offset + 5)=\($0.element)" }
        switch status {
        case "A", "E": takeSets(open.answers.subtracting(open.answered), "A", [])
        case "P": break
        // A group that is rejected takes along the sets in which nothing was wrong.
        default: takeSets(open.answers, "R", codes.isEmpty ? ["AK901=\(status)"] : codes)
        }
    }

    private mutating func takeSets(_ sendings: some Sequence<Int32>, _ status: String, _ codes: [String]) {
        let isTaken = status == "A" || status == "E"
        take(
            SeenAnswer(
                kind: .set, verdict: isTaken ? .accepted : .rejected, since: open.made, made: open.made,
                codes: codes.joined(separator: " "), place: around.place(block, 0)), of: sendings)
    }

    // MARK: - 277CA

    /// Takes a block of an answer to a batch of claims (277CA).
    mutating func takeClaimAnswer() {
        switch block.kind {
        case .header:
            let header = parts.read(ClaimAcknowledgementHeader.self, from: block)
            open = OpenSet()
            open.made = header.creationDate ?? around.date
        case .level(let loop) where block.guide?.loops[loop].identifier == "2000B": takeBatch()
        case .level(let loop) where block.guide?.loops[loop].identifier == "2000C": takeProvider()
        case .unit: takePatient()
        default: break
        }
    }

    private mutating func takeBatch() {
        let batch = parts.read(AcknowledgementReceiver.self, from: block).batch
        let number = batch?.batchIdentifier ?? ""
        let statuses = batch?.statuses ?? []
        let isRefused = statuses.contains(where: \.isRefusal)
        let place = around.place(block, 0)
        open.answers = []
        let called = SendingIndex.Called(number: number, date: open.made, parties: around.parties)
        switch claims.index.batch(called) {
        case .one(let found):
            open.answers = Set(found)
            guard !statuses.isEmpty else { return }
            take(answer(statuses, isRefused ? .rejected : .accepted, at: place), of: found)
        case .none(let reason): if isRefused { miss(.claim, number, reason, at: place) }
        }
    }

    private mutating func takeProvider() {
        let provider = parts.read(AcknowledgedProvider.self, from: block)
        let statuses = provider.claims?.statuses ?? []
        guard statuses.contains(where: \.isRefusal) else { return }
        let answer = answer(statuses, .rejected, at: around.place(block, 0))
        let known = claims.knownProvider(provider.names.first?.identifier)
        guard let known, !open.answers.isEmpty else {
            return miss(.claim, provider.names.first?.identifier ?? "", .unknown, at: answer.place)
        }
        for sending in open.answers {
            claims.ofProviders[SentClaims.ProviderKey(sending: sending, provider: known)] = answer
        }
    }

    private mutating func takePatient() {
        let patient = parts.read(PatientAcknowledgement.self, from: block)
        var places: [FilePlace] = []
        for index in 0..<block.count where block.view(index).identifier == "TRN" {
            places.append(around.place(block, index))
        }
        for (index, claim) in patient.claims.enumerated() {
            take(claim, at: index < places.count ? places[index] : around.place(block, 0))
        }
    }

    private mutating func take(_ claim: AcknowledgedClaim, at place: FilePlace) {
        var wanted = SentClaims.Wanted()
        wanted.number = claim.patientControlNumber ?? ""
        wanted.payerNumber = claim.payerClaimControlNumber ?? ""
        wanted.charge = claim.statuses.compactMap(\.chargeAmount).first
        wanted.date = open.made
        wanted.sendings = open.answers
        if let first = claim.serviceDate?.firstDay {
            wanted.days = first...max(first, claim.serviceDate?.lastDay ?? first)
        }
        switch claims.find(wanted) {
        case .none(let reason): miss(.claim, wanted.number, reason, at: place)
        case .one(let found):
            let isTaken = !claim.statuses.isEmpty && claim.statuses.allSatisfy(\.isAcceptance)
            let isBoth = claim.statuses.contains(where: \.isContradiction)
            claims.entries[Int(found)].take(
                answer(
                    claim.statuses, isTaken ? .accepted : isBoth ? .contradicted : .rejected, at: place))
            if let number = claim.payerClaimControlNumber { claims.entries[Int(found)].payerNumber = number }
        }
    }

    private func answer(
        _ statuses: [StatusReport], _ verdict: SeenAnswer.Verdict, at place: FilePlace
    ) -> SeenAnswer {
        let telling = verdict == .accepted ? statuses : statuses.filter { !$0.isAcceptance }
        let codes = telling.flatMap(\.statuses).map { status in
            [status.category, status.code, status.entity].compactMap(\.self).joined(separator: ":")
        }
        return SeenAnswer(
            kind: .claim, verdict: verdict, since: telling.compactMap(\.effectiveDate).first ?? open.made,
            made: open.made, codes: codes.joined(separator: " "), place: place)
    }
}
