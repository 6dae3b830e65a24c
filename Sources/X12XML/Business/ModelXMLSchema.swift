public import X12Models

/// The schema (XSD 1.0) of XML of the models, made by the walk that writes them.
///
/// It says what elements there are, in which order, and of what kind their values are; everything but what holds a
/// document together may be absent. Whether a code is one that the guide allows is what validation tells.
public struct ModelXMLSchema: Sendable {
    /// The schema.
    public let text: String

    /// Makes the schema of a document, or of one of its pieces by itself.
    public init(of model: JSONSchema) {
        let described = model.described
        let types = ModelTypes(described.definitions)
        var schema = SchemaText()
        schema.schema(documentation: "\(model.title), as XML of the models, version 1.0 of the layout.") {
            schema in
            let root = types.element(of: described.root, named: "document")
            schema.element("element", ("name", root.name), ("type", root.type))
            for definition in described.definitions {
                types.write(
                    definition.name, definition.node, isRoot: definition.name == root.type, to: &schema)
            }
            ModelTypes.writeCommon(to: &schema)
        }
        text = schema.text
    }
}
