internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser

/// `x12 inspect FILE`: a file as a tree that can be read without a guide at hand.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", _superCommandName: "x12",
        abstract: "Show a file as a tree of loops and segments, with names and what codes mean.",
        discussion: """
            For looking at a file of one's own: values are shown, those of patients too. What is wrong with a \
            segment stands below it.
            """)

    @Option(
        help: ArgumentHelp(
            "Show this claim alone, by its patient control number (CLM01, CLP01).", valueName: "id"))
    var claim: String?

    @Option(
        help: ArgumentHelp("Show these loops alone, with what is inside them: 2010AA.", valueName: "loop"))
    var loop: [String] = []

    @Option(
        help: ArgumentHelp(
            "Show loops down to this depth: 0 for the envelopes and what is outside of loops.",
            valueName: "n"))
    var depth: Int?

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        guard depth ?? 0 >= 0 else { throw ValidationError("--depth is 0 or more") }
    }

    func run() throws {
        let output = Output()
        let status = inputs.forEach(output) { file throws(X12Error) in
            var tree = InspectTree(
                InspectTree.Selection(claim: claim, loops: Set(loop.map { $0.uppercased() }), depth: depth),
                usesColour: output.wantsColour)
            if inputs.list.count > 1 { try output.write("\(file.name)\n") }
            var reader = try file.blocks()
            var block = Block()
            while try reader.next(into: &block) { try output.write(tree.text(of: block)) }
            guard tree.hasShown else {
                file.warn(claim == nil ? "no such loop" : "no such claim")
                return .findings
            }
            return .clean
        }
        try end(with: status)
    }
}
