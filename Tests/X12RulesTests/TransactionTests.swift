import Testing
import X12Grammar
import X12Specs

@testable import X12Rules

@Suite("Transactions that rules are about")
struct TransactionTests {
    @Test("each has a guide, by its tables and by its name, with its set where the guide is of several")
    func guides() throws {
        for transaction in Rule.Transaction.allCases {
            let guides = X12Specs.guides.compactMap { X12Specs.guide($0) }.filter {
                $0.identifier == transaction.guide && $0.transactionSet == transaction.setIdentifier
            }
            #expect(guides.map { Rule.Transaction(of: $0) } == [transaction])
            let name = "\(transaction.guide)-\(transaction.setIdentifier)"
            #expect(Rule.Transaction(ofGuideNamed: name) == transaction)
            #expect(Rule.Transaction(ofGuideNamed: transaction.guide)?.guide == transaction.guide)
        }
        for name in ["005010X223A2", "005010X279A1-837", "", "-"] {
            #expect(Rule.Transaction(ofGuideNamed: name) == nil)
        }
    }
}
