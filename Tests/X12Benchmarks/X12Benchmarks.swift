import ArgumentParser

/// How fast the product is, as ratios to a yardstick that runs in the same rounds.
@main
struct X12Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "x12-benchmarks",
        abstract: "Measure jobs against the yardstick, or write made-up files.",
        subcommands: [
            RunCommand.self, GrowthCommand.self, GenerateCommand.self, TestBedCommand.self,
            StreamCommand.self,
        ],
        defaultSubcommand: RunCommand.self)
}
