/// One element, or one component of a composite, of a segment at its place.
public struct ElementRule: Sendable, Equatable {
    /// The element's position in its segment, or the component's in its composite; from 1.
    public var position: Int
    /// The data element number (`1065`, `I05`), or the composite's (`C040`).
    public var dataElement: String
    /// What it is here, in words (`Patient Control Number`).
    public var name: String
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The data type.
    public var type: DataType
    /// The fewest characters.
    public var minimumLength: Int
    /// The most characters.
    public var maximumLength: Int
    /// A lower maximum that a receiver must support (CLM01: 20); 0 when the guide sets none.
    public var guideMaximumLength: Int
    /// The most repetitions; 1 unless the element repeats.
    public var maximumRepeat: Int
    /// The index of its list in ``Guide/codeLists``; -1 when the guide lists no codes.
    public var codes: Int
    /// The name of the outside list its codes come from (`pos`, `states`, `X12 source 130`); often empty.
    public var externalCodes: String
    /// The components of a composite, as indices into ``Guide/elements``; empty otherwise.
    public var components: Range<Int>

    /// Creates an element rule.
    public init(
        position: Int, dataElement: String, name: String, usage: Usage, type: DataType, minimumLength: Int,
        maximumLength: Int, guideMaximumLength: Int = 0, maximumRepeat: Int = 1, codes: Int = -1,
        externalCodes: String = "", components: Range<Int> = 0..<0
    ) {
        self.position = position
        self.dataElement = dataElement
        self.name = name
        self.usage = usage
        self.type = type
        self.minimumLength = minimumLength
        self.maximumLength = maximumLength
        self.guideMaximumLength = guideMaximumLength
        self.maximumRepeat = maximumRepeat
        self.codes = codes
        self.externalCodes = externalCodes
        self.components = components
    }
}
