internal import ArgumentParser
internal import X12CodeStore
internal import X12Diagnostics

/// Which code sets a verb asks beside those that come with x12.
struct CodeSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store of code sets that x12 codes load made (default: the usual one, if it is there); none for none.",
            valueName: "path"), completion: .file())
    var codes: String?

    /// The store, where there is one.
    func store() throws(X12Error) -> CodeStore? {
        do {
            return try CodeStorePlace.existing(codes)
        } catch {
            throw X12Error(error.code, at: error.location, "--codes \(error.detail)")
        }
    }
}
