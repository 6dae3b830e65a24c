internal import ArgumentParser
internal import X12Diagnostics

/// `x12 VERB [options] [FILE ...]`
@main
struct X12Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "x12",
        abstract:
            "Check, look into, convert, answer and make X12 files of health care: claims, remittances, eligibility.",
        discussion: """
            A verb reads the files it is given, '-' being standard input, and writes its result to standard \
            output; warnings and errors go to standard error.

              x12 validate claims.837        what is wrong, where, what to do
              x12 summary remittance.835     how many claims, how much money
              x12 inspect --claim 17 a.837   one claim, each value explained
              x12 explain 837P-BAL-CLM02     a rule: why it matters, what to do
              x12 convert --to x12 a.837     the same bytes again
              x12 ack claims.837             the 999 that a payer would send
              x12 coverage answer.271        who is covered, and who is not
              x12 follow sent answers        what became of every claim

            For completion in a shell: x12 --generate-completion-script bash (or zsh, fish).
            """,
        version: Version.tool,
        subcommands: [
            ValidateCommand.self, SummaryCommand.self, InspectCommand.self, ConvertCommand.self,
            AckCommand.self, WorkListCommand.self, FollowCommand.self, CoverageCommand.self,
            ExplainCommand.self, SchemaCommand.self, QueryCommand.self, GenerateCommand.self,
            ProfileCommand.self, CodesCommand.self,
        ])

    /// Parses, runs, and ends with a status of the contract.
    static func main() {
        System.ignoreClosedPipes()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let words = UnknownVerb.words(arguments) ?? RepeatedOption.words(arguments) {
            StandardError.write("x12: \(words)\n")
            System.end(.usage)
        }
        if arguments == ["--version"] { end(writing: Version.tool) }
        do {
            var command = try SingleVerb.command(arguments) ?? parseAsRoot(arguments)
            try command.run()
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        if let status = error as? ExitCode { System.end(ExitStatus(rawValue: status.rawValue) ?? .fault) }
        let status = exitCode(for: error)
        let text = fullMessage(for: error)
        guard status.isSuccess else {
            let isUsage = status == .validationFailure
            let message = text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
            StandardError.write("x12: \(isUsage ? "" : "internal fault: ")\(message)\n")
            System.end(isUsage ? .usage : .fault)
        }
        end(writing: text)
    }

    /// Ends well with a text, which was asked for.
    private static func end(writing text: String) -> Never {
        let output = Output()
        let isHelp = text.hasPrefix("OVERVIEW:")
        do throws(X12Error) {
            try output.write(text + (text.hasSuffix("\n") ? "" : "\n"))
            if isHelp { try output.write((text.hasSuffix("\n") ? "" : "\n") + ExitStatus.help) }
            try output.flush()
        } catch { System.end(.inputOutput) }
        System.end(.clean)
    }
}

extension ParsableArguments {
    /// Ends with a status, unless all is well.
    func end(with status: ExitStatus) throws {
        if status != .clean { throw ExitCode(status.rawValue) }
    }

    /// Does the work of a verb that writes to standard output, and ends with its status.
    func deliver(_ work: (Output) throws(X12Error) -> ExitStatus) throws {
        try end(with: Output().deliver(work))
    }

    /// Says why a file that an option names cannot be used; what to end with, as for any other file.
    func failure(of option: String, _ path: String, _ error: X12Error) -> ExitCode {
        StandardError.write("x12: \(option) \(Printable.text(path)): \(InputOptions.words(for: error))\n")
        return ExitCode(ExitStatus(error).rawValue)
    }
}
