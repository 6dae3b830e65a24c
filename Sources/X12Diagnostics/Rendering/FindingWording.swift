/// Makes the words of a finding: fills a rule's wording with the facts, keeping a person's values back.
struct FindingWording {
    /// Whether dates, identifiers and texts may be printed too.
    let showsValues: Bool

    /// The most characters of one value that are printed.
    static let longestValue = 80
    /// The most allowed values that are printed; of more, the first ones and a count.
    static let mostExpected = 12

    /// The text with `{at}`, `{name}`, `{found}`, `{expected}` and `{detail}` filled in; `{count}` and `{most}` are what was
    /// found and what is expected as plain numbers.
    ///
    /// What is put in is not looked through again, so braces in a value stay what they are.
    func fill(_ text: String, for finding: Finding) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let placeholder = rest[rest.index(after: open)..<close]
            result += words(for: placeholder, of: finding) ?? String(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// What to do about a finding, and who has to, where that is somebody else.
    func help(for finding: Finding, _ explanation: FindingExplanation) -> String {
        let help = fill(finding.rule.help, for: finding)
        let isOwn = explanation.mender.isEmpty || help.isEmpty
        return isOwn ? help : "for \(explanation.mender) to mend: \(help)"
    }

    /// Whether the value that was found may be printed.
    func shows(_ fact: Fact) -> Bool { fact.isPublic || showsValues }

    /// A text in which nothing can steer a terminal: control characters become `?`.
    static func printable(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isPrintable($0) ? $0 : "?" }))
    }

    /// The place in words: `CLM05-2`, `CLM`, `loop 2010AA`, `the interchange`.
    static func place(of finding: Finding) -> String {
        let context = finding.context
        guard !context.segment.isEmpty else {
            return context.loop.isEmpty ? "the interchange" : printable("loop \(context.loop)")
        }
        var place = printable(context.segment)
        let location = finding.location
        if location.element > 0 { place += String(location.element, digits: 2) }
        if location.component > 0 { place += "-\(location.component)" }
        if location.repetition > 1 { place += " (repetition \(location.repetition))" }
        return place
    }

    // MARK: - Placeholders

    private func words(for placeholder: Substring, of finding: Finding) -> String? {
        switch placeholder {
        case "at": Self.place(of: finding)
        case "name":
            finding.context.name.isEmpty ? Self.place(of: finding) : Self.printable(finding.context.name)
        case "found": found(finding.found)
        case "expected": Self.list(finding.expected)
        case "count": finding.found.map { Self.printable($0.text) } ?? "0"
        case "most": Self.printable(finding.expected.last ?? "")
        case "shown": finding.found.map { shows($0) ? " " + Self.quoted($0.text) : "" } ?? ""
        case "missing": Self.missing(finding.expected)
        case "detail": Self.printable(finding.detail)
        default: nil
        }
    }

    private func found(_ fact: Fact?) -> String {
        guard let fact else { return "missing" }
        guard !fact.text.isEmpty else { return "empty" }
        return shows(fact) ? Self.quoted(fact.text) : Self.described(fact)
    }

    /// A value that is kept back, in words: what it is, where it can be told, and its length.
    private static func described(_ fact: Fact) -> String {
        let count = fact.text.count
        let length = count == 1 ? "1 character" : "\(count) characters"
        return switch fact.kind {
        case .date where fact.text.count == 10 && fact.text.contains("-"): "a date"
        case .identifier: "an identifier of \(length)"
        default: "a value of \(length)"
        }
    }

    private static func list(_ values: [String]) -> String {
        guard let last = values.last else { return "a code of its list" }
        guard values.count > 1 else { return quoted(last) }
        guard values.count > mostExpected else {
            return values.dropLast().map(quoted).joined(separator: ", ") + " or " + quoted(last)
        }
        let shown = values.prefix(mostExpected - 2)
        return shown.map(quoted).joined(separator: ", ") + " or \(values.count - shown.count) others"
    }

    /// Several segments that are missing: `SE, GE and IEA are`.
    private static func missing(_ segments: [String]) -> String {
        guard let last = segments.last, segments.count > 1 else { return "\(segments.first ?? "") is" }
        return segments.dropLast().joined(separator: ", ") + " and \(last) are"
    }

    private static func quoted(_ text: String) -> String {
        let start = text.prefix(longestValue)
        return "'\(printable(start))\(start.endIndex < text.endIndex ? "..." : "")'"
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return 0x20..<0x7F ~= scalar.value }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}
