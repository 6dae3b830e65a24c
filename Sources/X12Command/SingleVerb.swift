internal import ArgumentParser

/// A command line read by the parser of its verb alone.
///
/// The parser of the whole program makes a tree of all verbs, looks through the options of most, and looks for requests for
/// completion, before it comes to the verb that is meant: a quarter of the time to check a small file. What stands
/// behind the verb means the same to the verb's own parser. That a verb is one of a program's (`_superCommandName`) tells the
/// parser not to look for requests for completion there; it shows in no message, since none is the verb's own parser's.
enum SingleVerb {
    /// What a command line asks for; `nil` where the parser of the whole program has to say: help, completion, a verb that is
    /// left out or has others below it, and whatever is wrong, so that all messages are its own.
    static func command(_ arguments: [String]) -> (any ParsableCommand)? {
        // A list that comes from standard input can be read only once.
        guard !arguments.contains(where: { $0.hasPrefix("--files-from") }) else { return nil }
        var verb: any ParsableCommand.Type = X12Command.self
        var rest = arguments[...]
        while !verb.configuration.subcommands.isEmpty {
            guard let word = rest.popFirst(),
                let next = verb.configuration.subcommands.first(where: { $0._commandName == word })
            else { return nil }
            verb = next
        }
        if verb == ValidateCommand.self, !rest.isEmpty, rest.allSatisfy({ !$0.hasPrefix("-") }) {
            return try? ValidateCommand(files: Array(rest))
        }
        guard let command = try? verb.parseAsRoot(Array(rest)),
            ObjectIdentifier(type(of: command)) == ObjectIdentifier(verb)
        else { return nil }
        return command
    }
}
