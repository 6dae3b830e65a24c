internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Rules
internal import X12Text
internal import X12XML

/// One input, written in another form.
struct Conversion {
    /// What can be written to one file.
    enum Target: String, CaseIterable {
        case json, ndjson, xml, x12
    }

    let target: Target
    /// With X12: whether counts and levels are written anew.
    var renumbers = false
    /// With JSON and XML: whether blanks and line ends are left out.
    var isCompact = false
    /// With XML: what is shown besides the segments.
    var xml = GenericXMLOptions()
    /// With XML: whether claims and payments are written, not segments.
    var writesModels = false
    /// How many threads make lines of NDJSON, and check what is written as XML.
    var workers = 1
    /// How many threads make models for everything else.
    var fewWorkers = 1

    /// What counting anew puts right.
    private static let renumbered: Set<Finding.Rule> = [
        .setCount, .setControlNumber, .groupCount, .groupControlNumber, .interchangeCount,
        .interchangeControlNumber,
    ]

    /// Reads an input, whose form was recognised, and writes it; tells `remark` what was found on the way.
    func run(
        _ input: consuming RecognisedInput, to output: Output, remark: (Finding) -> Void
    ) throws(X12Error) {
        switch target {
        case .json:
            var writer = JSONDocumentWriter(isPretty: !isCompact)
            try pump(input.models(workers: fewWorkers), &writer, output, remark)
        case .ndjson where input.form == .x12 || input.form == .xml:
            try writeLines(NDJSONLines(input.x12(), workers: workers), to: output, remark)
        case .ndjson:
            var writer = NDJSONWriter()
            try pump(input.models(), &writer, output, remark)
        case .x12:
            var writer = ModelWriter(renumbers ? .issue : .asReceived)
            // In a file as it was received a wrong count tells of something that was lost.
            let isEdited = renumbers && input.form != .x12
            try pump(input.models(workers: fewWorkers), &writer, output, asFile: true) { finding in
                if !isEdited || !Self.renumbered.contains(finding.rule) { remark(finding) }
            }
        case .xml where writesModels:
            var writer = ModelXMLWriter(isIndented: !isCompact)
            try pump(input.models(workers: fewWorkers), &writer, output, remark)
        case .xml: try writeXML(input.x12(), to: output, remark)
        }
    }

    /// Writes the segments themselves, with what is wrong with them.
    private func writeXML(
        _ source: consuming ByteSource, to output: Output, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        var options = xml
        options.isIndented = !isCompact
        var writer = GenericXMLWriter(options)
        func write(_ block: borrowing Block, _ findings: [Finding]) throws(X12Error) {
            for finding in block.findings { remark(finding) }
            writer.write(block, findings: findings)
            try writer.drain(over: 32 << 10, into: output.add)
        }
        var reader = BlockReader(source)
        if options.showsFindings {
            var validator = try Validator()
            try validator.check(reader, workers: workers, write)
        } else {
            var block = Block()
            while try reader.next(into: &block) { try write(block, []) }
        }
        try writer.drain(into: output.add)
    }

    private func writeLines(
        _ lines: consuming NDJSONLines, to output: Output, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        while try lines.next() {
            for finding in lines.findings { remark(finding) }
            try lines.drain(into: output.add)
        }
        try lines.drain(into: output.add)
    }

    private func pump(
        _ input: consuming ModelInput, _ writer: inout some ItemSink & ~Copyable, _ output: Output,
        asFile: Bool = false, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        // What comes from X12 was a file, and what is missing in it was found while it was read.
        var order = asFile && input.form != .x12 ? PieceOrder() : nil
        while let item = try input.next() {
            for finding in input.findings { remark(finding) }
            do throws(X12Error) {
                for finding in try order?.take(item) ?? [] { remark(finding) }
                try writer.take(item)
            } catch {
                throw input.located(error)
            }
            try writer.pass(to: output)
        }
        for finding in input.findings { remark(finding) }
        for finding in order?.ends() ?? [] { remark(finding) }
        guard order?.isEmpty != true else {
            throw X12Error(.malformedModel, "the document holds no interchange")
        }
        try writer.end()
        try writer.pass(to: output)
    }
}
