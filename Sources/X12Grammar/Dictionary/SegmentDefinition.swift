/// One segment of the base standard, or one composite element: its positions and relational conditions.
public struct SegmentDefinition: Sendable, Equatable {
    /// The segment identifier (`NM1`), or the composite's (`C040`).
    public var identifier: String
    /// Its name, in words (`Individual or Organizational Name`).
    public var name: String
    /// Its elements (or components) in order; position 1 is at index 0.
    public var elements: [ElementSlot]
    /// Its relational conditions.
    public var syntaxNotes: [SyntaxNote]

    /// Creates a definition.
    public init(identifier: String, name: String, elements: [ElementSlot], syntaxNotes: [SyntaxNote] = []) {
        self.identifier = identifier
        self.name = name
        self.elements = elements
        self.syntaxNotes = syntaxNotes
    }
}
