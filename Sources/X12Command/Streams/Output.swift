internal import X12Diagnostics

/// A buffered way out: standard output, or a file's descriptor.
final class Output {
    /// Whether whoever read our output went away; nothing is to be said about that.
    private(set) var isPipeClosed = false

    /// Whether nothing was written to it yet.
    var isUntouched: Bool { !isBegun && buffer.isEmpty }

    private var isBegun = false
    /// How often writing failed.
    private var failures = 0
    private let descriptor: Int32
    /// What a person calls it.
    private let name: String
    private var buffer: [UInt8] = []
    private let bufferBytes: Int

    /// How much is gathered before it is written, where nobody waits for a turn.
    static let usualBytes = 64 << 10
    /// Waits until others have written what comes before; done once.
    private var awaitTurn: (() -> Void)?

    /// Writes to a descriptor, which stays the caller's to close; standard output unless said.
    init(descriptor: Int32 = System.standardOutput, name: String = "standard output") {
        self.descriptor = descriptor
        self.name = Printable.text(name)
        bufferBytes = Self.usualBytes
    }

    /// Holds what is written to standard output back until it is too much, then waits for its turn.
    init(holding bufferBytes: Int, awaitTurn: @escaping () -> Void) {
        descriptor = System.standardOutput
        name = "standard output"
        self.bufferBytes = bufferBytes
        self.awaitTurn = awaitTurn
    }

    /// Whether a person looks at it who has not asked for plain text (`NO_COLOR`).
    var wantsColour: Bool {
        System.isTerminal(descriptor) && System.variable("NO_COLOR") == nil
            && System.variable("TERM") != "dumb"
    }

    func write(_ text: String) throws(X12Error) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= bufferBytes { try flush() }
    }

    /// Lets a function append bytes.
    func append(_ fill: (inout [UInt8]) -> Void) throws(X12Error) {
        fill(&buffer)
        if buffer.count >= bufferBytes { try flush() }
    }

    /// Appends bytes.
    func add(_ bytes: UnsafeRawBufferPointer) throws(X12Error) { try append { $0.append(contentsOf: bytes) } }

    /// Hands everything that waits to the system.
    func flush() throws(X12Error) {
        awaitTurn?()
        awaitTurn = nil
        let failure = System.write(buffer, to: descriptor)
        isBegun = isBegun || !buffer.isEmpty
        buffer.removeAll(keepingCapacity: true)
        guard failure != 0 else { return }
        failures += 1
        isPipeClosed = failure == System.closedPipe
        throw X12Error(.sinkFailed, "cannot write \(name): \(System.words(for: failure))")
    }

    /// Does work that writes here and hands on what it wrote. A failure is said on standard error, unless it was said before
    /// or nobody reads any more.
    ///
    /// - Returns: the work's status, or the failure's.
    func deliver(_ work: (Output) throws(X12Error) -> ExitStatus) -> ExitStatus {
        do throws(X12Error) {
            let status = try work(self)
            try flush()
            return status
        } catch {
            let isNews = error.code != .sinkFailed || failures == 0 || failures == 1 && !isPipeClosed
            if error.code != .sinkFailed { try? flush() }
            if isNews { StandardError.write("x12: \(error.description)\n") }
            return ExitStatus(error)
        }
    }

    /// What waits, for somebody else to write it.
    func take() -> [UInt8] {
        defer { buffer = [] }
        return buffer
    }
}
