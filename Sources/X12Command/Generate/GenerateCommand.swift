internal import ArgumentParser

/// `x12 generate KIND`: files to send.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write files to send, with control numbers of their own.",
        subcommands: [
            GenerateClaimsCommand.self, GenerateInquiriesCommand.self, GenerateRemittancesCommand.self,
        ])
}
