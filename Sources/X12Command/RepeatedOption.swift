/// An option that names one thing, and is given twice: the parser would take the last and say nothing, and what the first asks for
/// would be left out.
enum RepeatedOption {
    /// The options that a second one is no correction of, each with what to do instead.
    private static let single: [(name: String, hint: String)] = [
        ("--profile", "a profile of your own that builds upon one (extends) asks for what both do"),
        ("--profiles", "put the files into one folder"), ("--rules", "put the settings into one file"),
        ("--practice", "put all into one file"), ("--ledger", "each has numbers of its own"),
        ("--codes", "load all code sets into one store"),
    ]

    /// What to say of a command line; `nil` when each is given once or not at all.
    static func words(_ arguments: [String]) -> String? {
        let options = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
        for (name, hint) in single
        where options.count(where: { $0 == name || $0.hasPrefix(name + "=") }) > 1 {
            return "\(name) is given twice, and takes one; \(hint)"
        }
        return nil
    }
}
