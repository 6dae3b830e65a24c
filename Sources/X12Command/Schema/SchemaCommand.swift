internal import ArgumentParser
internal import X12Diagnostics
internal import X12Models

/// `x12 schema NAME`: what our JSON looks like, or our XML.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", _superCommandName: "x12",
        abstract: "Print the JSON Schema of a model, or the XML schema of a guide.",
        discussion: """
            A JSON Schema (draft 2020-12) is made from the models themselves: what 'x12 convert' writes fits it, and \
            what fits it can be read. Descriptions name the place in X12 that a value goes to.

            \(JSONSchema.allCases.map { "  \($0.rawValue): \(Self.plain($0.title))" }.joined(separator: "\n"))

            With --xml, the schema (XSD 1.0) of what 'x12 convert --to xml' writes, made from a guide: loops in the \
            guide's order, segments, elements. There is one of each guide, one of 'all' guides, one of the 'findings' \
            that stand beside elements; and those of what 'convert --to xml --models' writes:

            \(XMLSchemaChoice.all.map { "  \($0.name)" }.joined(separator: "\n"))
            """)

    /// A title without the guide, for which a line of a terminal has no room.
    private static func plain(_ title: String) -> String { title.replacing(/, 005010\w+/, with: "") }

    @Flag(help: "The schema of our XML, not of our JSON.")
    var xml = false

    @Argument(
        help: "Which model; with --xml which guide.",
        completion: .list(JSONSchema.allCases.map(\.rawValue) + XMLSchemaChoice.all.map(\.name)))
    var name: String

    func validate() throws {
        guard text == nil else { return }
        let names = xml ? XMLSchemaChoice.all.map(\.name) : JSONSchema.allCases.map(\.rawValue)
        let kind = xml ? "XML schema" : "model"
        throw ValidationError("there is no \(kind) of that name; there are \(names.joined(separator: ", "))")
    }

    func run() throws {
        try deliver { output throws(X12Error) in
            try output.write(text ?? "")
            return .clean
        }
    }

    private var text: String? {
        xml ? XMLSchemaChoice.all.first { $0.name == name }?.text() : JSONSchema(rawValue: name)?.text
    }
}
