import X12Ledger
import X12TestSupport

extension TemporaryFolder {
    /// The ledger in it.
    func ledger() throws -> Ledger { try Ledger(path: path("x12.ledger")) }
}
