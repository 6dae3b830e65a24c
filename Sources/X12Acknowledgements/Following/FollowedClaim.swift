public import X12Text

/// A claim that was sent, and what became of it.
public struct FollowedClaim: Sendable {
    /// Where it stands.
    public internal(set) var state = ClaimState.notAnswered
    /// Since when it stands there; nil where the data have no date.
    public internal(set) var since: CalendarDate?
    /// When it was sent (BHT04, else GS04).
    public internal(set) var sent: CalendarDate?
    /// The practice's number of it (CLM01).
    public internal(set) var number = ""
    /// The payer's number of it (REF of `1K`, CLP07); empty where none was told.
    public internal(set) var payerNumber = ""
    /// The payer it was sent to (2010BB NM103, else NM109).
    public internal(set) var payer = ""
    /// The payer's place in the order of payment (SBR01).
    public internal(set) var responsibility = ""
    /// Whether it was new, replaces or takes back another (CLM05-3).
    public internal(set) var frequency = ""
    /// The first day of its services, and the last.
    public internal(set) var firstDay: CalendarDate?
    /// The last day of its services.
    public internal(set) var lastDay: CalendarDate?
    /// What was charged (CLM02).
    public internal(set) var charge: ExactDecimal?
    /// What its payer paid, reversals taken off; nil before it decided.
    public internal(set) var paid: ExactDecimal?
    /// What the payers behind paid, to whom it was passed on.
    public internal(set) var paidByNextPayers: ExactDecimal?
    /// What is the patient's by the last payer that decided (CAS of `PR`).
    public internal(set) var patientShare: ExactDecimal?
    /// What payers took off for other reasons.
    public internal(set) var adjusted: ExactDecimal?
    /// What of the charge nobody has decided on.
    public internal(set) var open: ExactDecimal?
    /// Codes that say why: `A7:562:85` of a status, `CO:16` of an adjustment, `IK502 5` of a 999.
    public internal(set) var reasons: [WorkItem.Reason] = []
    /// Where the claim stands.
    public internal(set) var place = Place()
    /// The last answer, where there is one.
    public internal(set) var answer: Answer?
    /// The claim that stands in its place.
    public internal(set) var replacedBy: Place?
    /// The claim that it stands in the place of.
    public internal(set) var replaces: Place?
    /// The claim to the payer before, of the same services.
    public internal(set) var earlierPayerClaim: Place?
    /// What else is to be known of it.
    public internal(set) var remarks: Set<Remark> = []

    /// Whether nothing more is to come: the payer decided on all of it, and no other payer is still to.
    public var isFinal: Bool {
        state.isFinal && !remarks.contains(.passedOn) && !remarks.contains(.partOpen)
    }

    /// Whether somebody has to do something, however long it has been.
    public var asksForWork: Bool {
        state.asksForWork || remarks.contains(.wanted) || remarks.contains(.ambiguous)
            || remarks.contains(.decidedTwice) || isLeftOut
    }

    /// Whether a 277CA took its batch and does not name it.
    var isLeftOut: Bool { state == .received && answer?.kind == .claim }

    /// How many days it has been sent; nil where the data have no date.
    public func days(on day: CalendarDate) -> Int? { sent.map { $0.days(until: day) } }

    /// A segment of a file that was read.
    public struct Place: Sendable, Equatable {
        /// The file, by its number among those that were read, from 0.
        public internal(set) var file = 0
        /// The line of text, from 1.
        public internal(set) var line = 0
        /// The segment's number in the file, from 1.
        public internal(set) var segment = 0
    }

    /// The answer that says where a claim stands.
    public struct Answer: Sendable, Equatable {
        /// What kind it is.
        public let kind: AnswerKind
        /// Where it stands.
        public let place: Place
    }

    /// What else is to be known of a claim.
    public enum Remark: String, Sendable, CaseIterable {
        /// Its number is also another patient's, so that answers cannot be told apart by it.
        case ambiguous
        /// The payer passed it on to the next one, which has not answered, or took back what it decided.
        case passedOn
        /// A part of the charge is in no remittance.
        case partOpen
        /// A service was paid nothing that is not the patient's.
        case serviceUnpaid
        /// More was decided on than was charged: it may have been paid twice.
        case decidedTwice
        /// A payment was taken back that is in none of the files.
        case earlierPaymentMissing
        /// The payer asks for more (277 of category R).
        case wanted
        /// The payer has only foretold what it would pay (CLP02 of 25).
        case foretold
        /// An answer says that the claim was taken and refused at once.
        case contradicted
    }
}
