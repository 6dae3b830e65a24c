internal import X12Diagnostics

/// The findings of a conversion, one line each on standard error; many are counted.
struct ConversionRemarks {
    private let file: InputFile
    private let renderer: FindingRenderer
    private var tally = FindingTally()
    private var lines: [String] = []

    private static let mostLines = 10

    init(_ file: InputFile) {
        self.file = file
        renderer = FindingRenderer(file: file.name)
    }

    mutating func add(_ finding: Finding) {
        guard finding.rule.severity >= .warning else { return }
        tally.count(finding)
        guard lines.count < Self.mostLines else { return }
        // Most files are one line, so a line's number alone would say nothing.
        let place = FindingRenderer.position(of: finding)
        lines.append(
            "\(place): \(finding.rule.severity.rawValue): \(renderer.message(finding)) [\(finding.rule.id)]")
    }

    /// Prints them, after what was converted.
    func end() {
        for line in lines { file.warn(line) }
        if tally.errors + tally.warnings > lines.count {
            file.warn("\(tally.words()) in all; see x12 validate")
        }
    }
}
