internal import X12Diagnostics
public import X12Text

/// How an answer is written: its date, its numbers, what it may show.
public struct AcknowledgementOptions: Sendable {
    /// The day the answer is written (ISA09, GS04).
    public var date: CalendarDate
    /// The time of day it is written (ISA10, GS05).
    public var time: ClockTime
    /// Whether every interchange is answered by a TA1, also when nobody asked (ISA14) and nothing is wrong.
    public var answersEveryInterchange = false
    /// The numbers of interchanges and groups; unless said, an answer repeats ISA13 of what it answers.
    public var numbers = AnswerNumbers()
    /// Whether dates, identifiers and texts are copied (IK404, CTX), which can be a person's; amounts, codes, counts
    /// and claim numbers always are.
    public var showsValues = false
    /// The highest WEDI SNIP level whose findings a 999 tells; the rest is a 277CA's business. 2 unless said.
    public var highestLevel = 2
    /// The most errors that are listed of one transaction set, 0 or more; those beyond still decide on its status and its
    /// codes. 1,000 unless said.
    public var mostErrors = 1000 {
        didSet { precondition(mostErrors >= 0, "a number of errors is not negative") }
    }

    /// An answer of a day and time, all else as usual.
    public init(date: CalendarDate, time: ClockTime) {
        self.date = date
        self.time = time
    }

    /// Whether a TA1 or 999 tells of a rule; else it is the business of a 277CA.
    func isSyntax(_ rule: Finding.Rule) -> Bool {
        rule.level <= highestLevel && !rule.acknowledgement.isOfClaimsAlone
    }
}
