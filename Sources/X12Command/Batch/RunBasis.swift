internal import X12Grammar
internal import X12Rules

/// What the results of a run go by beside the words of its command line: the program and its rules, and what stands in the
/// files that options name.
///
/// A journal keeps it, so that a run which goes on after one of them was changed does not take old results for its own.
struct RunBasis {
    private var key = SeenKeys.Key()

    /// The program and its rules.
    init() {
        key.add(Version.tool)
        key.add(RuleSet.version)
    }

    /// Takes in which rules are asked, and how.
    mutating func add(_ configuration: RuleConfiguration) {
        for setting in configuration.settings { key.add(setting) }
    }

    /// Takes in what payers ask for.
    mutating func add(_ choice: ProfileChoice) {
        switch choice {
        case .none: key.add("")
        case .named(let profile): key.add(ProfileProgram.encode([profile]))
        case .routed(let library):
            key.add(ProfileProgram.encode(library.names.compactMap { library.file(named: $0) }))
        }
    }

    /// Takes in a file by its size and time of last writing, as a journal takes inputs in.
    mutating func add(file path: String?) {
        let stamp = path.flatMap { FileStamp(path: $0) }
        key.add(stamp.map { "\($0.size) \($0.written)" } ?? "")
    }

    /// The same as one word.
    var word: String { String(key.value, radix: 16) }
}
