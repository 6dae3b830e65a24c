public import X12Models

/// A treating provider under a key that encounters name it by.
public struct NamedRenderingProvider: ModelPart {
    /// The key, unique in the practice file.
    public var key: String?
    /// What stands under the key (2310B).
    public var renderingProvider: RenderingProvider?

    /// An empty entry.
    public init() {}

    /// Walks the properties.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "key", &key)
        visitor.part("renderingProvider", &renderingProvider)
    }
}
