internal import X12Grammar
internal import X12Models
internal import X12Specs
internal import X12XML

/// A schema of XML that can be printed.
struct XMLSchemaChoice: Sendable {
    /// What it is asked for by.
    let name: String
    /// Makes it.
    let text: @Sendable () -> String

    /// All of them: one for each guide, one for all guides, that of the findings beside elements;
    /// and those of the models.
    static let all: [XMLSchemaChoice] =
        X12Specs.guides.map { identifier in
            XMLSchemaChoice(name: identifier) {
                GenericXMLSchema(guides: [X12Specs.guide(identifier)].compactMap { $0 }).text
            }
        } + [
            XMLSchemaChoice(name: "all") {
                GenericXMLSchema(guides: X12Specs.guides.compactMap { X12Specs.guide($0) }).text
            },
            XMLSchemaChoice(name: "findings") {
                GenericXMLSchema.findings
            },
        ]
        + JSONSchema.allCases.filter { $0 != .line }.map { model in
            XMLSchemaChoice(name: model.rawValue) { ModelXMLSchema(of: model).text }
        }
}
