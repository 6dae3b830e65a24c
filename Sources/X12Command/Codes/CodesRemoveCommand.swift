internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar

/// `x12 codes remove SET`
struct CodesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", _superCommandName: "x12 codes",
        abstract: "Take a loaded code set away, or one edition of it.")

    @Argument(help: "The code set.", transform: CodesCommand.set)
    var set: CodeSet

    @Argument(help: "The edition, as x12 codes list names it; all of them when it is left out.")
    var edition: String?

    @OptionGroup var place: CodeStoreOptions

    func run() throws {
        try deliver { output throws(X12Error) in
            let store = try CodeStorePlace.existing(place.store)
            let loaded = try store?.editions(of: set) ?? []
            let editions = loaded.filter { edition == nil || $0.label == edition }
            guard let store, !editions.isEmpty else {
                let others = loaded.map(\.label).joined(separator: ", ")
                let words =
                    others.isEmpty
                    ? "is not loaded"
                    : "has no edition \(Printable.text(edition ?? "")); loaded are \(others)"
                StandardError.write("x12: \(set.rawValue) \(words)\n")
                return .findings
            }
            for edition in editions {
                try store.remove(set, edition: edition.name)
                try output.write("\(set.rawValue) \(edition.label) is gone\n")
            }
            return .clean
        }
    }
}
