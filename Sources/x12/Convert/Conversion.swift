internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

/// One input, written in another form.
struct Conversion {
    /// What can be written.
    enum Target: String, CaseIterable {
        case json, ndjson, x12
    }

    let target: Target

    /// Reads an input, whose kind is recognised, and writes it; tells `remark` what was found on the way.
    func run(
        _ source: consuming ByteSource, to output: Output, remark: (Finding) -> Void
    ) throws(X12Error) {
        let started = try StartedSource(source, looking: InputKind.lookedAt)
        switch InputKind(of: started.start) {
        case .x12 where target == .x12: try copy(started.whole(), to: output, remark)
        case .x12:
            var reader = ModelReader(started.whole())
            try write(&reader, to: output, remark)
        case .json:
            var reader = JSONDocumentReader(started.whole())
            try write(&reader, to: output, remark)
        case .ndjson:
            var reader = NDJSONReader(started.whole())
            try write(&reader, to: output, remark)
        }
    }

    /// X12 as X12: the bytes as they came.
    private func copy(
        _ source: consuming ByteSource, to output: Output, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        var reader = BlockReader(source)
        var block = Block()
        while try reader.next(into: &block) {
            try output.append { block.appendReceived(to: &$0) }
            for finding in block.findings { remark(finding) }
        }
    }

    private func write(
        _ reader: inout some ItemSource & ~Copyable, to output: Output, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        switch target {
        case .json:
            var writer = JSONDocumentWriter()
            try pump(&reader, &writer, output, remark)
        case .ndjson:
            var writer = NDJSONWriter()
            try pump(&reader, &writer, output, remark)
        case .x12:
            var writer = ModelWriter()
            try pump(&reader, &writer, output, remark)
        }
    }

    private func pump(
        _ reader: inout some ItemSource & ~Copyable, _ writer: inout some ItemSink & ~Copyable,
        _ output: Output, _ remark: (Finding) -> Void
    ) throws(X12Error) {
        while let item = try reader.next() {
            for finding in reader.findings { remark(finding) }
            try writer.take(item)
            try writer.pass(to: output)
        }
        for finding in reader.findings { remark(finding) }
        try writer.end()
        try writer.pass(to: output)
    }
}
