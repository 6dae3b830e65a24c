/// Names that the generic form uses, and its version.
public enum GenericXML {
    /// The version of the layout; it changes when a program that reads documents has to.
    public static let schemaVersion = "1.0"
    /// The namespace that findings stand in.
    public static let findingNamespace = "urn:swift-x12:findings:1"
    /// The name of the root.
    static let root = "x12"
}
