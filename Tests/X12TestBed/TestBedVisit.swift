import X12TestSupport
import X12Text

/// One visit of a patient, and what becomes of its inquiry and its claim: all that the files of a bed are made from.
struct TestBedVisit: Sendable {
    /// A fault of the biller's.
    enum Fault: String, CaseIterable, Sendable {
        /// The claim's charge is not the sum of its lines'.
        case claimTotal
        /// The check digit of the treating provider's NPI is wrong.
        case providerIdentifier
        /// A line points at a diagnosis that the claim does not have.
        case diagnosisPointer

        /// The rule that finds it.
        var rule: String {
            switch self {
            case .claimTotal: "837P-BAL-CLM02"
            case .providerIdentifier: "837P-NPI-LUHN"
            case .diagnosisPointer: "837P-SV107-PTR"
            }
        }
    }

    /// What the payer makes of the claim.
    enum Outcome: String, Sendable {
        /// The payer does not know the member, so there is no claim.
        case memberUnknown
        /// The claim has a fault, and is not taken.
        case rejected
        case denied
        case paid
        /// Paid, then taken back and paid anew in the payer's next remittance.
        case corrected
    }

    /// One service, and what became of its charge; amounts in cents.
    struct Line: Sendable {
        var service: MadeUpService
        /// What the first payer made of it, where this is a claim to a second one.
        var earlier: MadeUpAdjudication?
        var adjudication: MadeUpAdjudication
        /// The decision that takes its place after a reversal.
        var corrected: MadeUpAdjudication
    }

    var number: Int
    var subscriber: MadeUpPerson
    var address: MadeUpAddress
    /// The patient, where that is not the subscriber.
    var child: MadeUpPerson?
    var date: CalendarDate
    var diagnoses: [String]
    var lines: [Line]
    var isSecondary: Bool
    var fault: Fault?
    var outcome: Outcome

    /// The practice's number of the claim, and of the inquiry before it.
    var claimNumber: String { "TB" + Self.padded(number, 6) }
    var inquiryNumber: String { "TBQ" + Self.padded(number, 6) }
    var charge: Int { lines.reduce(0) { $0 + $1.service.charge } }
    /// What was paid first, and what in the end.
    var firstPayment: Int {
        outcome == .paid || outcome == .corrected ? lines.reduce(0) { $0 + $1.adjudication.paid } : 0
    }
    var lastPayment: Int { outcome == .corrected ? lines.reduce(0) { $0 + $1.corrected.paid } : firstPayment }
    /// What the patient owes in the end.
    var patientOwes: Int {
        switch outcome {
        case .paid: lines.reduce(0) { $0 + $1.adjudication.patientResponsibility }
        case .corrected: lines.reduce(0) { $0 + $1.corrected.patientResponsibility }
        default: 0
        }
    }

    static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}

extension ExactDecimal {
    /// An amount of cents.
    static func cents(_ cents: Int) -> ExactDecimal {
        guard let amount = ExactDecimal(significand: Int64(cents), scale: 2) else {
            preconditionFailure("cents are an amount")
        }
        return amount
    }
}
