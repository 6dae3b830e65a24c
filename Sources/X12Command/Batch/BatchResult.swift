internal import X12Models

/// How a run over many inputs came out.
struct BatchResult: Sendable {
    /// How one input ended.
    enum Ending {
        case done(ExitStatus)
        /// An earlier run had finished it.
        case earlier(ExitStatus)
        /// With `stopsAll`, nothing more can be written.
        case failed(ExitStatus, reason: String, stopsAll: Bool)

        var stopsAll: Bool {
            if case .failed(_, _, let stopsAll) = self { stopsAll } else { false }
        }
    }

    /// An input that could not be done.
    struct Failure {
        let file: String
        let status: ExitStatus
        let reason: String
    }

    let files: Int
    private(set) var clean = 0
    private(set) var withFindings = 0
    private(set) var earlier = 0
    private(set) var failures: [Failure] = []
    /// Whether each input's output is a file of its own.
    var writesFiles = false
    /// Whether standard output could not be written.
    var outputFailed = false

    init(files: Int) { self.files = files }

    mutating func add(_ ending: Ending, of file: InputFile) {
        switch ending {
        case .done(let status): count(status)
        case .earlier(let status):
            earlier += 1
            count(status)
        case .failed(let status, let reason, _):
            failures.append(Failure(file: file.path, status: status, reason: reason))
        }
    }

    private mutating func count(_ status: ExitStatus) {
        if status == .clean { clean += 1 } else { withFindings += 1 }
    }

    /// How many inputs were never begun, since nothing more could be written.
    var notBegun: Int { files - clean - withFindings - failures.count }

    /// The status of all: the worst one; where files are written, and some were, a failure of others is a finding.
    var status: ExitStatus {
        let found: ExitStatus = withFindings > 0 ? .findings : .clean
        let worst = max(failures.map(\.status).max() ?? .clean, outputFailed ? .inputOutput : .clean)
        guard writesFiles, clean + withFindings > 0, worst < .inputOutput else { return max(found, worst) }
        return worst > .clean ? .findings : found
    }

    /// `3 files: 2 clean, 1 failed`.
    var words: String {
        var parts: [String] = []
        if clean > 0 { parts.append("\(Figures.plain(clean)) clean") }
        if withFindings > 0 { parts.append("\(Figures.plain(withFindings)) with findings") }
        if !failures.isEmpty { parts.append("\(Figures.plain(failures.count)) failed") }
        if notBegun > 0 { parts.append("\(Figures.plain(notBegun)) not begun") }
        var words =
            "\(Figures.count(files, "file")): \(parts.isEmpty ? "nothing done" : parts.joined(separator: ", "))"
        if earlier > 0 { words += "; \(Figures.plain(earlier)) of them by an earlier run" }
        return words
    }

    /// The same and every failure, as one JSON object.
    var json: [UInt8] {
        var json = JSONWriter(.compact)
        json.beginObject()
        for (name, count): (StaticString, Int) in [
            ("files", files), ("clean", clean), ("findings", withFindings), ("failed", failures.count),
            ("notBegun", notBegun), ("earlier", earlier),
        ] {
            json.key(name)
            json.integer(count)
        }
        json.key("failures")
        json.beginArray()
        for failure in failures.sorted(by: { $0.file < $1.file }) {
            json.beginObject()
            json.key("file")
            json.string(failure.file)
            json.key("status")
            json.integer(Int(failure.status.rawValue))
            json.key("reason")
            json.string(failure.reason)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
