internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// The answer to one transaction set of claims while it is read.
///
/// Claims of a patient are gathered, patients of a provider wait for the provider's totals, providers for those of the
/// batch.
struct BatchAnswer: ~Copyable {
    private let options: AcknowledgementOptions
    private var writer: ModelWriter
    private let terminator: UInt8
    private let trace: String
    private let received: CalendarDate
    private var header = ClaimHeader()
    /// Why the whole batch is refused, if it is.
    private var refusals: [Finding.ClaimStatus] = []
    /// Why all claims under the levels that are open are rejected.
    private var providerRejection = ClaimRejection()
    private var subscriberRejection = ClaimRejection()
    private var patientRejection = ClaimRejection()
    private var provider: BillingProvider?
    private var subscriber: Subscriber?
    private var patient: PatientAcknowledgement?
    /// The open provider's level, its patients and their totals; all complete providers and the batch's totals.
    private var providerLevel = 0
    private let patients = HeldBytes()
    private var providerTotals = ClaimTotals()
    private let providers = HeldBytes()
    private var totals = ClaimTotals()
    private var lastLevel = 2
    private var segments = 0
    private var isGuideChosen = false

    /// The most claims of a patient that are gathered; those beyond stand under a level of their own.
    private static let mostClaims = 100

    init(
        _ options: AcknowledgementOptions, writer: consuming ModelWriter, terminator: UInt8, trace: String,
        received: CalendarDate
    ) {
        self.options = options
        self.writer = writer
        self.terminator = terminator
        self.trace = trace
        self.received = received
    }

    /// Claims so far; of a batch that is refused none is accepted.
    var claims: (accepted: Int, rejected: Int) {
        refusals.isEmpty ? (totals.accepted, totals.rejected) : (0, totals.count)
    }

    // MARK: - Reading

    mutating func take(_ header: ClaimHeader, _ errors: [Finding]) {
        self.header = header
        refuse(errors)
    }

    /// Takes note of errors that concern the batch as a whole.
    mutating func refuse(_ errors: [Finding]) {
        refusals += errors.flatMap { ClaimRejection.statuses(of: $0) }
    }

    mutating func take(_ level: BillingProvider, _ errors: [Finding]) throws(X12Error) {
        try endProvider()
        provider = level
        providerRejection = ClaimRejection(errors)
        subscriberRejection = ClaimRejection()
        patientRejection = ClaimRejection()
        subscriber = nil
        lastLevel += 1
        providerLevel = lastLevel
    }

    mutating func take(_ level: Subscriber, _ errors: [Finding]) throws(X12Error) {
        try endPatient()
        subscriber = level
        subscriberRejection = ClaimRejection(errors)
        patientRejection = ClaimRejection()
        patient = PatientAcknowledgement()
        patient?.patient = AcknowledgedPatient(level.person)
    }

    mutating func take(_ level: Patient, _ errors: [Finding]) throws(X12Error) {
        try endPatient()
        patientRejection = ClaimRejection(errors)
        patient = PatientAcknowledgement()
        patient?.patient = AcknowledgedPatient(level.person, of: subscriber?.person)
    }

    mutating func take(_ claim: Claim, _ errors: [Finding]) throws(X12Error) {
        let rejection = ClaimRejection(errors).behind([
            providerRejection, subscriberRejection, patientRejection,
        ])
        let answer = AcknowledgedClaim(claim, rejection, options.date)
        let isAccepted = rejection.isEmpty
        providerTotals.count(claim.chargeAmount ?? .zero, isAccepted: isAccepted)
        totals.count(claim.chargeAmount ?? .zero, isAccepted: isAccepted)
        if let gathered = patient?.claims.count, gathered >= Self.mostClaims {
            let person = patient?.patient
            try endPatient()
            patient = PatientAcknowledgement()
            patient?.patient = person
        }
        if patient == nil { patient = PatientAcknowledgement() }
        patient?.claims.append(answer)
    }

