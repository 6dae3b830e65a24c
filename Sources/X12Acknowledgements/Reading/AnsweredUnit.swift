internal import X12Text

/// What an answer answers as a whole: an interchange (TA1), a group (999) or a batch of claims (277CA), accepted or not.
///
/// Of a batch that was looked at in its original (``OriginalFinder``), it knows which claims of the one are not those of
/// the other.
public struct AnsweredUnit: Sendable, Equatable {
    /// The numbers of what is answered, and its place in the original once that was looked at (``OriginalFinder``).
    public var item: WorkItem
    /// Of a batch, how many claims the answer speaks of.
    public internal(set) var claims = 0
    /// The first claims of the original (CLM01) that the answer leaves out, at most ``mostNamed``.
    public internal(set) var leftOut: [String] = []
    /// How many claims the answer leaves out by their numbers.
    public internal(set) var leftOutCount = 0
    /// The first claims that charge something else in the original (CLM02) than the answer says (STC04), at most ``mostNamed``.
    public internal(set) var recharged: [String] = []
    /// The claims that the answer names; `nil` where they are not listed, or too many.
    var named: [String: Named]? = [:]
    /// Billing providers (NM109) whose claims were refused together, and whether ``claims`` has those that are not listed.
    private var refusedProviders: [String: Bool] = [:]

    /// How many claims of a kind are named.
    public static let mostNamed = 1_000

    /// What an answer says of a claim number.
    struct Named: Sendable, Equatable {
        /// How often it is named, less the claims of that number in the original.
        var left = 0
        /// Whether it is in the original.
        var isMet = false
        /// What is charged; `nil` where that is not said, or differently each time.
        var charge: ExactDecimal?
    }

    init(item: WorkItem) { self.item = item }

    /// The first claims that the answer names more often than they were sent, at most ``mostNamed``.
    public var answeredAgain: [String] { numbers { $0.left > 0 && $0.isMet } }

    /// The first claim numbers of the answer that the original does not have, at most ``mostNamed``.
    public var unknown: [String] { numbers { $0.left > 0 && !$0.isMet } }

    /// Whether answer and original are about the same claims; only what was looked at in its original can be not.
    public var isMatched: Bool {
        guard item.subject == .batch, let original = item.original else { return true }
        return original.claims == claims && leftOutCount == 0 && recharged.isEmpty
    }

    private func numbers(_ isMeant: (Named) -> Bool) -> [String] {
        Array((named ?? [:]).filter { isMeant($0.value) }.map(\.key).sorted().prefix(Self.mostNamed))
    }

    /// Takes a claim of the answer in.
    mutating func name(_ claim: String, charge: ExactDecimal?) {
        guard named != nil else { return }
        let charge = named?[claim].map { $0.charge == charge ? charge : nil } ?? charge
        named?[claim, default: Named()].left += 1
        named?[claim]?.charge = charge
    }

    /// Takes in a provider whose claims were refused together; `count` where they are not listed and it is told how many there are.
    mutating func refuse(provider: String, counting count: Int?) {
        claims += count ?? 0
        refusedProviders[provider] = count != nil && refusedProviders[provider] != false
    }

    /// Takes a claim of the original in, which the answer names, refuses with all of its provider's, or leaves out.
    mutating func meet(_ claim: String, charge: ExactDecimal?, provider: String) {
        guard named != nil else { return }
        guard let said = named?[claim], said.left > 0 else {
            if let isCounted = refusedProviders[provider] {
                if !isCounted { claims += 1 }
                return
            }
            leftOutCount += 1
            if leftOut.count < Self.mostNamed { leftOut.append(claim) }
            return
        }
        named?[claim]?.left -= 1
        named?[claim]?.isMet = true
        guard let sent = charge, let answered = said.charge, sent != answered else { return }
        if recharged.count < Self.mostNamed { recharged.append(claim) }
    }
}
