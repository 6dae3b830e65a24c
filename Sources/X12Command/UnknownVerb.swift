internal import ArgumentParser
internal import X12Models

/// A word that stands where a verb is expected and is none: a slip, or a file whose verb was left out.
enum UnknownVerb {
    /// What to say of a command line; `nil` when its verbs are known, or it has none.
    static func words(_ arguments: [String], of root: any ParsableCommand.Type = X12Command.self) -> String? {
        var command = root
        var path = "x12"
        for word in arguments {
            let verbs = command.configuration.subcommands
            guard !verbs.isEmpty, !word.hasPrefix("-") || word == "-", word != "help" else { return nil }
            guard let verb = verbs.first(where: { name($0) == word }) else {
                return words(for: word, in: path, among: verbs.map(name))
            }
            command = verb
            path += " " + word
        }
        return nil
    }

    private static func words(for word: String, in path: String, among verbs: [String]) -> String {
        let shown = Printable.text(word)
        if path == "x12", word == "-" || InputList.isFile(word) {
            return "say first what to do with \(shown): x12 validate \(shown)"
        }
        let hint =
            NameDistance.nearest(to: word, among: verbs).map { "is '\(path) \($0)' meant?" }
            ?? "there are \(verbs.joined(separator: ", "))"
        return "'\(path)' has no verb '\(shown)'; \(hint)"
    }

    private static func name(_ command: any ParsableCommand.Type) -> String {
        command._commandName
    }
}
