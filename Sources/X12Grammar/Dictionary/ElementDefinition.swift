/// One data element of the base standard: what every guide that uses it inherits.
public struct ElementDefinition: Sendable, Equatable {
    /// The data element number (`1065`, `I05`).
    public var number: String
    /// Its name, in words (`Entity Type Qualifier`).
    public var name: String
    /// Its data type; never a composite.
    public var type: DataType
    /// The fewest characters.
    public var minimumLength: Int
    /// The most characters.
    public var maximumLength: Int
    /// The name of the outside list its codes come from (`X12 source 130`); often empty.
    public var externalCodes: String

    /// Creates a definition.
    public init(
        number: String, name: String, type: DataType, minimumLength: Int, maximumLength: Int,
        externalCodes: String = ""
    ) {
        self.number = number
        self.name = name
        self.type = type
        self.minimumLength = minimumLength
        self.maximumLength = maximumLength
        self.externalCodes = externalCodes
    }
}
