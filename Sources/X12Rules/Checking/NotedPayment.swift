internal import X12Diagnostics

/// A payment of one input, in short: what tells it from others, and where it stands.
///
/// Keys are digests: of the payment nothing can be read out of them.
public struct NotedPayment: Sendable {
    /// What tells it from other payments: payer, trace number, amount.
    let key: UInt64
    /// What its claims come to.
    let content: UInt64
    /// Where its trace number stands.
    let location: Location
    /// What stands around that place.
    let context: Finding.Context
    /// The trace number, which is printed only when values are asked for.
    let trace: Fact?
    /// The trace number's property.
    let path: String
}
