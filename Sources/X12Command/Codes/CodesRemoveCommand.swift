internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar

/// `x12 codes remove SET`
struct CodesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a loaded code set away, or one edition of it.")

    @Argument(help: "The code set.", transform: CodesCommand.set)
    var set: CodeSet

    @Argument(help: "The edition, as x12 codes list names it; all of them when it is left out.")
    var edition: String?

    @OptionGroup var place: CodeStoreOptions

    func run() throws {
        try CodesCommand.run { output throws(X12Error) in
            let store = try CodeStorePlace.existing(place.store)
            let editions = try (store?.editions(of: set) ?? []).filter {
                edition == nil || $0.label == edition
            }
            guard let store, !editions.isEmpty else {
                StandardError.write("x12: \(set.rawValue) is not loaded\n")
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
