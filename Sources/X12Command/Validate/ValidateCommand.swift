internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Rules
internal import X12Text

/// `x12 validate FILE ...`: findings.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", _superCommandName: "x12",
        abstract: "Say what is wrong with a file, where, and what to do about it.",
        discussion: """
            Text is for reading: each finding with its place and, once for each rule, what to do. Where \
            the same thing is wrong again and again, the first findings are printed and the others counted. JSON is for \
            programs: one finding a line, the last line of a file counts them. HTML is one page to read, print and pass \
            on: findings by claim, counts by rule, the money at stake.

            Names, identifiers, dates and addresses are not printed unless --show-values asks for them.
            """)

    /// How findings are printed.
    enum Format: String, NamedChoice {
        case text, json, html
    }

    /// What findings stand under.
    enum Grouping: String, NamedChoice {
        case place, claim
    }

    /// What makes the exit status 1.
    enum FailOn: String, NamedChoice {
        case error, warning

        var severity: Severity { self == .error ? .error : .warning }
    }

    /// The least severity that is printed.
    enum MinimumSeverity: String, NamedChoice {
        case info, warning, error

        var severity: Severity {
            switch self {
            case .info: .info
            case .warning: .warning
            case .error: .error
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            "Check the WEDI SNIP levels 1 to this one: 1 syntax, 2 guide, 3 balances, 4 situations, 5 codes, 6 lines of business, 7 what a payer asks for (takes --profile).",
            valueName: "1...7"))
    var level = Usual.level

    @Option(help: "Text for a person, JSON for a program, HTML for a page to pass on.")
    var format = Usual.format

    @Option(help: "In text, list findings as they come, or under their claims with counts by rule.")
    var groupBy = Usual.grouping

    @Option(help: "The least severity that makes the exit status 1.")
    var failOn = Usual.failOn

    @Option(help: "The least severity that is printed; all are counted.")
    var minSeverity = Usual.minimumSeverity

    @Option(
        help: ArgumentHelp(
            "Print at most this many findings of a file (default: all in JSON, 5 of each kind in text).",
            valueName: "n"))
    var maxFindings: Int?

    @Flag(help: "Print names, identifiers, dates, and the segments that findings are about.")
    var showValues = false

    @Option(
        help: ArgumentHelp(
            "The day the file was received, against which rules look at dates.", valueName: "YYYY-MM-DD"),
        transform: Moment.day)
    var received: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Check what a payer asks for as well: a profile's name (see x12 profile), the path of its file, or auto to go by receiver and payer.",
            valueName: "name|path|auto"))
    var profile: String?

    @OptionGroup var profileFolder: ProfileFolderOption

    @Option(
        help: ArgumentHelp(
            "Set a rule: 837P-RENDERING=off, 837P-CLM01=error, 835-BAL-LINE='tolerance 0.01'. May be given again.",
            valueName: "id=setting"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of such settings, one a line, # before a remark; --rule wins over it.", valueName: "path"),
        completion: .file())
    var rules: String?

    @OptionGroup var sources: CodeSourceOptions

    @Option(
        help: ArgumentHelp(
            "Compare with another file: a remittance or an answer with the claims that were sent, a remittance with earlier ones, so that a claim paid twice, or taken back otherwise than it was paid, is told, a second payer's claim with the first payer's remittance, an answer about coverage with the inquiry. May be given again.",
            valueName: "path"),
        completion: .file())
    var against: [String] = []

    @OptionGroup(title: "MANY FILES") var batch: BatchOptions
    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard (1...7).contains(level) else { throw ValidationError("--level is a number from 1 to 7") }
        guard maxFindings ?? 0 >= 0 else { throw ValidationError("--max-findings is 0 or more") }
    }

    func run() throws {
        var settings = try configuration()
        let choice = try choice(&settings)
        let configuration = settings
        let store = try store()
        let counterparts = try counterparts()
        let payments = inputs.list.count > 1 ? RunPayments(configuration) : nil
        // One page for all inputs, unless each has a file of its own.
        let isOnePage = format == .html && batch.outputDirectory == nil
        if isOnePage { try write(HTMLPage.head) }
        let status = try batch.run(
            inputs, writing: format == .text ? "txt" : format.rawValue,
            task: "\(task) --basis \(basis(configuration, choice))",
            leavingOut: { payments?.remember($0) }
        ) { file, output throws(X12Error) in
            let validator = try Validator(
                configuration, profile: choice, codes: store, against: counterparts)
            switch format {
            case .text:
                var report = TextReport(
                    file.name, showsValues: showValues, usesColour: output.wantsColour,
                    from: minSeverity.severity, most: maxFindings,
                    upTo: validator.highestLevel, byClaim: groupBy == .claim)
                return try check(file, validator, counterparts, payments, output, &report)
            case .json:
                var report = JSONReport(
                    file.path, showsValues: showValues, from: minSeverity.severity, most: maxFindings)
                return try check(file, validator, counterparts, payments, output, &report)
            case .html:
                var report = HTMLReport(
                    file.name, showsValues: showValues, from: minSeverity.severity, most: maxFindings)
                if !isOnePage { try output.write(HTMLPage.head) }
                guard isOnePage else {
                    let status = try check(file, validator, counterparts, payments, output, &report)
                    try output.write(HTMLPage.foot)
                    return status
                }
                do throws(X12Error) {
                    return try check(file, validator, counterparts, payments, output, &report)
                } catch {
                    // Whoever is handed the page does not see what went to standard error.
                    if error.code != .sinkFailed {
                        try output.write(HTMLReport.unreadable(file.name, InputOptions.words(for: error)))
                    }
                    throw error
                }
            }
        }
        if isOnePage { try write(HTMLPage.foot) }
        try end(with: status)
    }

    private func write(_ text: String) throws {
        try deliver { output throws(X12Error) in
            try output.write(text)
            return .clean
        }
    }

    /// What is asked for, as a journal keeps it.
    private var task: String {
        var words = ["validate --level \(level) --format \(format.rawValue) --fail-on \(failOn.rawValue)"]
        words.append("--min-severity \(minSeverity.rawValue)")
        if let maxFindings { words.append("--max-findings \(maxFindings)") }
        if showValues { words.append("--show-values") }
        for path in against { words.append("--against \(path)") }
        if groupBy != .place { words.append("--group-by \(groupBy.rawValue)") }
        if let received { words.append("--received \(received)") }
        if let profile { words.append("--profile \(profile)") }
        if let folder = profileFolder.profiles { words.append("--profiles \(folder)") }
        words += rule.map { "--rule \($0)" }
        if let rules { words.append("--rules \(rules)") }
        if let codes = sources.codes { words.append("--codes \(codes)") }
        return words.joined(separator: " ")
    }

    /// What results go by that the words of the task do not tell.
    private func basis(_ configuration: RuleConfiguration, _ choice: ProfileChoice) -> String {
        var basis = RunBasis()
        basis.add(configuration)
        basis.add(choice)
        basis.add(file: CodeStorePlace.place(sources.codes))
        for path in against { basis.add(file: path) }
        return basis.word
    }

    private func check(
        _ file: InputFile, _ validator: consuming Validator, _ counterparts: Counterparts?,
        _ payments: RunPayments?, _ output: Output, _ report: inout some FindingReport
    ) throws(X12Error) -> ExitStatus {
        var validator = validator
        var blocks = try file.blocks()
        blocks.cutsOff = true
        var tally = FindingTally()
        var summary = InputSummary()
        var met = CounterpartsMet(counterparts)
        var turn = payments.map { RunPayments.Turn($0, file) }
        try validator.check(blocks, workers: batch.workers, notingPayments: turn != nil) {
            block, findings throws(X12Error) in
            summary.add(block)
            met.add(block)
            for finding in findings { tally.count(finding) }
            try report.add(findings, of: block, to: output)
        } payments: { payments throws(X12Error) in
            let late = turn?.findings(on: payments) ?? []
            for finding in late { tally.count(finding) }
            if !late.isEmpty { try report.add(late: late, to: output) }
        }
        let provenance = Provenance(
            guides: summary.guides, guidesWithoutDemands: validator.guidesWithoutDemands(of: summary.guides),
            unasked: validator.unasked(of: summary.guides), unknownGuides: summary.unknownGuides,
            profiles: validator.profiles, codes: validator.codes)
        try report.end(tally, summary, provenance, to: output)
        if profile == "auto", level == 7, provenance.profiles.isEmpty, summary.transactionSets > 0 {
            file.warn("no profile is routed to its receivers and payers: level 7 was not checked")
        }
        guard !met.isNothingMet else {
            file.warn("nothing was compared: no claim, payment, inquiry or batch of it stands in --against")
            return .findings
        }
        return tally.reaches(failOn.severity) ? .findings : .clean
    }

    /// The store of code sets, where there is one.
    private func store() throws -> CodeStore? {
        do throws(X12Error) {
            return try sources.store()
        } catch {
            StandardError.write("x12: \(error.description)\n")
            throw ExitCode(ExitStatus(error).rawValue)
        }
    }

    /// The profile that was asked for; its rule settings give way to those of the command line.
    private func choice(_ configuration: inout RuleConfiguration) throws -> ProfileChoice {
        let choice = try profileFolder.choice(profile)
        try check(configuration, choice)
        // A validator follows it by itself; here payments of several inputs go by it, and what is none is wrong usage.
        do throws(X12Error) { try configuration.follow(choice) } catch {
            throw ValidationError("--profile: \(error.description)")
        }
        return choice
    }

    /// That what was set is set of rules that are asked.
    private func check(_ configuration: RuleConfiguration, _ choice: ProfileChoice) throws {
        for id in configuration.ids.sorted() where !RuleSet.knows(id) && !choice.asks(id) {
            let askers = try profileFolder.profiles(asking: id)
            guard askers.isEmpty else {
                throw ValidationError(
                    "\(id) is no rule of ours: a profile asks for it (\(askers.map(\.name).joined(separator: ", "))), and is named by --profile"
                )
            }
            throw ValidationError("there is no rule \(id); x12 explain lists them")
        }
    }

    /// The claims and payments that inputs are compared with.
    private func counterparts() throws -> Counterparts? {
        guard !against.isEmpty else { return nil }
        var counterparts = Counterparts()
        for path in against {
            let before = counterparts.count
            do throws(X12Error) {
                try counterparts.add(ByteSource(path: path), from: Printable.text(path))
            } catch {
                throw failure(of: "--against", path, error)
            }
            guard counterparts.count > before else {
                throw ValidationError(
                    "--against \(Printable.text(path)): no claims (837P), payments (835) or inquiries (270) in it"
                )
            }
        }
        return counterparts
    }

    /// What was asked for, settings of the file first.
    private func configuration() throws -> RuleConfiguration {
        var configuration = RuleConfiguration()
        configuration.highestLevel = level
        configuration.received = received
        do throws(X12Error) {
            if let rules { try configuration.add(text: InputFile(path: rules).text()) }
        } catch {
            guard error.code == .malformedSetting else { throw failure(of: "--rules", rules ?? "", error) }
            throw ValidationError("--rules \(Printable.text(rules ?? "")): \(error.description)")
        }
        do throws(X12Error) {
            try configuration.add(text: rule.joined(separator: "\n"))
        } catch {
            throw ValidationError("--rule: \(error.description)")
        }
        return configuration
    }
}
