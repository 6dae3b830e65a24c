internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

extension ClaimFollower {
    /// Takes what a block of a claim set has.
    mutating func takeClaims() throws(X12Error) {
        switch block.kind {
        case .header: beginSending()
        case .level, .unit: try takeLevel()
        default: break
        }
    }

    private mutating func beginSending() {
        let header = parts.read(ClaimHeader.self, from: block)
        var sending = Sending()
        sending.interchange = around.interchange
        sending.interchangeDate = around.interchangeDate
        sending.group = around.group
        sending.set = header.controlNumber ?? ""
        sending.batch = header.referenceIdentifier ?? ""
        sending.date = header.creationDate ?? around.date
        sending.parties = around.parties
        sending.interchangeParties = around.interchangeParties
        sending.interchangeOrdinal = around.interchangeOrdinal
        sending.groupOrdinal = around.groupOrdinal
        claims.sendings.append(sending)
        open.isSent = true
    }

    private mutating func takeLevel() throws(X12Error) {
        guard block.count > 0 else { return }
        guard block.view(0).identifier == "HL" else { return try takeClaim() }
        let level = block.view(0)[3].string
        switch level {
        case "20":
            let provider = parts.read(BillingProvider.self, from: block)
            open.provider = claims.provider(provider.provider?.identifier)
            open.subscriber = nil
            open.patient = nil
        case "22":
            let subscriber = parts.read(Subscriber.self, from: block)
            open.payer = claims.payer(subscriber.payer?.organizationName, subscriber.payer?.identifier)
            open.subscriber = subscriber
            open.patient = nil
        case "23": open.patient = parts.read(Patient.self, from: block)
        default: break
        }
    }

    private mutating func takeClaim() throws(X12Error) {
        guard open.isSent, block.view(0).identifier == "CLM" else { return }
        var claim = parts.read(Claim.self, from: block)
        claim.subscriber = open.subscriber
        claim.patient = open.patient
        guard claims.entries.count < Self.most else {
            throw X12Error(
                .limitPassed, at: block[0].location,
                "more than \(Self.most) claims were sent: follow them in parts, such as a month each")
        }
        if open.payer < 0 { open.payer = claims.payer(nil, nil) }
        claims.append(
            SentEntry(
                claim, sending: Int32(claims.sendings.count - 1), payer: open.payer, provider: open.provider,
                at: around.place(block, 0)))
    }
}
