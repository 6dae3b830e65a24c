public import X12Diagnostics
public import X12Text

/// One thing that an answer (TA1, 999, 277CA) says and somebody has to act on.
public struct WorkItem: Sendable, Equatable {
    /// What the answer speaks of.
    public var subject: Subject
    /// Whether it was rejected; else it was accepted with errors noted.
    public var isRejected = true
    /// Why, code by code.
    public var reasons: [Reason] = []
    /// The segment of the answer that says so.
    public var place: Location
    /// What the answer calls what it answers.
    public var answered = Answered()
    /// The segment or element that is meant (IK3, IK4).
    public var segment: AnsweredSegment?
    /// The claim's patient control number (CTX of CLM01, TRN02 of a 277CA); empty where none is named.
    public var claim = ""
    /// Another number by which the record is known (CTX), with the place it comes from: `TRN02`.
    public var reference = Reference()
    /// The payer's number of the claim (REF of `1K`).
    public var payerClaim = ""
    /// The service line's control number (REF of `FJ`), or its number in the claim.
    public var serviceLine = ""
    /// What was charged (STC04, SVC02).
    public var chargeAmount: ExactDecimal?
    /// What the claim charges of which it is (STC04).
    var claimCharge: ExactDecimal?
    /// Whether it is a line that was refused though its claim was accepted, so that the answer contradicts itself.
    public internal(set) var isOfAcceptedClaim = false
    /// The value as it was sent (IK404); it can be a person's.
    public var badValue = ""
    /// The codes that the guide allows in its place, where it lists them.
    public var allowed: [String] = []
    /// What else the answer says (STC12); it can name a person.
    public var message = ""
    /// Where the original has it, when the original was looked at.
    public var original: OriginalPlace?

    init(_ subject: Subject, at place: Location) {
        self.subject = subject
        self.place = place
    }

    /// What an answer speaks of.
    public enum Subject: String, Sendable {
        /// An interchange (TA1).
        case interchange
        /// A functional group (AK9).
        case group
        /// A transaction set (IK5).
        case transactionSet
        /// A segment (IK3).
        case segment
        /// An element (IK4).
        case element
        /// All claims of a transaction set (277CA, 2200B).
        case batch
        /// All claims of a billing provider (277CA, 2200C).
        case provider
        /// A claim (277CA, 2200D).
        case claim
        /// A service line (277CA, 2220D).
        case serviceLine
    }

    /// A code, where it stands, and what it means.
    public struct Reason: Sendable, Equatable {
        /// The element that has it: `IK403`, `STC01`.
        public let element: String
        /// The code: `I6`, `A7:562:85`.
        public let code: String
        /// What it means, in a few words.
        public let meaning: String
    }

    /// The numbers of what is answered; an empty text means "not said".
    public struct Answered: Sendable, Equatable {
        /// The interchange's control number (TA101).
        public var interchange = ""
        /// The group's control number (AK102).
        public var group = ""
        /// The transaction set's control number (AK202).
        public var transactionSet = ""
        /// What the set is (AK201: `837`).
        public var kind = ""
        /// The guide it follows (AK203, else AK103).
        public var guide = ""
        /// The submitter's name for the batch of claims (277CA, 2200B TRN02: the BHT03 of the claims).
        public var batch = ""
    }

    /// A number and where it comes from.
    public struct Reference: Sendable, Equatable {
        /// Where it comes from: `TRN02`.
        public var place = ""
        /// The number.
        public var number = ""
    }
}
