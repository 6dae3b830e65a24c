internal import X12Diagnostics
internal import X12Generation
internal import X12Text

/// What may not go out: counted, told with its findings, and put into a file where one is named.
final class KeptBack {
    private(set) var count = 0
    /// Whether an input held nothing of the kind that is asked for.
    private var isAnyForeign = false
    /// Whether an input may not be whole.
    private var isAnyFaulty = false
    private let path: String?
    private let file: OutputFile?
    private var entries = RejectedEntries()
    private let output: Output

    private static let first = "claims[0]."

    init(path: String?, _ output: Output) throws(X12Error) {
        self.path = path
        self.output = output
        if let path { file = try OutputFile(path: path) } else { file = nil }
    }

    /// Tells what was found in one, and keeps it when it was not accepted.
    func take(
        _ findings: [Finding], isAccepted: Bool, _ renderer: FindingRenderer,
        write: (inout RejectedEntries) -> Void = { _ in }
    ) throws(X12Error) {
        for var finding in findings where finding.rule.severity >= .warning {
            // A segment is one of those that would go out, and its line none of the input's.
            if finding.location.segmentPosition > 0 { finding.location.line = 0 }
            // Each is checked by itself: that it is the first is not said of its properties.
            if finding.path.hasPrefix(Self.first) { finding.path.removeFirst(Self.first.count) }
            try output.write(renderer.text(of: finding, excerpt: nil, showsHelp: true))
        }
        guard !isAccepted else { return }
        count += 1
        guard let file else { return }
        write(&entries)
        try entries.drain(into: file.output.add)
    }

    /// Says that an input holds nothing of what is asked for; one of another kind is a mistake, a table without rows is not.
    func takeNothing(of noun: String, from file: InputFile, isForeign: Bool) {
        file.warn("holds no \(noun)")
        if isForeign { isAnyForeign = true }
    }

    /// Tells what is wrong with the envelope of an input: parts may be missing in it that nobody could keep back.
    func takeFaults(_ findings: [Finding], of file: InputFile) throws(X12Error) {
        let renderer = FindingRenderer(file: file.name)
        for finding in findings where finding.rule.severity >= .warning {
            if finding.rule.severity >= .error { isAnyFaulty = true }
            try output.write(renderer.text(of: finding, excerpt: nil, showsHelp: true))
        }
    }

    /// Tells what the payer objects to in a file as a whole.
    ///
    /// - Returns: whether it may be written.
    func takeFile(
        _ findings: [Finding], _ words: String, for destination: Destination
    ) throws(X12Error) -> Bool {
        let receiver = Printable.text(destination.address.identifier ?? "")
        let renderer = FindingRenderer(file: "file for \(receiver)")
        for var finding in findings where finding.rule.severity >= .warning {
            // Segments and sets are those of a file that is not there.
            finding.location = Location()
            finding.context.transactionSet = ""
            try output.write(renderer.text(of: finding, excerpt: nil, showsHelp: true))
        }
        guard findings.contains(where: { $0.rule.severity >= .error }) else { return true }
        isAnyFaulty = true
        try output.write("file for \(receiver): not written, \(words)\n")
        return false
    }

    /// Puts the file in its place, and says how many there are.
    ///
    /// - Returns: the status that the command ends with.
    func finish(_ words: (Int) -> String) throws(X12Error) -> ExitStatus {
        if let file {
            try file.finish()
            try output.write("\(words(count)) kept back\(count > 0 ? ": \(path ?? "")" : "")\n")
        } else if count > 0 {
            try output.write("\(words(count)) kept back\n")
        }
        return count > 0 || isAnyForeign || isAnyFaulty ? .findings : .clean
    }
}

extension InputFile {
    /// Reads the file in one go; an error names it.
    func reading<Result>(_ body: (consuming ByteSource) throws(X12Error) -> Result) throws(X12Error) -> Result
    {
        do throws(X12Error) {
            return try body(try source())
        } catch {
            // What went wrong with an output is not the input's.
            guard error.code != .sinkFailed else { throw error }
            throw X12Error(error.code, at: error.location, "\(name): \(error.detail)")
        }
    }
}
