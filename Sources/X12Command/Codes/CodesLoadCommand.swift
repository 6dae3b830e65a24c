internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// `x12 codes load SET FILE`
struct CodesLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", _superCommandName: "x12 codes",
        abstract: "Load an official file of codes; all of it, or, with an error and its line, nothing.",
        discussion: """
            icd10cm and icd10pcs take the order file or the file of valid codes; hcpcs the fixed-width file (ANWEB); ndc \
            the FDA's package.txt; taxonomy the NUCC's CSV. All other sets take a table whose first line names the columns \
            code, description, start, stop (comma, semicolon or tab between them).

            A file of a later time takes the place of the one before, save for ICD-10, CPT and HCPCS, of which one a year \
            (ICD-10: a half-year) is kept, so that older claims can be checked by their own list.
            """)

    @Argument(help: "The code set.", transform: CodesCommand.set)
    var set: CodeSet

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        help: ArgumentHelp(
            "The day the file is of, where its name does not tell: the first day it is good for.",
            valueName: "YYYY-MM-DD"),
        transform: Moment.day)
    var asOf: CalendarDate?

    @Option(help: "With ndc: the FDA's product.txt, for the names of drugs.", completion: .file())
    var products: String?

    @OptionGroup var place: CodeStoreOptions

    mutating func validate() throws {
        guard products == nil || set == .drug else { throw ValidationError("--products goes with ndc") }
        // That there is no such file comes first.
        guard asOf != nil || CodeFileName.vintage(of: file, as: set) != nil || !System.isThere(file) else {
            throw ValidationError(
                "the file's name does not tell which day it is of; say --as-of, as 2026-03-01")
        }
    }

    func run() throws {
        try deliver { output throws(X12Error) in
            let source = try open(file)
            guard let vintage = asOf ?? CodeFileName.vintage(of: file, as: set) else { return .usage }
            let store = try CodeStorePlace.open(place.store)
            let edition = try load(source, into: store, vintage)
            let label = edition.label.isEmpty ? "" : " \(edition.label)"
            try output.write(
                "\(set.rawValue)\(label): \(Figures.count(edition.count, "code")), good \(CodesText.days(edition))\n"
            )
            for remark in remarks(on: edition) {
                StandardError.write("x12: \(Printable.text(file)): \(remark)\n")
            }
            return .clean
        }
    }

    /// What makes an official file look as if it had been cut off: every code behind the cut would be refused in claims.
    private func remarks(on edition: CodeEdition) -> [String] {
        guard let least = set.leastCount else { return [] }
        var remarks: [String] = []
        if edition.count < least {
            remarks.append(
                "only \(Figures.count(edition.count, "code")), where the official file has more than \(Figures.plain(least)): is it whole?"
            )
        }
        if System.lastByte(of: file) != UInt8(ascii: "\n") {
            remarks.append("its last line does not end: was the file cut off?")
        }
        return remarks
    }

    private func load(
        _ source: consuming ByteSource, into store: CodeStore, _ vintage: CalendarDate
    ) throws(X12Error) -> CodeEdition {
        let names = try products.map { path throws(X12Error) in try open(path) }
        do {
            return try store.load(set, vintage: vintage, from: source, products: names)
        } catch {
            throw error.naming(file)
        }
    }

    private func open(_ path: String) throws(X12Error) -> ByteSource {
        do { return try ByteSource(path: path) } catch { throw error.naming(path) }
    }
}

extension CodeSet {
    /// How many codes an official file of the set has at least; `nil` for lists of one's own.
    fileprivate var leastCount: Int? {
        switch self {
        case .diagnosis, .inpatientProcedure: 60_000
        case .hcpcs: 5_000
        case .drug: 100_000
        case .taxonomy: 800
        default: nil
        }
    }
}
