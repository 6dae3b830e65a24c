internal import ArgumentParser
internal import X12Grammar

/// `x12 codes`: code sets, those that come along and a user's own.
struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "Load, list and look up code sets: ICD-10, HCPCS, NDC, taxonomy, CARC and others.",
        discussion: """
            Adjustment reasons (carc), remarks (rarc), claim statuses, places of service, states and countries come with \
            x12. The others are loaded from the files of those who publish them:

              x12 codes load icd10cm icd10cm_order_2026.txt
              x12 codes load hcpcs HCPC2026_OCT_ANWEB.txt
              x12 codes load ndc package.txt --products product.txt --as-of 2026-03-01
              x12 codes load taxonomy nucc_taxonomy_251.csv
              x12 codes load cpt own-codes.csv --as-of 2026-01-01

            What is loaded stays on this machine, in one file that only you can read, and validate asks it from then on.
            """,
        subcommands: [
            CodesListCommand.self, CodesLoadCommand.self, CodesShowCommand.self, CodesRemoveCommand.self,
        ],
        defaultSubcommand: CodesListCommand.self)

    /// A set by the name it goes by on the command line.
    @Sendable
    static func set(_ name: String) throws -> CodeSet {
        guard let set = CodeSet(rawValue: name.lowercased()) else {
            let names = CodeSet.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no code set '\(name)'; there are \(names)")
        }
        return set
    }
}

/// Which store.
struct CodeStoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store of loaded code sets (default: X12_CODES, else x12/codes.store in your data folder).",
            valueName: "path"), completion: .file())
    var store: String?
}
