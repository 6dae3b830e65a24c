internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser

/// `x12 convert --to FORMAT FILE`: the same content in another form.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a file in another form.",
        discussion: """
            x12 writes every byte as it was received. What is wrong with a file goes to standard error and does \
            not keep it from being converted. With -o the file appears when it is whole, readable by its owner \
            alone.
            """)

    /// What can be written.
    enum Target: String, ExpressibleByArgument, CaseIterable {
        case x12
    }

    @Option(help: "What to write.")
    var to: Target

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard outputPath == nil || inputs.files.count <= 1 else {
            throw ValidationError("-o takes one file at a time")
        }
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
        switch to {
        case .x12: try writeReceived(file, to: output, &remarks)
        }
    }

    /// X12 to X12: the bytes as they came.
    private func writeReceived(
        _ file: InputFile, to output: Output, _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        var reader = try file.blocks()
        var block = Block()
        while try reader.next(into: &block) {
            try output.append { block.appendReceived(to: &$0) }
            for finding in block.findings { remarks.add(finding) }
        }
    }
}
