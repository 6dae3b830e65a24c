internal import ArgumentParser
internal import X12Diagnostics

/// The files, as every verb takes them.
struct InputOptions: ParsableArguments {
    @Argument(
        help: "Files to read, or folders of them; '-' or none is standard input.", completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read the files, too, that are named in this one, a path on each line; '-' is standard input.",
            valueName: "path"),
        completion: .file())
    var filesFrom: String?

    /// The inputs, folders and lists opened up.
    private(set) var list: [InputFile] = []

    private enum CodingKeys: String, CodingKey {
        case files, filesFrom
    }

    init() {}

    /// What the parser makes of files alone.
    ///
    /// - Throws: a word on files that cannot be read together.
    init(files: [String]) throws {
        self.files = files
        filesFrom = nil
        try validate()
    }

    mutating func validate() throws {
        if files.isEmpty, filesFrom == nil {
            guard !System.isTerminal(System.standardInput) else {
                throw ValidationError("name a file, or '-' to read what is typed or piped in")
            }
            files = ["-"]
        }
        guard (files + [filesFrom ?? ""]).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("standard input can be read only once")
        }
        var found = InputList()
        for path in files { found.add(path) }
        do throws(X12Error) {
            if let filesFrom { try found.add(list: InputFile(path: filesFrom)) }
        } catch {
            // Whatever is thrown while options are read is taken for wrong usage.
            let code = failure(of: "--files-from", filesFrom ?? "", error)
            System.end(ExitStatus(rawValue: code.rawValue) ?? .fault)
        }
        list = found.files
    }

    /// Does one file after the other; one that fails does not stop the rest, a failing output does.
    ///
    /// - Returns: the worst status.
    func forEach(
        _ output: Output, _ work: (InputFile) throws(X12Error) -> ExitStatus
    ) -> ExitStatus {
        var worst = ExitStatus.clean
        for file in list {
            do {
                worst = max(worst, try work(file))
                try output.flush()
            } catch {
                if error.code != .sinkFailed { try? output.flush() }
                if !output.isPipeClosed { file.warn(Self.words(for: error)) }
                worst = max(worst, ExitStatus(error))
                if error.code == .sinkFailed { return worst }
            }
        }
        return worst
    }

    /// Sees to it that no output is an input, under whatever name: whoever looks at what came of a file wants the file too.
    ///
    /// - Throws: wrong usage, which names the input.
    func refuse(replacingBy outputs: some Sequence<String>) throws {
        var inputs: [FileIdentity: InputFile] = [:]
        for file in list {
            let identity =
                file.path == "-"
                ? FileIdentity(descriptor: System.standardInput) : FileIdentity(path: file.path)
            if let identity { inputs[identity] = file }
        }
        for output in outputs {
            guard let file = FileIdentity(path: output).flatMap({ inputs[$0] }) else { continue }
            throw ValidationError("\(file.name) would be replaced by what is made of it; name another output")
        }
    }

    /// What went wrong with an input, in words.
    static func words(for error: X12Error) -> String {
        switch error.code {
        case .notX12: "not X12: \(error.description)"
        case .sourceFailed: "cannot be read on: \(error.description)"
        default: error.description
        }
    }
}

extension X12Error {
    /// The error with the file that it is about.
    func naming(_ path: String) -> X12Error {
        X12Error(code, at: location, "\(Printable.text(path)): \(detail)")
    }
}

extension InputFile {
    /// Says something about the file on standard error; never a value out of it.
    func warn(_ text: String) { log.write("x12: \(name): \(text)\n") }
}
