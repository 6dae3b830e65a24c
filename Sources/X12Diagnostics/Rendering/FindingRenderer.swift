/// Prints findings as text for a person.
///
///     claims.837: segment 18 (line 20): error: CLM05-2 is 'Z', must be 'B' [GDE-CODE-BAD]
///        | CLM*PCN0001*180***11:Z:1*Y*A*Y*Y~
///        |                      ^
///        = in 2000A[1] > 2000B[3] > 2300[1]; guide 005010X222A1
///        = help: use a code the guide lists
///
/// Amounts, codes, counts and the claim's own control number are always printed. Dates, identifiers, texts
/// and the excerpt are printed only when values are asked for. No control character of the data is printed,
/// so that an input cannot steer a terminal.
public struct FindingRenderer: Sendable {
    /// The name of the input, as it stands before each finding.
    public let file: String
    /// Whether values of a person's, and excerpts, are printed.
    public let showsValues: Bool
    /// Whether ANSI colours are used.
    public let usesColour: Bool
    /// Whether the place of a finding is told by the model's property, where that is known: for what is not X12 yet.
    public let namesProperties: Bool
    /// What is called by its number where it stands in no X12 yet.
    public let noun: String

    private let wording: FindingWording

    /// Creates a renderer for the findings of one input; values are hidden, colours off, places those of X12 and what stands in
    /// none yet claims unless said.
    public init(
        file: String, showsValues: Bool = false, usesColour: Bool = false, namesProperties: Bool = false,
        noun: String = "claim"
    ) {
        self.file = file
        self.showsValues = showsValues
        self.usesColour = usesColour
        self.namesProperties = namesProperties
        self.noun = noun
        wording = FindingWording(showsValues: showsValues)
    }

    /// The words of a finding alone: `CLM05-2 is 'Z', must be 'B'`.
    public func message(_ finding: Finding) -> String { wording.fill(finding.rule.wording, for: finding) }

    /// What to do about a finding; empty when the rule has nothing to say.
    public func help(_ finding: Finding, _ explanation: FindingExplanation = FindingExplanation()) -> String {
        wording.help(for: finding, explanation)
    }

    /// The whole text of a finding.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - severity: how much it matters here, when a profile says otherwise than the rule.
    ///   - excerpt: the segment it is about; printed only when values are asked for.
    ///   - explanation: what codes mean, the box of the paper form, the line.
    ///   - showsHelp: whether the line that says what to do is printed; a list need not repeat it.
    /// - Returns: one or more lines, each ended by a line feed.
    public func text(
        of finding: Finding, severity: Severity? = nil, excerpt: SegmentExcerpt? = nil,
        explanation: FindingExplanation = FindingExplanation(), showsHelp: Bool = true
    ) -> String {
        let severity = severity ?? finding.rule.severity
        let isNamed = namesProperties && !finding.path.isEmpty
        let place =
            isNamed ? FindingWording.printable(finding.path) : Self.position(of: finding, noun: noun)
        let head = FindingWording.printable(file) + ": " + place
        var text = styled(head + ": ", .bold) + styled("\(severity.rawValue): ", Style(severity))
        text += styled(message(finding), .bold) + " [\(finding.rule.id)]\n"
        if showsValues, let excerpt {
            let (line, column) = excerpt.lines(at: finding.location)
            text += "   | \(line)\n   | \(String(repeating: " ", count: column))\(styled("^", .mark))\n"
        }
        let surroundings = Self.isPlaceless(finding) ? "" : Self.surroundings(of: finding, explanation)
        if !surroundings.isEmpty { text += "   = \(surroundings)\n" }
        for words in meanings(of: finding, explanation) { text += "   = \(words)\n" }
        let help = showsHelp ? help(finding, explanation) : ""
        if !help.isEmpty { text += "   = help: \(help)\n" }
        return text
    }

    /// What the code that was found means, and the codes that are allowed in its place, where these are known.
    public func meanings(of finding: Finding, _ explanation: FindingExplanation) -> [String] {
        var lines: [String] = []
        if let found = finding.found, !explanation.foundMeaning.isEmpty, wording.shows(found) {
            lines.append("\(FindingWording.printable(found.text)) means \(explanation.foundMeaning)")
        }
        if !explanation.allowed.isEmpty {
            lines.append("allowed: \(explanation.allowed.map(Self.words).joined(separator: ", "))")
        }
        return lines
    }

    /// Where a finding stands: `segment 18 (line 20)` in a transaction set, `ISA (line 1)` around it; `claim PCN0001` for
    /// a claim in no file, or what else `noun` says.
    public static func position(of finding: Finding, noun: String = "claim") -> String {
        let location = finding.location
        if isPlaceless(finding) { return "\(noun) \(FindingWording.printable(finding.context.claim))" }
        let segment = FindingWording.printable(finding.context.segment)
        let place =
            if location.segmentPosition > 0 {
                "segment \(location.segmentPosition)"
            } else {
                segment.isEmpty ? "byte \(location.byteOffset)" : segment
            }
        // What is found in a table or in JSON has a line and nothing else.
        if location == Location(line: location.line), segment.isEmpty, location.line > 0 {
            return "line \(location.line)"
        }
        return location.line > 0 ? "\(place) (line \(location.line))" : place
    }

    // MARK: - Parts

    /// Whether a finding is about a claim that stands in no X12 yet.
    private static func isPlaceless(_ finding: Finding) -> Bool {
        finding.location == Location(line: finding.location.line) && finding.context.segment.isEmpty
            && !finding.context.claim.isEmpty
    }

    private static func words(_ code: FindingExplanation.Code) -> String {
        let text = FindingWording.printable(code.code)
        return code.meaning.isEmpty ? text : "\(text) (\(code.meaning))"
    }

    private static func surroundings(of finding: Finding, _ explanation: FindingExplanation) -> String {
        let context = finding.context
        let loop =
            context.loopPath.isEmpty || explanation.loopName.isEmpty ? "" : " (\(explanation.loopName))"
        let line = explanation.serviceLine > 0 ? "\(explanation.serviceLine)" : ""
        let parts = [
            ("in ", context.loopPath + loop), ("guide ", context.guide), ("set ", context.transactionSet),
            ("claim ", context.claim), ("line ", line), ("box ", explanation.box),
        ]
        return parts.filter { !$0.1.isEmpty }.map { $0.0 + FindingWording.printable($0.1) }.joined(
            separator: "; ")
    }

    /// A way to stand out on a terminal: the number of an ANSI attribute.
    private enum Style: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;33"
        case info = "1;36"
        case mark = "1;32"

        init(_ severity: Severity) {
            self =
                switch severity {
                case .info: .info
                case .warning: .warning
                case .error, .fatal: .error
                }
        }
    }

    private func styled(_ text: String, _ style: Style) -> String {
        usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
