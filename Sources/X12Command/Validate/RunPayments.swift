internal import Synchronization
internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules

/// The payments of all inputs of a run, looked at in the order of the inputs, however many are worked on at a time.
final class RunPayments: Sendable {
    private let repeated: Mutex<RepeatedPayments>

    init(_ configuration: RuleConfiguration) { repeated = Mutex(RepeatedPayments(configuration)) }

    /// One input's part in it.
    struct Turn {
        private let payments: RunPayments
        private let file: InputFile
        private var number: Int?

        init(_ payments: RunPayments, _ file: InputFile) {
            self.payments = payments
            self.file = file
        }

        /// Takes the input's next payments in, and says which of them came before in another input.
        ///
        /// The first time it waits until the inputs before are done: which of two payments is the first must not depend on
        /// who was quicker.
        mutating func findings(on noted: [NotedPayment]) -> [Finding] {
            if number == nil {
                file.awaitTurn()
                number = payments.repeated.withLock { $0.begin(file.name) }
            }
            guard let number else { return [] }
            return payments.repeated.withLock { $0.findings(on: noted, of: number) }
        }
    }

    /// Takes in the payments of an input that an earlier run has looked at, so that one that comes again is told all the same.
    ///
    /// What cannot be read was told then.
    func remember(_ file: InputFile) {
        var turn = Turn(self, file)
        var rules = RuleEngine(.onlyRepeatedPayments)
        rules.notesPayments = true
        do throws(X12Error) {
            var blocks = try file.blocks()
            var block = Block()
            var findings: [Finding] = []
            while try blocks.next(into: &block) {
                rules.check(block, into: &findings)
                findings.removeAll(keepingCapacity: true)
                if rules.notedPaymentCount > 0 { _ = turn.findings(on: rules.takePayments()) }
            }
        } catch {}
    }
}

extension RuleConfiguration {
    /// The rule that notes payments, and no other.
    fileprivate static let onlyRepeatedPayments: RuleConfiguration = {
        var configuration = RuleConfiguration()
        configuration.disabled = Set(RuleSet.all.map(\.id)).subtracting([RepeatedPayments.rule])
        return configuration
    }()
}
