public import X12Diagnostics
public import X12Ledger
public import X12Models
internal import X12Text

/// Writes claims of one destination as an interchange with one functional group.
///
/// Claims are given in an order that keeps those of a billing provider, subscriber and patient together; a level is
/// written anew only where it differs from the claim's before.
public struct SubmissionWriter: ~Copyable {
    private let destination: Destination
    private let settings: SubmissionSettings
    private let numbers: ReservedNumbers
    private var writer = ModelWriter(.issue)
    private var claimsInSet = 0
    private var sets = 0
    private var billingProvider: BillingProvider?
    private var subscriber: Subscriber?
    private var patient: Patient?

    /// How many transaction sets a number of claims takes.
    public static func setCount(of claims: Int, _ settings: SubmissionSettings) -> Int {
        (claims + settings.claimsPerSet - 1) / settings.claimsPerSet
    }

    /// Begins an interchange.
    ///
    /// - Throws: ``X12Error/Code/delimiterInData`` for a destination that holds a delimiter.
    public init(
        _ destination: Destination, _ settings: SubmissionSettings, _ numbers: ReservedNumbers
    ) throws(X12Error) {
        self.destination = destination
        self.settings = settings
        self.numbers = numbers
        try writer.write(.interchange(interchange()))
        try writer.write(.group(group()))
    }

    /// Writes a claim with the levels that it does not share with the claim before.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func write(_ claim: Claim) throws(X12Error) {
        if claimsInSet == settings.claimsPerSet { try endSet() }
        if claimsInSet == 0 { try beginSet() }
        claimsInSet += 1
        if claim.billingProvider != billingProvider {
            billingProvider = claim.billingProvider
            subscriber = nil
            patient = nil
            try writer.write(.billingProvider(claim.billingProvider ?? BillingProvider()))
        }
        if claim.subscriber != subscriber || (claim.patient == nil) != (patient == nil) {
            subscriber = claim.subscriber
            patient = nil
            try writer.write(.subscriber(claim.subscriber ?? Subscriber()))
        }
        if let own = claim.patient, own != patient {
            patient = own
            try writer.write(.patient(own))
        }
        try writer.write(.claim(claim))
    }

    /// Ends the interchange.
    ///
    /// - Throws: what ``ModelWriter/write(_:)`` throws.
    public mutating func finish() throws(X12Error) {
        if claimsInSet > 0 { try endSet() }
        try writer.write(.groupTrailer(FunctionalGroupTrailer()))
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try writer.finish()
    }

    /// What was written since the last call.
    public mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

    // MARK: - Envelopes

    private func interchange() -> Interchange {
        func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
        var part = Interchange()
        part.authorizationQualifier = "00"
        part.securityQualifier = "00"
        part.senderQualifier = destination.sender.qualifier
        part.sender = destination.sender.identifier
        part.receiverQualifier = destination.address.qualifier
        part.receiver = destination.address.identifier
        part.date = String(Self.written(settings.date.appendX12).dropFirst(2))
        part.time = String(Self.written(settings.time.appendX12).prefix(4))
        part.repetitionSeparator = settings.delimiters.repetition.map(text)
        part.version = "00501"
        part.controlNumber = Self.padded(numbers.interchange, 9)
        part.acknowledgmentRequested = settings.asksForAcknowledgement ? "1" : "0"
        part.usage = settings.usage
        part.componentSeparator = text(settings.delimiters.component)
        part.elementSeparator = text(settings.delimiters.element)
        part.segmentTerminator = text(settings.delimiters.segment)
        part.lineEnd = settings.lineEnd.isEmpty ? nil : settings.lineEnd
        return part
    }

    private func group() -> FunctionalGroup {
        var part = FunctionalGroup()
        part.functionalIdentifier = "HC"
        part.sender = destination.sender.groupIdentifier ?? destination.sender.identifier
        part.receiver = destination.address.groupIdentifier ?? destination.address.identifier
        part.date = settings.date
        part.time = settings.time
        part.controlNumber = String(numbers.groups.lowerBound)
        part.responsibleAgency = "X"
        part.guide = Self.guide
        return part
    }

    private mutating func beginSet() throws(X12Error) {
        billingProvider = nil
        subscriber = nil
        patient = nil
        var part = ClaimHeader()
        part.controlNumber = Self.padded(numbers.sets.lowerBound + sets, 4)
        sets += 1
        part.implementationGuide = Self.guide
        part.purpose = "00"
        part.referenceIdentifier = "\(Self.padded(numbers.interchange, 9))-\(sets)"
        part.creationDate = settings.date
        part.creationTime = settings.time
        part.claimType = settings.claimType
        part.submitter = destination.submitter
        part.receiver = destination.receiver
        try writer.write(.claimHeader(part, guide: Self.guide))
    }

    private mutating func endSet() throws(X12Error) {
        claimsInSet = 0
        try writer.write(.claimTrailer(TransactionTrailer()))
    }

    private static let guide = "005010X222A1"

    private static func written(_ append: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        append(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
