internal import X12Grammar
internal import X12Text

extension CodeTables {
    /// A small table for an example.
    ///
    /// - Parameters:
    ///   - set: the set.
    ///   - last: the last day that it knows all codes of; `nil` for a table that is good for ever.
    ///   - headings: codes that only stand above others.
    ///   - from: the day from which on each code may be used.
    ///   - until: the day until which each code may be used.
    ///   - codes: the codes.
    /// - Returns: a table of one edition.
    static func example(
        _ set: CodeSet, last: String? = nil, headings: [String] = [],
        from: (code: String, day: String)? = nil,
        until: (code: String, day: String)? = nil, _ codes: String...
    ) -> CodeTables {
        var listed: [String: ListedCode] = [:]
        for code in codes { listed[code] = ListedCode() }
        for code in headings { listed[code] = ListedCode(isHeading: true) }
        if let from { listed[from.code] = ListedCode(start: CalendarDate(iso: from.day)) }
        if let until { listed[until.code] = ListedCode(stop: CalendarDate(iso: until.day)) }
        var tables = CodeTables()
        tables.add(set, name: "example", last: last.flatMap { CalendarDate(iso: $0) }, listed)
        return tables
    }
}
