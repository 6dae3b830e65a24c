/// Where warnings on one input go: straight to standard error, or kept until it is the input's turn.
///
/// One worker at a time uses it.
final class InputLog: @unchecked Sendable {
    /// Where warnings go that nobody keeps.
    static let direct = InputLog(keeps: false)

    private let keeps: Bool
    private var kept: [UInt8] = []

    /// A log that keeps what it is told.
    convenience init() { self.init(keeps: true) }

    private init(keeps: Bool) { self.keeps = keeps }

    func write(_ text: String) {
        if keeps { kept += Array(text.utf8) } else { StandardError.write(text) }
    }

    /// What was kept, once.
    func take() -> [UInt8] {
        defer { kept = [] }
        return kept
    }
}
