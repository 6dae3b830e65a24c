/// What a document of the generic form shows besides the segments themselves.
public struct GenericXMLOptions: Hashable, Sendable {
    /// Whether each element stands on a line of its own, indented by its depth.
    public var isIndented = true
    /// Whether names and the meanings of codes stand beside values, as attributes.
    public var showsLabels = true
    /// Whether findings stand in their segments, in a namespace of their own.
    public var showsFindings = true
    /// Whether segments say where in the input they stood: `byteOffset`, `byteCount`, `line`.
    public var showsPositions = false

    /// Everything but positions, laid out for reading.
    public init() {}

    /// Segments alone, on one line: the smallest and fastest.
    public static let bare: GenericXMLOptions = {
        var options = GenericXMLOptions()
        options.isIndented = false
        options.showsLabels = false
        options.showsFindings = false
        return options
    }()
}
