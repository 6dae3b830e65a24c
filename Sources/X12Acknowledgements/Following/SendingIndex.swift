internal import X12Text

/// Finds the sendings that an answer is about by the numbers that it calls them by.
struct SendingIndex {
    private var interchanges: [String: [Unit]] = [:]
    private var groups: [String: [Unit]] = [:]
    private var batches: [String: [Unit]] = [:]

    /// The sendings of one interchange, or one group, that have a number.
    private struct Unit {
        let ordinal: Int32
        let date: CalendarDate?
        let interchangeDate: String
        let parties: Sending.Parties
        var sendings: [Int32]
    }

    /// What an answer says about what it answers.
    struct Called {
        var number: String
        var date: CalendarDate?
        var parties: Sending.Parties
        /// The day of the interchange, of a TA1.
        var interchangeDate = ""
    }

    /// Of more units of one number nobody can say which is which.
    private static let mostOfOneNumber = 10_000

    mutating func fill(_ sendings: [Sending]) {
        for (place, sending) in sendings.enumerated() {
            let own = Int32(place)
            Self.add(
                own, sending, sending.interchangeOrdinal, sending.interchangeParties,
                to: &interchanges[sending.interchange, default: []])
            let ordinal = sending.groupOrdinal
            Self.add(own, sending, ordinal, sending.parties, to: &groups[sending.group, default: []])
            Self.add(own, sending, ordinal, sending.parties, to: &batches[sending.batch, default: []])
        }
    }

    private static func add(
        _ place: Int32, _ sending: Sending, _ ordinal: Int32, _ parties: Sending.Parties,
        to units: inout [Unit]
    ) {
        guard let last = units.indices.last, units[last].ordinal == ordinal else {
            units.append(
                Unit(
                    ordinal: ordinal, date: sending.date, interchangeDate: sending.interchangeDate,
                    parties: parties, sendings: [place]))
            return
        }
        units[last].sendings.append(place)
    }

    func interchange(_ called: Called) -> Found<[Int32]> {
        let all = interchanges[called.number] ?? []
        let ofDay = all.filter { $0.interchangeDate == called.interchangeDate }
        return Self.pick(ofDay.isEmpty ? all : ofDay, called)
    }

    func group(_ called: Called) -> Found<[Int32]> { Self.pick(groups[called.number] ?? [], called) }

    func batch(_ called: Called) -> Found<[Int32]> { Self.pick(batches[called.number] ?? [], called) }

    /// Of the units of a number the one that an answer is about: not sent later, between the same parties if there is
    /// such a one, and of those the last.
    private static func pick(_ all: [Unit], _ called: Called) -> Found<[Int32]> {
        guard !all.isEmpty else { return .none(.unknown) }
        guard all.count <= mostOfOneNumber else { return .none(.ambiguous) }
        var left = all.filter { isBefore($0.date, called.date) }
        guard !left.isEmpty else { return .none(.sentLater) }
        let own = left.filter { $0.parties == called.parties.turned }
        if !own.isEmpty { left = own }
        if left.count > 1 {
            let last = left.compactMap(\.date).max()
            left = left.filter { $0.date == last }
        }
        return left.count == 1 ? .one(left[0].sendings) : .none(.ambiguous)
    }

    /// Whether something that was sent on a day can be answered on another; where either is not known, it can.
    static func isBefore(_ sent: CalendarDate?, _ answered: CalendarDate?) -> Bool {
        guard let sent, let answered else { return true }
        return sent <= answered
    }
}
