internal import X12Text

/// A transaction set of claims that was sent, by the numbers that answers call it by.
struct Sending: Sendable {
    /// ISA13, GS06, ST02 and BHT03.
    var interchange = ""
    var group = ""
    var set = ""
    var batch = ""
    /// The day that the interchange says (ISA09, YYMMDD), which a TA1 gives back.
    var interchangeDate = ""
    var date: CalendarDate?
    /// Sender and receiver of the interchange (ISA06, ISA08) and the group (GS02, GS03).
    var parties = Parties()
    var interchangeParties = Parties()
    /// Which interchange and which group of all that were read it stands in.
    var interchangeOrdinal: Int32 = 0
    var groupOrdinal: Int32 = 0
    /// The answer of the highest rank about all of it.
    var answer: SeenAnswer?

    /// Who sends and who receives.
    struct Parties: Hashable, Sendable {
        var sender = ""
        var receiver = ""

        /// The same, seen from the other side.
        var turned: Parties { Parties(sender: receiver, receiver: sender) }
    }

    /// Takes an answer in; the one of higher rank stays.
    mutating func take(_ answer: SeenAnswer) {
        if answer.outranks(self.answer) { self.answer = answer }
    }
}
