internal import ArgumentParser
internal import X12Diagnostics
internal import X12Models

/// `x12 convert --to FORMAT FILE`: the same content in another form.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a file in another form.",
        discussion: """
            X12, JSON documents and NDJSON are recognised by themselves and written from one another. Nothing is \
            lost on the way: X12 that was made into JSON comes back byte for byte, since what the models have no \
            place for is carried along. NDJSON has a line for each claim or claim payment, which says by itself \
            whose it is.

            What is wrong with a file goes to standard error and does not keep it from being converted. With -o \
            the file appears when it is whole, readable by its owner alone.
            """)

    /// What can be written.
    enum Target: String, ExpressibleByArgument, CaseIterable {
        case json
        case ndjson
        case x12
    }

    @Option(help: "What to write.")
    var to: Target

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write to this file instead of standard output.", valueName: "path"),
        completion: .file())
    var outputPath: String?

    @Flag(help: "With --to x12: count segments, sets, groups and levels anew and repeat control numbers.")
    var renumber = false

    @Flag(help: "With --to json: leave out blanks and line ends.")
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
        var input = try file.models()
        switch to {
        case .json: try writeJSON(&input, to: output, &remarks)
        case .ndjson: try writeLines(&input, to: output, &remarks)
        case .x12: try writeX12(&input, to: output, &remarks)
        }
    }

    private func writeJSON(
        _ input: inout ModelInput, to output: Output, _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        var writer = JSONDocumentWriter(isPretty: !compact)
        while let item = try input.next() {
            for finding in input.findings { remarks.add(finding) }
            writer.write(item)
            try writer.drain(over: Self.portion) { (bytes) throws(X12Error) in
                try output.append { $0 += bytes }
            }
        }
        writer.finish()
        try writer.drain { (bytes) throws(X12Error) in try output.append { $0 += bytes } }
    }

    private func writeLines(
        _ input: inout ModelInput, to output: Output, _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        var writer = NDJSONWriter()
        while let item = try input.next() {
            for finding in input.findings { remarks.add(finding) }
            writer.write(item)
            try writer.drain(over: Self.portion) { (bytes) throws(X12Error) in
                try output.append { $0 += bytes }
            }
        }
        writer.finish()
        try writer.drain { (bytes) throws(X12Error) in try output.append { $0 += bytes } }
    }

    private func writeX12(
        _ input: inout ModelInput, to output: Output, _ remarks: inout ConversionRemarks
    ) throws(X12Error) {
        var writer = ModelWriter(renumber ? .issue : .asReceived)
        while let item = try input.next() {
            for finding in input.findings { remarks.add(finding) }
            try writer.write(item)
            if writer.pendingBytes >= Self.portion { try output.append { $0 += writer.takeBytes() } }
        }
        try writer.finish()
        try output.append { $0 += writer.takeBytes() }
    }

    private static let portion = 32 << 10
}
