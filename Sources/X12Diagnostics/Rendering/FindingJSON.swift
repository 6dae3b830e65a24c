/// Prints findings as JSON, one object a line.
///
/// A field that has nothing to say is absent. `found` appears for amounts, codes and counts, otherwise only
/// when values are asked for; `message` keeps back the same values.
public struct FindingJSON: Sendable {
    /// The name of the input, as `file` has it.
    public let file: String
    /// Whether values of a person's are printed.
    public let showsValues: Bool

    private let wording: FindingWording

    /// Creates a printer for the findings of one input; values are hidden unless said.
    public init(file: String, showsValues: Bool = false) {
        self.file = file
        self.showsValues = showsValues
        wording = FindingWording(showsValues: showsValues)
    }

    /// Appends a finding's object and a line feed.
    ///
    /// - Parameters:
    ///   - finding: the finding.
    ///   - severity: how much it matters here, when a profile says otherwise than the rule.
    ///   - explanation: what other rooms know about it.
    ///   - bytes: what is appended to.
    public func append(
        _ finding: Finding, severity: Severity? = nil, explanation: FindingExplanation = FindingExplanation(),
        to bytes: inout [UInt8]
    ) {
        var object = JSONLine(taking: &bytes)
        object.text("file", file)
        object.text("rule", finding.rule.id)
        object.number("level", finding.rule.level)
        object.text("severity", (severity ?? finding.rule.severity).rawValue)
        append(finding.context, finding.location, to: &object)
        object.number(
            "serviceLine", explanation.serviceLine > 0 ? explanation.serviceLine : finding.serviceLine)
        object.text("claim", finding.context.claim)
        object.text("path", finding.path.isEmpty ? explanation.path : finding.path)
        if let found = finding.found, wording.shows(found) { object.text("found", found.text) }
        object.texts("expected", finding.expected)
        object.text("box", explanation.box)
        object.object("ack", finding.acknowledgement.named)
        object.text("message", wording.fill(finding.rule.wording, for: finding))
        object.text("help", wording.help(for: finding, explanation))
        bytes = object.closed()
    }

    /// Appends the last line of an input: what was counted, and by which versions.
    ///
    /// - Parameters:
    ///   - claims: how many claims (claim payments in an 835) were read.
    ///   - transactionSets: how many transaction sets were read.
    ///   - unchecked: how many of these were checked by the base standard alone, since their guide is not known.
    ///   - counts: how many findings there were of each severity; fatal ones count as errors.
    ///   - versions: tool, guides, rule set, code lists and profile, each with its version, in order.
    ///   - bytes: what is appended to.
    public func appendResult(
        claims: Int, transactionSets: Int, unchecked: Int, counts: [Severity: Int],
        versions: [(name: String, version: String)],
        to bytes: inout [UInt8]
    ) {
        var object = JSONLine(taking: &bytes)
        object.text("file", file)
        object.text("type", "result")
        object.count("claims", claims)
        object.count("transactionSets", transactionSets)
        object.count("unchecked", unchecked)
        object.counts(
            "findings",
            [
                ("error", counts[.error, default: 0] + counts[.fatal, default: 0]),
                ("warning", counts[.warning, default: 0]), ("info", counts[.info, default: 0]),
            ])
        object.object("versions", versions.map { ($0.name, $0.version) })
        bytes = object.closed()
    }

    private func append(_ context: Finding.Context, _ location: Location, to object: inout JSONLine) {
        object.text("guide", context.guide)
        object.text("interchange", context.interchange)
        object.text("group", context.group)
        object.text("transactionSet", context.transactionSet)
        object.text("loop", context.loop)
        object.text("segment", context.segment)
        object.number("segmentPosition", location.segmentPosition)
        object.number("line", location.line)
        // Byte 0 is a place as good as any once a place is known at all.
        if location.line > 0 || location.segment > 0 || location.byteOffset > 0 {
            object.count("byteOffset", location.byteOffset)
        }
        object.number("element", location.element)
        object.number("component", location.component)
        object.number("repetition", location.repetition)
    }
}
