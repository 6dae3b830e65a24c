import Foundation
import Testing
import X12TestSupport

/// The commands of articles, run word for word; what they print has to stand beneath them.
@Suite("Commands in the documentation")
struct ArticleTests {
    /// A command with the lines beneath it.
    private struct Step {
        var command: String
        var printed = ""
    }

    /// The commands of an article's console blocks, in their order.
    private static func steps(of article: String) throws -> [Step] {
        let path = SampleFiles.package.appending(path: "Sources/X12/X12.docc/\(article).md")
        let text = try String(contentsOf: path, encoding: .utf8)
        var steps: [Step] = []
        for block in text.components(separatedBy: "```console\n").dropFirst() {
            let lines = (block.components(separatedBy: "```").first ?? "").replacing("\\\n", with: "")
            for line in lines.split(separator: "\n") {
                if line.hasPrefix("$ ") {
                    steps.append(Step(command: String(line.dropFirst(2))))
                } else if !steps.isEmpty {
                    steps[steps.count - 1].printed += line + "\n"
                }
            }
        }
        return steps
    }

    @Test("print what the article says", arguments: [("GeneratingClaims", 7), ("WriteAProfile", 2)])
    func article(_ article: (name: String, commands: Int)) throws {
        let program = try Program()
        defer { program.remove() }
        try FileManager.default.createSymbolicLink(
            at: program.folder.appending(path: "Samples"), withDestinationURL: SampleFiles.samples.folder)
        let steps = try Self.steps(of: article.name)
        #expect(steps.count == article.commands)
        for step in steps {
            let words = step.command.split(separator: " ").map(String.init)
            try #require(words.first == "x12")
            let run = try program.run(Array(words.dropFirst()))
            #expect(run.output + run.errors == step.printed, "\(step.command)")
            #expect(run.status == 0, "\(step.command)")
        }
    }
}
