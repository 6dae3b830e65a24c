import Foundation
import X12Ledger

/// A folder of a test's own that goes away with it.
final class TemporaryFolder: Sendable {
    private let url: URL

    init() {
        url = FileManager.default.temporaryDirectory.appending(path: "x12-generation-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func ledger() throws -> Ledger { try Ledger(path: url.appending(path: "x12.ledger").path) }
}
