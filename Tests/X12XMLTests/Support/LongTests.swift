import Foundation

/// Tests that take minutes, for those who ask for them.
enum LongTests {
    /// Whether `X12_LONG_TESTS=1` is set.
    static let areOn = ProcessInfo.processInfo.environment["X12_LONG_TESTS"] == "1"
}
