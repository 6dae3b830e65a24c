public import X12Diagnostics
internal import X12Models
public import X12Text

/// Claims, payments and inquiries of other files, in short, that an input is compared with: a remittance with the claims
/// that were sent and with what was paid before, a second payer's claim with the first payer's remittance, an answer about
/// coverage with the inquiry.
///
///     var counterparts = Counterparts()
///     try counterparts.add(ByteSource(path: "claims.837"))
///     var rules = RuleEngine(against: counterparts)
///
/// Memory grows with the claims that are added, by some hundred bytes each; there is a limit.
public struct Counterparts: Sendable {
    private var claims: [String: SentClaim] = [:]
    private var payments: [String: [PaidClaim]] = [:]
    /// What was asked about coverage, by trace number (TRN02).
    private var inquiries: [String: AskedServices] = [:]
    /// The submitter's numbers of batches (BHT03).
    private var batches: Set<String> = []
    /// The numbers of claims without case and leading zeros.
    private var plainNumbers: Set<String> = []
    /// Numbers that several claims share, which therefore nothing can be compared with, and the first two files that have them.
    private var shared: [String: SharedNumber] = [:]
    /// What the files are called, in the order they were added.
    private var files: [String] = []
    /// Trace numbers that several inquiries share.
    private var sharedTraces: Set<String> = []
    /// How many claims, payments and inquiries were added.
    public private(set) var count = 0

    /// The most claims, payments and inquiries together.
    public static let most = 2_000_000

    // Numbers are kept without blanks at their ends, as rules are asked for them.

    /// Nothing to compare with yet.
    public init() {}

    /// Adds what a file holds: professional claims, claim payments, inquiries about coverage.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - name: what a person calls it, for findings that have to name it.
    /// - Throws: ``X12Diagnostics/X12Error/Code/limitPassed`` past ``most``, and whatever reading throws.
    public mutating func add(_ source: consuming ByteSource, from name: String = "") throws(X12Error) {
        files.append(name)
        var reader = ModelReader(source)
        var remittance = RemittanceHeader()
        while let item = try reader.next() {
            switch item {
            case .claimHeader(let header, _):
                if let batch = header.referenceIdentifier { batches.insert(batch.trimmedEnd) }
            case .claim(let claim): add(claim)
            case .remittanceHeader(let header, _): remittance = header
            case .claimPayment(let payment): add(payment, of: remittance)
            case .inquiry(let inquiry): add(inquiry)
            default: continue
            }
            guard count <= Self.most else {
                throw X12Error(.limitPassed, "more than \(Self.most) claims or inquiries to compare with")
            }
        }
    }

    private mutating func add(_ claim: Claim) {
        guard let number = claim.patientControlNumber?.trimmedEnd else { return }
        count += 1
        plainNumbers.insert(Self.plain(number))
        let file = files.count - 1
        guard let other = claims.updateValue(SentClaim(claim, in: file), forKey: number) else { return }
        if shared[number] == nil { shared[number] = SharedNumber(first: other.file, second: file) }
    }

    private mutating func add(_ payment: ClaimPayment, of header: RemittanceHeader) {
        guard let number = payment.patientControlNumber?.trimmedEnd else { return }
        count += 1
        payments[number, default: []].append(PaidClaim(payment, of: header, in: files.count - 1))
    }

    private mutating func add(_ inquiry: EligibilityInquiry) {
        guard !inquiry.benefitInquiries.isEmpty else { return }
        let asked = AskedServices(inquiry)
        for number in AskedServices.traces(of: inquiry) {
            count += 1
            let number = number.trimmedEnd
            if inquiries.updateValue(asked, forKey: number) != nil { sharedTraces.insert(number) }
        }
    }

    /// What an answer answers, and which of its traces says so; `nil` where no inquiry, or several, have the trace.
    func inquiry(answeredBy traces: [TraceNumber]) -> (trace: Int, asked: AskedServices)? {
        for (index, trace) in traces.enumerated() where trace.type == .referenced {
            guard let number = trace.number, !sharedTraces.contains(number), let asked = inquiries[number]
            else { continue }
            return (index, asked)
        }
        return nil
    }

    /// The claim of a number (CLM01); `nil` where there is none, or several share it.
    func claim(_ number: String?) -> SentClaim? {
        guard let number, shared[number] == nil else { return nil }
        return claims[number]
    }

    /// Where the claims stand that share a number, in words; `nil` where only one claim has it, or none.
    func placesSharing(_ number: String) -> String? {
        guard let shared = shared[number] else { return nil }
        let (first, second) = (files[shared.first], files[shared.second])
        guard shared.first == shared.second else { return "in \(first) and in \(second)" }
        return first.isEmpty ? "twice in one file" : "twice in \(first)"
    }

    /// What the file of a payment is called.
    func name(of payment: PaidClaim) -> String {
        let name = files[payment.file]
        return name.isEmpty ? "what this one is compared with" : name
    }

    /// Whether claims of a batch were added.
    package func hasBatch(_ number: String) -> Bool { batches.contains(number) }

    /// Whether there is nothing but payments: a remittance is looked for what was paid before, and need not have a number of
    /// theirs.
    package var holdsPaymentsAlone: Bool { claims.isEmpty && inquiries.isEmpty && !payments.isEmpty }

    /// Whether a claim of this number was added.
    func hasClaim(_ number: String) -> Bool { claims[number] != nil }

    /// Whether anything was added under this number: a claim (CLM01), a payment (CLP01), or a trace of an inquiry (TRN02).
    public func holds(_ number: String) -> Bool {
        let number = number.trimmedEnd
        return claims[number] != nil || payments[number] != nil || inquiries[number] != nil
    }

    /// Whether a claim's number is this one but for case and leading zeros.
    func hasAlmost(_ number: String) -> Bool { plainNumbers.contains(Self.plain(number)) }

    private static func plain(_ number: String) -> String {
        String(number.uppercased().drop { $0 == "0" })
    }

    /// The payments of a claim (CLP01), in the order received.
    func payments(_ number: String?) -> [PaidClaim] { number.flatMap { payments[$0] } ?? [] }

    /// The files of the first two claims that share a number.
    private struct SharedNumber: Sendable {
        let first: Int
        let second: Int
    }
}
