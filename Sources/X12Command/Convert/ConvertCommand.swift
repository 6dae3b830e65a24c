internal import ArgumentParser
internal import X12Diagnostics
internal import X12Text

/// `x12 convert --to FORMAT FILE`: the same content in another form.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a file in another form.",
        discussion: """
            What a file is, X12 or one of our two forms of JSON, is seen from how it begins. X12 to JSON and back \
            gives every byte as it was received. What is wrong with an X12 file goes to standard error and does \
            not keep it from being converted. With -o the file appears when it is whole, readable by its owner \
            alone.
            """)

    @Option(help: "What to write: json (one document), ndjson (a line for each claim or payment), x12.")
    var to: Conversion.Target

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @Flag(help: "With x12: count segments, sets, groups and levels anew, trailers like their headers.")
    var renumber = false

    @Flag(help: "With json: leave out blanks and line ends.")
    var compact = false

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard outputPath == nil || inputs.files.count <= 1 else {
            throw ValidationError("-o takes one file at a time")
        }
        guard !renumber || to == .x12 else { throw ValidationError("--renumber goes with --to x12") }
        guard !compact || to == .json else { throw ValidationError("--compact goes with --to json") }
    }

    func run() throws {
        let standardOutput = Output()
        let status = inputs.forEach(standardOutput) { file throws(X12Error) in
            var remarks = ConversionRemarks(file)
            if let outputPath {
                let target = try OutputFile(path: outputPath)
                try convert(file, to: target.output, &remarks)
                try target.finish()
            } else {
                try convert(file, to: standardOutput, &remarks)
                try standardOutput.flush()
            }
            remarks.end()
            return .clean
        }
        try end(with: status)
    }

    private func convert(
        _ file: InputFile, to output: Output, _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        let conversion = Conversion(target: to, renumbers: renumber, isCompact: compact)
        try conversion.run(ByteSource(path: file.path), to: output) { remarks.add($0) }
    }
}

extension Conversion.Target: ExpressibleByArgument {}
