internal import ArgumentParser
internal import X12Diagnostics
internal import X12Models

/// `x12 schema MODEL`: what our JSON looks like.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a model.",
        discussion: """
            The schema (draft 2020-12) is made from the models themselves: what 'x12 convert' writes fits it, and what \
            fits it can be read. Descriptions name the place in X12 that a value goes to.

            \(JSONSchema.allCases.map { "  \($0.rawValue): \($0.title)" }.joined(separator: "\n"))
            """)

    @Argument(
        help: "Which model.", completion: .list(JSONSchema.allCases.map(\.rawValue)),
        transform: Self.model(named:))
    var model: JSONSchema

    func run() throws {
        let output = Output()
        do throws(X12Error) {
            try output.write(model.text)
            try output.flush()
        } catch {
            if !output.isPipeClosed { StandardError.write("x12: \(error.description)\n") }
            throw ExitCode(ExitStatus(error).rawValue)
        }
    }

    private static func model(named name: String) throws -> JSONSchema {
        guard let model = JSONSchema(rawValue: name) else {
            let names = JSONSchema.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("there is no model of that name; there are \(names)")
        }
        return model
    }
}
