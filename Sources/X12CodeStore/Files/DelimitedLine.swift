internal import X12Diagnostics

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
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var index = 0
        while index < line.bytes.count {
            let byte = line.bytes[index]
            index += 1
            if isQuoted {
                guard byte == UInt8(ascii: "\"") else {
                    field.append(byte)
                    continue
                }
                if index < line.bytes.count, line.bytes[index] == UInt8(ascii: "\"") {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\"") {
                guard field.isEmpty, !wasQuoted else { throw line.fault("a quote inside a field") }
                isQuoted = true
                wasQuoted = true
            } else if byte == separator {
                fields.append(CodeFileLine.text(field))
                field.removeAll(keepingCapacity: true)
                wasQuoted = false
            } else {
                field.append(byte)
            }
        }
        guard !isQuoted else { throw line.fault("a quoted field does not end") }
        fields.append(CodeFileLine.text(field))
        self.fields = fields
    }

    /// Whether a text in quotes goes on behind a line; `behindOpen` says that one does into it.
    static func leavesOpen(_ line: [UInt8], _ separator: UInt8, behindOpen: Bool = false) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard line.contains(quote) else { return behindOpen }
        var isQuoted = behindOpen
        // A quote opens a text at a field's beginning; behind one that closes, it is a quote in the text.
        var mayOpen = !behindOpen
        for byte in line {
            if byte == quote {
                guard isQuoted || mayOpen else { return false }
                isQuoted.toggle()
                mayOpen = true
            } else if !isQuoted {
                mayOpen = byte == separator
            }
        }
        return isQuoted
    }

    /// The separator that a first line uses most: tab, comma or semicolon.
    static func separator(of line: CodeFileLine) -> UInt8 {
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
        let counts = candidates.map { candidate in line.bytes.count { $0 == candidate } }
        let most = counts.max() ?? 0
        return zip(candidates, counts).first { $0.1 == most }?.0 ?? UInt8(ascii: ",")
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
