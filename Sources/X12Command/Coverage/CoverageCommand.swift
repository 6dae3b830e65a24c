internal import ArgumentParser
internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// `x12 coverage FILE ...`: who is covered, of answers about eligibility.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", _superCommandName: "x12",
        abstract:
            "Say of each person in a 271 whether there is coverage, since when, and why there is no answer.",
        discussion: """
            One entry a person: active (EB01 1 to 5), inactive (6 to 8), both for different services, not answered \
            (AAA, with the reason and what to do), or nothing told; then the plans and the dates, each as the payer \
            names it. Active coverage whose days have ended, have not begun or end before they begin is told to be so, by \
            the day of the answer (BHT04) or the one day of the plan that it tells; so are benefits of an inquiry that was \
            refused (AAA01 of N). --benefits adds what is told of each service in words: \
            copayments, deductibles, what is left of them, in the plan's network or out of it.

            Names and member numbers are printed: they are what is asked for. As JSON, one person a line. \
            All details of a 271 are in x12 convert --to csv and --to json.

            The status is 1 when somebody is not active or not on that day, something was not answered or could not be read, or a file \
            holds no 271.
            """)

    /// How the answers are printed.
    enum Format: String, NamedChoice {
        case text, json
    }

    @Flag(help: "List what is told of each service.")
    var benefits = false

    @Option(
        name: .customLong("service"),
        help: ArgumentHelp(
            "List benefits of this kind of service (EB03), such as 98; may be given again.", valueName: "code"
        ))
    var services: [String] = []

    @Option(help: "text for people, json for programs: one person a line.")
    var format = Format.text

    @OptionGroup var inputs: InputOptions

    func run() throws {
        let output = Output()
        let status = inputs.forEach(output) { file throws(X12Error) in
            let form = CoverageForm(
                file: file, listsBenefits: benefits || !services.isEmpty, services: Set(services),
                usesColour: output.wantsColour)
            var reader = CoverageReader(try file.models())
            var tally = CoverageTally()
            while let entry = try reader.next() {
                switch entry {
                case .person(let answer):
                    tally.count(answer)
                    try write(output, { form.text(of: answer) }, { form.append(answer, to: &$0) })
                case .rejections(let reasons):
                    tally.levels += 1
                    try write(output, { form.text(of: reasons) }, { form.append(reasons, to: &$0) })
                }
            }
            let last = form.lastLine(tally, otherSets: reader.otherSets)
            if format == .text {
                try output.write(last)
            } else if tally.people + tally.levels == 0 {
                try output.flush()
                file.warn("no answer about coverage (271) in it")
            }
            if reader.errors > 0 {
                try output.flush()
                file.warn(
                    "\(Figures.count(reader.errors, "error")) on the way, so this may not be all: see x12 validate"
                )
            }
            return tally.areAllActive && reader.errors == 0 ? .clean : .findings
        }
        try end(with: status)
    }

    private func write(
        _ output: Output, _ text: () -> String, _ json: (inout JSONWriter) -> Void
    ) throws(X12Error) {
        guard format == .json else { return try output.write(text()) }
        var writer = JSONWriter(.compact)
        json(&writer)
        try output.append { $0 += writer.bytes }
    }
}
