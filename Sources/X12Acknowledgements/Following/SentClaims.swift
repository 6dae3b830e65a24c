internal import X12Models
internal import X12Text

/// The claims that were sent, and what answers find them by.
struct SentClaims {
    var entries: [SentEntry] = []
    var sendings: [Sending] = []
    private(set) var payers: [Payer] = []
    private var payerPlaces: [String: Int32] = [:]
    private var providers: [String: Int32] = [:]
    /// The last claim of each number; the others follow it.
    private var byNumber: [String: Int32] = [:]
    /// Claims by their payer's numbers; made when it is first asked for.
    private var byPayerNumber: [String: Int32]?
    private(set) var index = SendingIndex()
    /// What was said of all claims of a provider in a sending.
    var ofProviders: [ProviderKey: SeenAnswer] = [:]

    /// A payer that claims were sent to.
    struct Payer: Sendable {
        let shown: String
        let name: PayerName
    }

    /// A billing provider's claims in a sending.
    struct ProviderKey: Hashable, Sendable {
        let sending: Int32
        let provider: Int32
    }

    // MARK: - Filling

    mutating func payer(_ name: String?, _ number: String?) -> Int32 {
        let key = "\(name ?? "")\0\(number ?? "")"
        if let known = payerPlaces[key] { return known }
        let place = Int32(payers.count)
        payers.append(
            Payer(
                shown: name ?? number ?? "",
                name: PayerName(name: PlainDigest(name), number: PlainDigest(number))))
        payerPlaces[key] = place
        return place
    }

    mutating func provider(_ number: String?) -> Int32 {
        guard let number else { return -1 }
        let next = Int32(providers.count)
        if let known = providers[number] { return known }
        providers[number] = next
        return next
    }

    func knownProvider(_ number: String?) -> Int32? { number.flatMap { providers[$0] } }

    mutating func append(_ entry: SentEntry) {
        var entry = entry
        let place = Int32(entries.count)
        entry.nextOfNumber = byNumber.updateValue(place, forKey: entry.number) ?? -1
        entries.append(entry)
    }

    /// Takes back the claims and the set that were read last, from a count of claims on.
    mutating func removeLastSending(downTo count: Int) {
        while entries.count > count {
            let entry = entries.removeLast()
            byNumber[entry.number] = entry.nextOfNumber < 0 ? nil : entry.nextOfNumber
        }
        sendings.removeLast()
    }

    /// Makes the sendings findable, once all were read.
    mutating func endClaims() { index.fill(sendings) }

    // MARK: - Finding claims

    /// Of more claims of one number nobody can say which is which.
    static let mostOfOneNumber = 100

    /// The claims of a number, in the order they were sent; of more than ``mostOfOneNumber``, one more.
    func chain(_ number: String) -> [Int32] {
        var found: [Int32] = []
        var next = byNumber[number] ?? -1
        while next >= 0, found.count <= Self.mostOfOneNumber {
            found.append(next)
            next = entries[Int(next)].nextOfNumber
        }
        guard found.count > 1 else { return found }
        return found.sorted { left, right in
            let (leftDay, rightDay) = (sent(left), sent(right))
            guard let leftDay, let rightDay, leftDay != rightDay else { return left < right }
            return leftDay < rightDay
        }
    }

    /// Numbers that several claims share, by the last of each.
    var shared: [Int32] { byNumber.values.filter { entries[Int($0)].nextOfNumber >= 0 } }

    /// The claim of a payer's number; of several of one number of ours the last, of others none.
    mutating func claim(payerNumber: String) -> Int32? {
        guard !payerNumber.isEmpty else { return nil }
        if byPayerNumber == nil {
            var all: [String: Int32] = [:]
            for (index, entry) in entries.enumerated() where !entry.payerNumber.isEmpty {
                let other = all.updateValue(Int32(index), forKey: entry.payerNumber) ?? Int32(index)
                if other < 0 || entries[Int(other)].number != entry.number { all[entry.payerNumber] = -1 }
            }
            byPayerNumber = all
        }
        let found = byPayerNumber?[payerNumber] ?? -1
        return found < 0 ? nil : found
    }

    /// When a claim was sent.
    func sent(_ entry: Int32) -> CalendarDate? { sendings[Int(entries[Int(entry)].sending)].date }

    /// Whether something that was sent on a day can be answered on another; where either is not known, it can.
    func isBefore(_ sent: CalendarDate?, _ answered: CalendarDate?) -> Bool {
        SendingIndex.isBefore(sent, answered)
    }

    /// The status of the highest rank that a claim has, by itself or with others.
    func answer(of entry: SentEntry) -> SeenAnswer? {
        if let own = entry.answer { return own }
        let key = ProviderKey(sending: entry.sending, provider: entry.provider)
        return ofProviders[key] ?? sendings[Int(entry.sending)].answer
    }
}
