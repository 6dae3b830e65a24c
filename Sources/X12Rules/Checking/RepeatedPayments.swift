public import X12Diagnostics

/// Finds payments that come again in another input of the same run (835-DUP-REMIT).
///
/// A rule looks at one input; this is given the payments of all, input by input, and says of each that came before where that
/// was.
///
///     var repeated = RepeatedPayments(configuration)
///     let input = repeated.begin("march.835")
///     let findings = repeated.findings(on: rules.takePayments(), of: input)
///
/// Bounded: at least the last 49,152 payments are remembered, up to twice as many.
public struct RepeatedPayments: Sendable {
    /// Where a payment came first.
    private struct First: Sendable {
        let content: UInt64
        let input: Int32
        let set: String
        let segment: Int32
        let line: Int32
    }

    /// The id of the rule that is broken.
    public static let rule = RepeatedRemittanceRules.duplicate.id

    private let configuration: RuleConfiguration
    private var inputs: [String] = []
    private var payments = RecentValues<First>()

    /// Knows of no payment yet.
    ///
    /// - Parameter configuration: how much the rule matters, and whether it is asked.
    public init(_ configuration: RuleConfiguration = RuleConfiguration()) {
        self.configuration = configuration
    }

    /// Goes on with the next input.
    ///
    /// - Parameter name: what a person calls it.
    /// - Returns: its number.
    public mutating func begin(_ name: String) -> Int {
        inputs.append(name)
        return inputs.count - 1
    }

    /// Takes payments in, and says which of them came before in another input.
    ///
    /// - Parameters:
    ///   - noted: payments, in the order of the input.
    ///   - input: the input's number.
    /// - Returns: a finding for each that came before. That it came before in the same input, the rule has said.
    public mutating func findings(on noted: [NotedPayment], of input: Int) -> [Finding] {
        noted.compactMap { payment in
            guard let first = payments[payment.key] else {
                payments[payment.key] = First(
                    content: payment.content, input: Int32(truncatingIfNeeded: input),
                    set: payment.context.transactionSet,
                    segment: Int32(truncatingIfNeeded: payment.location.segmentPosition),
                    line: Int32(truncatingIfNeeded: payment.location.line))
                return nil
            }
            guard Int(first.input) != input else { return nil }
            return configuration.adjusted(finding(on: payment, after: first))
        }
    }

    private func finding(on payment: NotedPayment, after first: First) -> Finding {
        let name = first.content == payment.content ? "copy" : "conflict"
        let rule = RepeatedRemittanceRules.duplicate
        let fault = rule.faults.first { $0.name == name } ?? rule.faults[0]
        var finding = Finding(
            fault.finding, at: payment.location, in: payment.context, found: payment.trace,
            detail:
                "\(inputs[Int(first.input)]), set \(first.set), segment \(first.segment) (line \(first.line))"
        )
        finding.path = payment.path
        return finding
    }
}
