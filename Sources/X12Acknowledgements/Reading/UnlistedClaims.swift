internal import X12Models
internal import X12Text

/// Claims that a 277CA answers without listing them: of a batch, or of a provider, that was refused as a whole.
///
/// Totals stand before the claims that they are of, so they wait until the batch is over: where claims are listed after all, it
/// is these that count.
struct UnlistedClaims {
    /// Who was refused as a whole, with the totals.
    struct Refused {
        /// The provider's number (NM109); `nil` of a batch, or where it is not told.
        var provider: String?
        /// How many claims there are; `nil` where it is not told.
        var count: Int?
        /// What they charge; `nil` where that passes what a decimal holds.
        var charges: ExactDecimal? = .zero
        /// Whether claims are listed below it.
        var isListed = false

        fileprivate init(provider: String? = nil, count: ExactDecimal?, charges: ExactDecimal?) {
            self.provider = provider
            self.count = count.map { AnswerTally.counted(Int($0.description)) }
            self.charges = charges ?? .zero
        }
    }

    private var batch: Refused?
    private var providers: [Refused] = []
    /// The provider that was named last, where it was refused.
    private var open: Refused?
    /// Those past ``most``, together.
    private var rest: Refused?

    /// The most providers that are kept apart, so that no answer takes memory without end.
    private static let most = 10_000

    /// Takes a batch, which may be refused as a whole.
    mutating func begin(_ receiver: AcknowledgementReceiver) {
        guard let told = receiver.batch, told.statuses.contains(where: \.isRefusal) else { return }
        batch = Refused(count: told.rejectedCount, charges: told.rejectedAmount)
    }

    /// Takes a provider, all of whose claims may be refused.
    mutating func begin(_ provider: AcknowledgedProvider) {
        close()
        guard let told = provider.claims, told.statuses.contains(where: \.isRefusal) else { return }
        open = Refused(
            provider: provider.names.first?.identifier, count: told.rejectedCount,
            charges: told.rejectedAmount)
    }

    /// Notes that a claim is listed.
    mutating func list() {
        batch?.isListed = true
        open?.isListed = true
    }

    /// Puts the provider that was named last to the others.
    private mutating func close() {
        guard let refused = open else { return }
        open = nil
        guard providers.count == Self.most else { return providers.append(refused) }
        guard !refused.isListed else { return }
        var sum = rest ?? Refused(count: nil, charges: nil)
        sum.count = (sum.count ?? 0) + (refused.count ?? 0)
        sum.charges = sum.charges.flatMap { charges in refused.charges.flatMap { charges.adding($0) } }
        rest = sum
    }

    /// What was refused as a whole in the batch that is over: the batch itself, or providers of it.
    mutating func end() -> [Refused] {
        defer { self = UnlistedClaims() }
        if let batch, !batch.isListed { return [batch] }
        close()
        return providers + (rest.map { [$0] } ?? [])
    }
}
