internal import X12Diagnostics
internal import X12Models

/// Finds the way of claims that come complete: by their payer, where the practice file has it, else by the envelope
/// they came in.
struct ClaimRouter: Sendable {
    private let practice: Practice?
    /// What stands around the claim: its interchange, group and header.
    private(set) var envelope: [ModelItem] = []
    private var interchange = Interchange()
    private var group = FunctionalGroup()
    private var header = ClaimHeader()
    private var billingProvider: BillingProvider?
    private var subscriber: Subscriber?
    private var patient: Patient?

    init(_ practice: Practice?) { self.practice = practice }

    /// Takes the next piece of a file; a claim comes out as an assembly.
    mutating func take(_ item: ModelItem) -> Assembly? {
        switch item {
        case .interchange(let part):
            interchange = part
            group = FunctionalGroup()
            leaveHeader()
            envelope = [item]
        case .group(let part):
            group = part
            leaveHeader()
            envelope = envelope.prefix { if case .interchange = $0 { true } else { false } } + [item]
        case .claimHeader(let part, _):
            leaveHeader()
            header = part
            envelope.removeAll { if case .claimHeader = $0 { true } else { false } }
            envelope.append(item)
        case .billingProvider(let part): open(part)
        case .subscriber(let part): open(part)
        case .patient(let part): open(part)
        case .claim(let claim): return assembly(of: claim)
        default: break
        }
        return nil
    }

    /// Forgets the header, and the levels below it: what comes next has its own, or none.
    private mutating func leaveHeader() {
        header = ClaimHeader()
        billingProvider = nil
        subscriber = nil
        patient = nil
    }

    // Levels are numbered anew, and those of one provider or person are one again.

    private mutating func open(_ part: BillingProvider) {
        billingProvider = part
        billingProvider?.hierarchicalLevel = nil
        subscriber = nil
        patient = nil
    }

    private mutating func open(_ part: Subscriber) {
        subscriber = part
        subscriber?.hierarchicalLevel = nil
        patient = nil
    }

    private mutating func open(_ part: Patient) {
        patient = part
        patient?.hierarchicalLevel = nil
    }

    private func assembly(of claim: Claim) -> Assembly {
        var work = AssemblyWork<Assembly>(number: claim.patientControlNumber, line: 0)
        var claim = claim
        claim.billingProvider = billingProvider
        claim.subscriber = subscriber
        claim.patient = patient
        work.result.claim = claim
        work.result.delimiters = interchange.delimiters
        work.result.envelope = envelope
        let payer = payer(of: claim)
        let submitter = work.require(
            (practice ?? Practice()).submitter(to: payer, otherwise: header.submitter), "the submitter")
        let receiver = work.require(payer?.receiver ?? header.receiver, "the receiver")
        let sender = work.require(practice?.sender(to: payer) ?? self.sender, "the sender's address")
        let address = work.require(payer?.address ?? self.address, "the receiver's address")
        guard let submitter, let receiver, let sender, let address else { return work.result }
        work.result.destination = Destination(
            submitter: submitter, sender: sender, receiver: receiver, address: address,
            profile: payer?.profile, claimType: header.claimType)
        return work.result
    }

    private func payer(of claim: Claim) -> NamedPayer? {
        guard let identifier = claim.subscriber?.payer?.identifier else { return nil }
        return practice?.payers.first { $0.payer?.identifier == identifier }
    }

    private var sender: EnvelopeAddress? {
        EnvelopeAddress(interchange.senderQualifier, interchange.sender, group.sender)
    }

    private var address: EnvelopeAddress? {
        EnvelopeAddress(interchange.receiverQualifier, interchange.receiver, group.receiver)
    }
}
