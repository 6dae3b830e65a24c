internal import ArgumentParser
internal import X12Diagnostics

/// How many files are worked on, as `validate` and `convert` take it.
struct BatchOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Work on this many files at a time; 0 is one for each processor. What is written does not depend on it.",
            valueName: "n"))
    var jobs = Self.usualJobs

    @OptionGroup var threads: WorkerOption

    @Option(
        help: ArgumentHelp(
            "Write a file for each input into this folder, each in place when it is whole; the folders that inputs stand in below a named one are kept.",
            valueName: "path"),
        completion: .directory)
    var outputDirectory: String?

    @Option(
        help: ArgumentHelp(
            "What files in that folder are called: {name} is the input's name, {stem} the same without its ending, {ext} what is written, {number} the input's number.",
            valueName: "template"))
    var name = Self.usualName

    @Option(
        help: ArgumentHelp(
            "Note what is finished in this file, and leave out what an earlier run noted there.",
            valueName: "path"),
        completion: .file())
    var journal: String?

    @Option(
        help: ArgumentHelp(
            "Write how each kind of ending came out, and every failure, as JSON to this file.",
            valueName: "path"),
        completion: .file())
    var summary: String?

    private static let usualJobs = 1
    private static let usualName = "{name}.{ext}"

    /// What it comes to when nobody says otherwise.
    static var usual: BatchOptions {
        var options = BatchOptions()
        options.jobs = usualJobs
        options.threads = WorkerOption()
        options.threads.workers = nil
        options.outputDirectory = nil
        options.name = usualName
        options.journal = nil
        options.summary = nil
        return options
    }

    /// How many threads work on one file where several are faster.
    var workers: Int { threads.count(otherwise: jobs == 1 ? WorkerOption.several : 1) }

    /// How many threads work on one file where several are not faster, unless it was said (decision 0022).
    var fewWorkers: Int { threads.count(otherwise: 1) }

    mutating func validate() throws {
        guard (0...1024).contains(jobs) else { throw ValidationError("--jobs is a number from 0 to 1024") }
        guard OutputNames.isSound(name) else {
            throw ValidationError(
                "--name takes \(OutputNames.placeholders.joined(separator: ", ")), and no folder")
        }
        guard outputDirectory != nil || journal == nil else {
            throw ValidationError("--journal goes with --output-directory")
        }
        guard outputDirectory != nil || name == Self.usualName else {
            throw ValidationError("--name goes with --output-directory")
        }
    }

    /// Does a piece of work for each input, and ends with the status that comes of it.
    ///
    /// - Parameters:
    ///   - inputs: the inputs.
    ///   - fileExtension: what is written (`json`).
    ///   - outputPath: where the only input's output goes instead of standard output.
    ///   - task: what the work is, in one line, so that a journal is not used for another.
    ///   - replacesInputs: whether an output may take an input's place, as it is the same in the same form.
    ///   - leaveOut: told of each input that is left out, since an earlier run did it.
    ///   - work: writes one input's output.
    /// - Returns: the status of all.
    /// - Throws: wrong usage: two inputs with one output, an output that is an input, a journal of another run.
    func run(
        _ inputs: InputOptions, writing fileExtension: String, to outputPath: String? = nil, task: String,
        replacingInputs replacesInputs: Bool = false,
        leavingOut leaveOut: @escaping @Sendable (InputFile) -> Void = { _ in },
        _ work: @Sendable (InputFile, Output) throws(X12Error) -> ExitStatus
    ) throws -> ExitStatus {
        var batch = Batch(files: inputs.list, jobs: jobs == 0 ? System.processorCount : jobs)
        batch.leaveOut = leaveOut
        if let outputPath { batch.target = .file(outputPath) }
        if let outputDirectory {
            let names = OutputNames(folder: outputDirectory, template: name, fileExtension: fileExtension)
            try Self.check(names, inputs.list)
            batch.target = .folder(names)
        }
        let outputs = inputs.list.enumerated().lazy.compactMap { index, file in
            batch.target.path(of: file, number: index + 1)
        }
        try inputs.refuse(
            replacingBy: (replacesInputs ? [] : Array(outputs)) + [summary].compactMap(\.self))
        do throws(X12Error) {
            if let journal {
                batch.journal = try Journal(
                    path: journal, task: "\(task) --name \(name) --output-directory \(outputDirectory ?? "")")
            }
        } catch {
            guard error.code == .storeConflict else { throw failure(of: "--journal", journal ?? "", error) }
            throw ValidationError("--journal \(Printable.text(journal ?? "")): \(error.description)")
        }
        let result = batch.run(work)
        if outputDirectory != nil { StandardError.write("x12: \(result.words)\n") }
        if let failure = batch.journal?.writeFailure {
            StandardError.write("x12: --journal: cannot write: \(failure)\n")
        }
        return max(result.status, write(result))
    }

    private func write(_ result: BatchResult) -> ExitStatus {
        guard let summary else { return .clean }
        do throws(X12Error) {
            let file = try OutputFile(path: summary)
            try file.output.append { $0 += result.json }
            try file.finish()
            return .clean
        } catch {
            StandardError.write("x12: \(Printable.text(summary)): \(error.description)\n")
            return .inputOutput
        }
    }

    /// Sees to it that no two inputs have the same output.
    private static func check(_ names: OutputNames, _ files: [InputFile]) throws {
        var taken: [String: InputFile] = [:]
        for (index, file) in files.enumerated() {
            if let other = taken.updateValue(file, forKey: names.path(of: file, number: index + 1)) {
                throw ValidationError(
                    "\(other.name) and \(file.name) would be written to the same file; see --name")
            }
        }
    }
}
