internal import Synchronization
internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// What a run over many files has done so far, so that one that was stopped goes on where it was.
///
/// A text file, one line for each finished input: status, size, time of last writing, and the paths of input and output. An
/// input counts as done while it has the same size and time, and its output is there. Inputs that failed are not written down.
/// The first line says what the run was asked to do, and what its results go by (``RunBasis``); another run may not go on with
/// it.
final class Journal: Sendable {
    private struct Entry: Hashable {
        let stamp: [Int64]
        let output: String
        let status: ExitStatus
    }

    private static let lineEnd = UInt8(ascii: "\n")

    private let descriptor: Int32
    private let entries: [String: Entry]
    private let failure = Mutex<String?>(nil)

    /// Opens a journal, or begins one.
    ///
    /// - Parameters:
    ///   - path: where it is kept.
    ///   - task: what the run is asked to do, in one line.
    /// - Throws: `sinkFailed` where it cannot be written or another run has it open, `storeConflict` where it is of another
    ///   task or no journal at all.
    init(path: String, task: String) throws(X12Error) {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw X12Error(.sinkFailed, "cannot open: \(System.failure)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw X12Error(.sinkFailed, "another run is using it")
        }
        let text: String
        do throws(X12Error) { text = try Self.read(descriptor) } catch {
            close(descriptor)
            throw error
        }
        let head = "x12 journal 1: \(task)"
        let lines = text.parts(between: Self.lineEnd).filter { !$0.isEmpty }
        let isTorn = !text.isEmpty && text.utf8.last != Self.lineEnd
        if let first = lines.first, first != head {
            close(descriptor)
            throw X12Error(
                .storeConflict,
                first.hasPrefix("x12 journal")
                    ? "it is of a run with other options, or the rules, profiles, codes or files that they name were changed since, or x12 was; give each run a journal of its own"
                    : "it is no journal")
        }
        entries = Self.entries(lines.dropFirst(), isTorn: isTorn)
        // A line that was torn off when the run was stopped ends here.
        if text.isEmpty { append(head + "\n") } else if isTorn { append("\n") }
    }

    deinit { close(descriptor) }

    /// How an input ended that was finished in an earlier run; `nil` when it has to be done.
    func status(of input: String, _ stamp: FileStamp, output: String) -> ExitStatus? {
        guard let entry = entries[input], entry.stamp == [stamp.size, stamp.written], entry.output == output,
            access(output, F_OK) == 0
        else { return nil }
        return entry.status
    }

    /// Writes down that an input is finished and its output in place; not so where a path would end the line.
    func note(_ input: String, _ stamp: FileStamp, output: String, _ status: ExitStatus) {
        guard !input.utf8.contains(Self.lineEnd), !output.utf8.contains(Self.lineEnd) else { return }
        append("\(status.rawValue)\t\(stamp.size)\t\(stamp.written)\t\(input)\t\(output)\n")
    }

    /// What went wrong with writing it, if something did.
    var writeFailure: String? { failure.withLock { $0 } }

    // MARK: - Reading and writing

    private func append(_ line: String) {
        // One write a line: lines of several workers do not mix.
        let error = System.write(Array(line.utf8), to: descriptor)
        if error != 0 { failure.withLock { $0 = System.words(for: error) } }
    }

    private static func read(_ descriptor: Int32) throws(X12Error) -> String {
        var bytes: [UInt8] = []
        var window = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = window.withUnsafeMutableBytes {
                #if canImport(Darwin)
                    Darwin.read(descriptor, $0.baseAddress, $0.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, $0.baseAddress, $0.count)
                #else
                    Glibc.read(descriptor, $0.baseAddress, $0.count)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw X12Error(.sinkFailed, "cannot read: \(System.failure)") }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += window[..<count]
        }
    }

    private static func entries(_ lines: ArraySlice<String>, isTorn: Bool) -> [String: Entry] {
        var entries: [String: Entry] = [:]
        for line in isTorn ? lines.dropLast() : lines {
            let cells = line.parts(between: UInt8(ascii: "\t"))
            guard cells.count == 5, let status = Int32(cells[0]).flatMap({ ExitStatus(rawValue: $0) }),
                let size = Int64(cells[1]), let written = Int64(cells[2])
            else { continue }
            entries[cells[3]] = Entry(
                stamp: [size, written], output: cells[4], status: status)
        }
        return entries
    }
}
