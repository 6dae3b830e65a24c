internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// One input, written in another form.
struct Conversion {
    /// What can be written to one file.
    enum Target: String, CaseIterable {
        case json, ndjson, x12
    }

    let target: Target
    /// With X12: whether counts and levels are written anew.
    var renumbers = false
    /// With JSON: whether blanks and line ends are left out.
    var isCompact = false

    /// Reads an input, whose form is recognised, and writes it; tells `remark` what was found on the way.
    func run(
        _ source: consuming ByteSource, to output: Output, remark: (Finding) -> Void
    ) throws(X12Error) {
        var input = try ModelInput(source)
        switch target {
        case .json:
            var writer = JSONDocumentWriter(isPretty: !isCompact)
            try pump(&input, &writer, output, remark)
        case .ndjson:
            var writer = NDJSONWriter()
            try pump(&input, &writer, output, remark)
        case .x12:
            var writer = ModelWriter(renumbers ? .issue : .asReceived)
            try pump(&input, &writer, output, remark)
        }
    }

    private func pump(
        _ input: inout ModelInput, _ writer: inout some ItemSink & ~Copyable, _ output: Output,
        _ remark: (Finding) -> Void
    ) throws(X12Error) {
        while let item = try input.next() {
            for finding in input.findings { remark(finding) }
            try writer.take(item)
            try writer.pass(to: output)
        }
        for finding in input.findings { remark(finding) }
        try writer.end()
        try writer.pass(to: output)
    }
}
