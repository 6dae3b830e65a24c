internal import Dispatch
internal import Synchronization
internal import X12Diagnostics

/// A run over many inputs: one fails, the others are done; several at a time, and the same comes out.
struct Batch {
    let files: [InputFile]
    let jobs: Int
    var target = Target.standardOutput
    var journal: Journal?
    /// Told of each input that is left out, since an earlier run did it.
    var leaveOut: @Sendable (InputFile) -> Void = { _ in }

    /// Where outputs go.
    enum Target: Sendable {
        /// One behind the other, in the order of the inputs.
        case standardOutput
        /// The only input's.
        case file(String)
        case folder(OutputNames)

        var isFolder: Bool { if case .folder = self { true } else { false } }

        /// The path of an input's output; `nil` for standard output.
        func path(of input: InputFile, number: Int) -> String? {
            switch self {
            case .standardOutput: nil
            case .file(let path): path
            case .folder(let names): names.path(of: input, number: number)
            }
        }
    }

    init(files: [InputFile], jobs: Int) {
        self.files = files
        self.jobs = max(1, min(jobs, files.count))
    }

    /// How much a worker writes before it waits for its turn to write to standard output; one that works alone never waits.
    private var heldBytes: Int { jobs == 1 ? Output.usualBytes : 1 << 20 }

    /// Does a piece of work for each input.
    func run(_ work: @Sendable (InputFile, Output) throws(X12Error) -> ExitStatus) -> BatchResult {
        let progress = Progress(of: files.count, isShown: target.isFolder)
        let ordered = OrderedOutput { progress.clear() }
        let state = Mutex((next: 0, result: BatchResult(files: files.count)))
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while ordered.failure == nil {
                let index = state.withLock { state in
                    defer { state.next += 1 }
                    return state.next
                }
                guard index < files.count else { return }
                var file = files[index]
                file.log = InputLog()
                file.awaitTurn = { ordered.awaitTurn(index) }
                let output = Output(holding: heldBytes) { ordered.awaitTurn(index) }
                let ending = end(of: file, index, output, ordered, work)
                let isLost = state.withLock { state in
                    state.result.add(ending, of: file)
                    return ending.stopsAll
                }
                // Nothing more is begun where nothing more can be written.
                if isLost { state.withLock { $0.next = files.count } }
                progress.count()
                ordered.finish(index, output.take(), file.log.take())
            }
        }
        progress.clear()
        var result = state.withLock { $0.result }
        if ordered.failure != nil { result.outputFailed = true }
        result.writesFiles = target.isFolder
        return result
    }

    // MARK: - One input

    private func end(
        of file: InputFile, _ index: Int, _ output: Output, _ ordered: OrderedOutput,
        _ work: (InputFile, Output) throws(X12Error) -> ExitStatus
    ) -> BatchResult.Ending {
        let path = target.path(of: file, number: index + 1)
        let stamp = FileStamp(path: file.path)
        if let path, let stamp, let status = journal?.status(of: file.path, stamp, output: path) {
            leaveOut(file)
            return .earlier(status)
        }
        do throws(X12Error) {
            let status: ExitStatus
            if let path {
                if target.isFolder { try Folder.makeAll(around: path) }
                let whole = try OutputFile(path: path)
                status = try work(file, whole.output)
                try check(file, stamp)
                try whole.finish()
                if let stamp { journal?.note(file.path, stamp, output: path, status) }
            } else {
                status = try work(file, output)
                try check(file, stamp)
            }
            return .done(status)
        } catch {
            if error.code == .sinkFailed, path == nil {
                if !output.isPipeClosed { file.warn(InputOptions.words(for: error)) }
                return .failed(ExitStatus(error), reason: error.description, stopsAll: true)
            }
            file.warn(InputOptions.words(for: error))
            return .failed(
                ExitStatus(error), reason: InputOptions.words(for: error),
                stopsAll: error.code == .sinkFailed)
        }
    }

    /// A file that grew, shrank or went away meanwhile may have been read in two states.
    private func check(_ file: InputFile, _ stamp: FileStamp?) throws(X12Error) {
        guard let stamp else { return }
        guard FileStamp(path: file.path) == stamp else {
            throw X12Error(.sourceFailed, "it was changed while it was read; run it again")
        }
    }
}
