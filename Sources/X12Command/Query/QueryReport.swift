internal import X12Diagnostics
internal import X12Models
internal import X12XML

/// Results of a query as text, X12, XML or JSON.
struct QueryReport {
    /// The forms.
    enum Format: String, CaseIterable {
        case text, x12, xml, json
    }

    let format: Format

    /// What stands before all results.
    func begin() -> String {
        guard format == .xml else { return "" }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <results xmlns:f="\(GenericXML.findingNamespace)">

            """
    }

    /// What stands behind all results.
    func end() -> String { format == .xml ? "</results>\n" : "" }

    /// One result.
    func text(of result: QueryResult, in file: InputFile) -> [UInt8] {
        switch format {
        case .text: Self.lines(result)
        case .x12: Self.segments(result)
        case .xml: Array("\(result.xml)\n".utf8)
        case .json: Self.json(result, file)
        }
    }

    private static func lines(_ result: QueryResult) -> [UInt8] {
        switch result.kind {
        case .value, .answer: Array("\(result.value)\n".utf8)
        case .segment, .segments: result.segments.flatMap { $0 + [UInt8(ascii: "\n")] }
        }
    }

    private static func segments(_ result: QueryResult) -> [UInt8] {
        // Where segments follow each other on one line, results still begin on lines of their own.
        let isOneLine = !result.segmentEnd.contains(UInt8(ascii: "\n"))
        let bytes = result.segments.flatMap { $0 + result.segmentEnd }
        return isOneLine && !bytes.isEmpty ? bytes + [UInt8(ascii: "\n")] : bytes
    }

    private static func json(_ result: QueryResult, _ file: InputFile) -> [UInt8] {
        var json = JSONWriter(.compact)
        json.beginObject()
        let texts = [
            ("file", file.path), ("interchange", result.controlNumbers.interchange),
            ("group", result.controlNumbers.group),
            ("transactionSet", result.controlNumbers.transactionSet), ("claim", result.claim),
            ("loop", result.loop), ("name", result.name),
        ]
        for (name, text) in texts where !text.isEmpty {
            json.key(name)
            json.string(text)
        }
        let numbers = [
            ("segmentPosition", result.location.segmentPosition), ("line", result.location.line),
        ]
        for (name, number) in numbers where number > 0 {
            json.key(name)
            json.integer(number)
        }
        if result.location.line > 0 {
            json.key("byteOffset")
            json.integer(result.location.byteOffset)
        }
        if result.kind == .value || result.kind == .answer {
            json.key("value")
            json.string(result.value)
        }
        if !result.segments.isEmpty {
            json.key("segments")
            json.beginArray()
            for segment in result.segments { json.string(String(decoding: segment, as: UTF8.self)) }
            json.endArray()
        }
        json.endObject()
        json.newline()
        return json.bytes
    }
}
