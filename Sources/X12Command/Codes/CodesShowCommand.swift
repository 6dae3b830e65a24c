internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar
internal import X12Rules
internal import X12Text

/// `x12 codes show SET CODE`
struct CodesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: "x12 codes",
        abstract: "Show what a code set says of a code, in each edition at hand, and the codes below it.")

    @Argument(help: "The code set.", transform: CodesCommand.set)
    var set: CodeSet

    @Argument(help: "The code, as claims carry it, or with its point or hyphens.")
    var code: String

    @Option(
        help: ArgumentHelp("Say whether the code may be used on this day.", valueName: "YYYY-MM-DD"),
        transform: Moment.day)
    var on: CalendarDate?

    @OptionGroup var place: CodeStoreOptions

    /// Of the codes below a heading, this many are shown.
    private static let mostBelow = 40

    func run() throws {
        try deliver { output throws(X12Error) in
            let store = try CodeStorePlace.existing(place.store)
            let sets = CodeSets(loaded: store)
            let code = CodeStore.spelledAsSent(code, in: set)
            guard !sets.editions(of: set).isEmpty else {
                throw X12Error(.sourceMissing, "\(set.rawValue) is not loaded; x12 codes load loads it")
            }
            let text = try lines(of: code, sets, store)
            if let failure = sets.failure { throw failure }
            guard !text.isEmpty else {
                StandardError.write("x12: \(set.title) has no code \(Printable.text(code))\n")
                return .findings
            }
            try output.write(text)
            guard let on else { return .clean }
            let standing = sets.standing(of: code, in: set, on: on)
            try output.write("on \(on): \(Self.words(standing))\n")
            return standing == .valid ? .clean : .findings
        }
    }

    private func lines(
        of code: String, _ sets: CodeSets, _ store: CodeStore?
    ) throws(X12Error) -> String {
        var text = ""
        for edition in sets.editions(of: set) {
            let listed = sets.code(code, in: edition)
            let below = try below(code, edition, store)
            guard listed != nil || !below.isEmpty else { continue }
            text += "\(set.rawValue)\(edition.label.isEmpty ? "" : " " + edition.label)\n"
            if let listed { text += "  " + CodesText.line(code, listed) }
            for line in below { text += "    " + line }
        }
        return text
    }

    /// The codes that begin with this one, of a loaded set.
    private func below(
        _ code: String, _ edition: CodeEdition, _ store: CodeStore?
    ) throws(X12Error) -> [String] {
        guard let store, set == .diagnosis || set == .inpatientProcedure else { return [] }
        let codes = try store.codes(beginningWith: code, in: edition, most: Self.mostBelow + 1)
            .filter { $0.code != code }
        var lines = codes.prefix(Self.mostBelow).map { CodesText.line($0.code, $0.listed) }
        if codes.count > lines.count { lines.append("and more\n") }
        return lines
    }

    private static func words(_ standing: CodeStanding) -> String {
        switch standing {
        case .valid: "may be used"
        case .unknown, .unsure: "nobody can tell: no edition at hand speaks of the day"
        case .unlisted: "is not in the list"
        case .heading: "is a heading, and not to be sent"
        case .early(let day): "not in use before \(day)"
        case .ended(let day): "out of use since \(day)"
        }
    }
}
