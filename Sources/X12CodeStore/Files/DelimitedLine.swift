internal import X12Diagnostics
internal import X12Text

/// The fields of a line of a table: tab-separated without quotes, or comma-separated with them.
struct DelimitedLine {
    let fields: [String]

    /// Whether there is nothing between its separators, as spreadsheets write rows that were emptied.
    var isEmpty: Bool { fields.allSatisfy(\.isEmpty) }

    /// Splits a line.
    ///
    /// - Throws: `.malformedCodes` for a quote that does not end, or stands inside a field.
    init(_ line: CodeFileLine, separator: UInt8) throws(X12Error) {
        guard separator != UInt8(ascii: "\t") else {
            fields = line.bytes.split(separator: separator, omittingEmptySubsequences: false).map {
                CodeFileLine.text($0)
            }
            return
        }
        var fields: [String] = []
        var splitter = FieldSplitter(separator: separator)
        for byte in line.bytes {
            switch splitter.take(byte) {
            case .inside, .endsRow: continue
            case .strayQuote: throw line.fault("a quote inside a field")
            case .endsField:
                fields.append(CodeFileLine.text(splitter.field))
                splitter.begin()
            }
        }
        guard !splitter.isInQuotes else { throw line.fault("a quoted field does not end") }
        fields.append(CodeFileLine.text(splitter.field))
        self.fields = fields
    }

    /// Whether a text in quotes goes on behind a line; `behindOpen` says that one does into it.
    static func leavesOpen(_ line: [UInt8], _ separator: UInt8, behindOpen: Bool = false) -> Bool {
        guard line.contains(UInt8(ascii: "\"")) else { return behindOpen }
        var splitter = FieldSplitter(separator: separator, inQuotes: behindOpen)
        for byte in line {
            switch splitter.take(byte) {
            case .inside, .endsRow: continue
            case .strayQuote: return false
            case .endsField: splitter.begin()
            }
        }
        return splitter.isInQuotes
    }

    /// The separator that a first line uses most: tab, comma or semicolon.
    static func separator(of line: CodeFileLine) -> UInt8 {
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
        return FieldSplitter.separator(of: line.bytes, among: candidates)
    }
}

/// The columns of a table by the names in its first line.
struct DelimitedColumns {
    private let places: [String: Int]
    /// How many there are.
    let count: Int

    init(_ header: DelimitedLine) {
        var places: [String: Int] = [:]
        for (index, name) in header.fields.enumerated() {
            places[Self.plain(name), default: index] = places[Self.plain(name)] ?? index
        }
        self.places = places
        count = header.fields.count
    }

    /// The place of the first of some names that is there; case, blanks and underscores aside.
    func place(_ names: String...) -> Int? {
        names.lazy.compactMap { places[Self.plain($0)] }.first
    }

    /// Checks that a row has nothing behind the last column; empty fields there say nothing.
    ///
    /// - Throws: `.malformedCodes`: what stands behind a separator too many is in the wrong column.
    func checkLength(_ row: DelimitedLine, _ line: CodeFileLine) throws(X12Error) {
        guard row.fields.dropFirst(count).contains(where: { !$0.isEmpty }) else { return }
        throw line.fault(
            "\(row.fields.count) columns, but the first line has \(count); a text with a separator in it stands in quotes"
        )
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
