internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser
internal import X12Tables
internal import X12Text
internal import X12XML

/// `x12 convert --to FORMAT FILE`: the same content in another form.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", _superCommandName: "x12",
        abstract: "Write a file in another form.",
        discussion: """
            What a file is, X12, XML or one of our two forms of JSON, is seen from how it begins. X12 to JSON or \
            XML and back gives every byte as it was received. What is wrong with an X12 file goes to standard \
            error, and with --to xml into the document, and does not keep it from being converted. With -o the \
            file appears when it is whole, readable by its owner alone; what comes out of XML is held back until \
            all of it was read and found in order.

            As csv, several files become the linked tables of one folder (-o): claims.csv with claim-lines.csv and \
            others, payments.csv with claim-payments.csv and others, inquiries.csv, eligibility.csv with \
            benefits.csv. A folder with tables of an earlier run that would stay beside the new ones is refused, \
            unless --replace is given. A text that a spreadsheet would take for a formula has an apostrophe in front.
            """)

    /// What can be written.
    enum Form: String, NamedChoice {
        case json, ndjson, xml, csv, x12
    }

    @Option(
        help: """
            What to write: json (one document), ndjson (a line for each claim or payment), xml (every segment and \
            element), csv (tables in a folder), x12.
            """)
    var to: Form

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write to this file instead of standard output; with csv, to this folder.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @Flag(help: "With x12: count segments, sets, groups and levels anew, trailers like their headers.")
    var renumber = false

    @Flag(help: "With json and xml: leave out blanks and line ends.")
    var compact = false

    @Flag(help: "With csv: remove tables that an earlier run left in the folder and this one does not write.")
    var replace = false

    @OptionGroup(title: "XML") var xml: XMLChoices
    @OptionGroup(title: "MANY FILES") var batch: BatchOptions
    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard outputPath == nil || inputs.list.count <= 1 || to == .csv else {
            throw ValidationError("-o takes one file at a time")
        }
        guard outputPath != nil || to != .csv else {
            throw ValidationError("csv is several tables: name a folder for them with -o")
        }
        guard outputPath == nil || batch.outputDirectory == nil else {
            throw ValidationError("-o names one file, --output-directory a folder for many; take one of them")
        }
        guard to != .xml || inputs.list.count <= 1 || batch.outputDirectory != nil else {
            throw ValidationError(
                "several files are several XML documents: name a folder for them with --output-directory")
        }
        guard batch.outputDirectory == nil || to != .csv else {
            throw ValidationError("csv has a folder of its own: name it with -o")
        }
        guard !renumber || to == .x12 else { throw ValidationError("--renumber goes with --to x12") }
        guard !replace || to == .csv else { throw ValidationError("--replace goes with --to csv") }
        guard !compact || to == .json || to == .xml else {
            throw ValidationError("--compact goes with --to json and --to xml")
        }
        guard to == .xml || !xml.isAnySet else {
            throw ValidationError("--no-names, --no-findings, --positions and --models go with --to xml")
        }
        guard !xml.models || !xml.showsSegments else {
            throw ValidationError(
                "--no-names, --no-findings and --positions are about segments, which --models leaves out")
        }
    }

    func run() throws {
        switch to {
        case .json: try write(.json)
        case .ndjson: try write(.ndjson)
        case .xml: try write(.xml)
        case .x12: try write(.x12)
        case .csv: try writeTables(in: outputPath ?? ".")
        }
    }

    private func write(_ target: Conversion.Target) throws {
        let status = try batch.run(
            inputs, writing: to.rawValue, to: outputPath, task: task, replacingInputs: target == .x12
        ) { file, output throws(X12Error) in
            var remarks = ConversionRemarks(file)
            try convert(file, target, to: output, &remarks)
            remarks.end()
            return .clean
        }
        try end(with: status)
    }

    /// What is written, as a journal keeps it.
    private var task: String {
        "convert --to \(to.rawValue)" + (renumber ? " --renumber" : "") + (compact ? " --compact" : "")
            + xml.words + " --basis \(RunBasis().word)"
    }

    private func convert(
        _ file: InputFile, _ target: Conversion.Target, to output: Output,
        _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        let conversion = Conversion(
            target: target, renumbers: renumber, isCompact: compact, xml: xml.options,
            writesModels: xml.models, workers: batch.workers, fewWorkers: batch.fewWorkers)
        let input = try RecognisedInput(file.source())
        guard input.form == .xml, outputPath == nil, batch.outputDirectory == nil else {
            return try conversion.run(input, to: output) { remarks.add($0) }
        }
        let held = try HeldOutput()
        try conversion.run(input, to: held.output) { remarks.add($0) }
        try held.finish(to: output)
    }

    /// All files together, or none: tables with a file missing would add up to something wrong.
    private func writeTables(in path: String) throws {
        let output = Output()
        let folder = TableFolder(path: path, replaces: replace)
        try inputs.refuse(replacingBy: folder.paths)
        if let foreign = folder.foreignFile {
            throw ValidationError(
                "\(Printable.text(foreign)) is no table of x12; name another folder with -o")
        }
        var isWhole = true
        var isEmpty = true
        let status = inputs.forEach(output) { file throws(X12Error) in
            var remarks = ConversionRemarks(file)
            let input = try RecognisedInput(file.source())
            let losses = try folder.add(input.models(workers: batch.fewWorkers)) { finding in
                // A header that is sent twice has the same rule, and nothing is lost by that.
                if finding.rule == .interchangeEndMissing { isWhole = false }
                remarks.add(finding)
            }
            remarks.end()
            for line in losses.words { file.warn(line) }
            if losses.concernsMoney { isWhole = false }
            if !losses.otherSets.isEmpty { isEmpty = false }
            return .clean
        }
        guard status == .clean else {
            StandardError.write(
                "x12: no table was written: with a file missing they would add up to something wrong\n")
            return try end(with: status)
        }
        // What could be read, and has no tables, was said above.
        guard folder.isBegun || isEmpty else {
            StandardError.write("x12: no table was written\n")
            return try end(with: .findings)
        }
        do throws(X12Error) { try folder.finish() } catch {
            StandardError.write("x12: \(Printable.text(path)): \(error.description)\n")
            try end(with: error.code == .malformedSetting ? .usage : ExitStatus(error))
        }
        // Whoever adds the tables up has to know that something is missing, or there twice.
        if !isWhole { try end(with: .findings) }
    }
}
