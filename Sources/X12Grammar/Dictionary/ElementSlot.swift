/// One position of a segment or composite in the base standard.
public struct ElementSlot: Sendable, Equatable {
    /// The data element number (`1065`), or the composite's (`C040`).
    public var dataElement: String
    /// What the position is called in the base standard, in words.
    public var name: String
    /// Whether the base standard asks for it.
    public var requirement: Requirement
    /// The most repetitions; 1 unless the element repeats.
    public var maximumRepeat: Int

    /// The codes allowed in a control segment, which no guide describes (ISA01: `00`, `03`); empty elsewhere.
    public var codes: [String]

    /// Creates a position.
    public init(
        dataElement: String, name: String, requirement: Requirement, maximumRepeat: Int = 1,
        codes: [String] = []
    ) {
        self.dataElement = dataElement
        self.name = name
        self.requirement = requirement
        self.maximumRepeat = maximumRepeat
        self.codes = codes
    }
}