    // MARK: - Levels

    private mutating func endPatient() throws(X12Error) {
        guard var open = patient else { return }
        patient = nil
        guard !open.claims.isEmpty else { return }
        lastLevel += 1
        open.hierarchicalLevel = Self.level(lastLevel, under: providerLevel, hasChild: nil)
        let bytes = try bytes(of: .patientAcknowledgement(open))
        try patients.append(bytes)
    }

    private mutating func endProvider() throws(X12Error) {
        try endPatient()
        defer {
            providerTotals = ClaimTotals()
            patients.removeAll()
        }
        guard let open = provider, providerTotals.count > 0 else {
            // A provider without a claim has no level; its number goes to the next one.
            if provider != nil { lastLevel = providerLevel - 1 }
            return
        }
        var level = AcknowledgedProvider(open, providerTotals)
        level.hierarchicalLevel = Self.level(providerLevel, under: 2, hasChild: true)
        let bytes = try bytes(of: .acknowledgedProvider(level))
        try providers.append(bytes)
        let providers = providers
        try patients.drain { part throws(X12Error) in try providers.append(Array(part)) }
    }

    /// The whole transaction set; the batch is used up.
    consuming func finished(controlNumber: String) throws(X12Error) -> HeldBytes {
        try endProvider()
        let whole = HeldBytes()
        let isRefused = !refusals.isEmpty
        let hasClaims = !isRefused && totals.count > 0
        // Nothing below a batch that is refused is answered.
        if !hasClaims { segments = 0 }
        if isRefused { totals.refuse() }
        for item in heads(controlNumber: controlNumber, hasClaims: hasClaims) {
            let bytes = try bytes(of: item)
            try whole.append(bytes)
        }
        if hasClaims { try providers.drain { part throws(X12Error) in try whole.append(Array(part)) } }
        var trailer = TransactionTrailer()
        trailer.segmentCount = segments + 1
        trailer.controlNumber = controlNumber
        let bytes = try bytes(of: .claimAcknowledgementTrailer(trailer))
        try whole.append(bytes)
        return whole
    }

    private func heads(controlNumber: String, hasClaims: Bool) -> [ModelItem] {
        var opening = ClaimAcknowledgementHeader()
        opening.controlNumber = controlNumber
        opening.implementationGuide = ClaimAnswer.guide
        opening.referenceIdentifier = String(trace.suffix(30))
        opening.creationDate = options.date
        opening.creationTime = options.time
        var source = AcknowledgementSource(
            header.receiver, trace: trace, received: received, processed: options.date)
        source.hierarchicalLevel = Self.level(1, under: nil, hasChild: true)
        var receiver = AcknowledgementReceiver(header, totals, refusals, options.date)
        receiver.hierarchicalLevel = Self.level(2, under: 1, hasChild: hasClaims)
        return [
            .claimAcknowledgementHeader(opening, guide: ClaimAnswer.guide), .acknowledgementSource(source),
            .acknowledgementReceiver(receiver),
        ]
    }

    private static func level(_ number: Int, under parent: Int?, hasChild: Bool?) -> HierarchicalLevel {
        var level = HierarchicalLevel()
        level.identifier = String(number)
        level.parentIdentifier = parent.map { String($0) }
        level.childCode = hasChild.map { $0 ? "1" : "0" }
        return level
    }

    /// A piece as bytes; its segments are counted.
    private mutating func bytes(of item: ModelItem) throws(X12Error) -> [UInt8] {
        if !isGuideChosen {
            isGuideChosen = true
            // The writer learns the guide from the header, which is written last.
            try writer.write(
                .claimAcknowledgementHeader(ClaimAcknowledgementHeader(), guide: ClaimAnswer.guide))
            _ = writer.takeBytes()
        }
        try writer.write(item)
        let bytes = writer.takeBytes()
        segments += bytes.count { $0 == terminator }
        return bytes
    }
}
