internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar
internal import X12Rules

/// `x12 codes list`
struct CodesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", _superCommandName: "x12 codes",
        abstract: "List the code sets at hand: which edition, how many codes, good for which days."
    )

    @OptionGroup var place: CodeStoreOptions

    func run() throws {
        try deliver { output throws(X12Error) in
            let store = try CodeStorePlace.existing(place.store)
            let sets = CodeSets(loaded: store)
            var rows: [[String]] = []
            for set in CodeSet.allCases {
                let loaded = try store?.editions(of: set) ?? []
                let editions = sets.editions(of: set)
                if editions.isEmpty { rows.append([set.rawValue, "not loaded", "", ""]) }
                for edition in editions {
                    let origin = loaded.contains(edition) ? "loaded" : "comes along"
                    rows.append([
                        set.rawValue, edition.label.isEmpty ? "-" : edition.label,
                        Figures.count(edition.count, "code"), "\(origin), good \(CodesText.days(edition))",
                    ])
                }
            }
            if let failure = sets.failure { throw failure }
            try output.write(Self.table(rows))
            return .clean
        }
    }

    /// Columns side by side; the last is left as it is.
    private static func table(_ rows: [[String]]) -> String {
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for column in 0..<3 {
                line += row[column] + String(repeating: " ", count: widths[column] - row[column].count + 2)
            }
            line += row[3]
            return line.trimmedEnd + "\n"
        }.joined()
    }
}
