public import X12Text

/// What the base standard says of segments, composites and data elements, whatever the guide.
///
/// A guide inherits types, lengths and relational conditions from here; a validator tells by it whether
/// something breaks the standard or the guide alone.
public struct BaseDictionary: Sendable, Equatable {
    /// The data elements by number.
    public var elements: [String: ElementDefinition]
    /// The segments, the envelope's among them, by identifier.
    public var segments: [SegmentIdentifier: SegmentDefinition]
    /// The composite elements by number (`C040`).
    public var composites: [String: SegmentDefinition]
    /// The identifiers of the standard's segments, those without a definition here among them.
    public var identifiers: Set<SegmentIdentifier>
    /// The whole code lists of data elements that guides restrict, by number: the values in one text, a bar
    /// before and behind each. Most runs never look at them, and thousands of texts would cost each run time.
    public var codeLists: [String: String] = [:]
    /// The transaction sets of the standard that health care uses, by identifier (`837`).
    public var transactionSets: [String: BaseTransactionSet] = [:]

    /// Creates a dictionary from its definitions; of two with the same key the later one counts.
    public init(
        elements: [ElementDefinition] = [], segments: [SegmentDefinition] = [],
        composites: [SegmentDefinition] = [], identifiers: Set<SegmentIdentifier> = []
    ) {
        self.elements = [:]
        self.segments = [:]
        self.composites = [:]
        self.identifiers = identifiers
        for element in elements { self.elements[element.number] = element }
        for segment in segments { self.segments[SegmentIdentifier(segment.identifier)] = segment }
        for composite in composites { self.composites[composite.identifier] = composite }
    }

    /// The definition of a data element; `nil` for a composite and for a number nobody uses.
    public func element(_ number: String) -> ElementDefinition? { elements[number] }

    /// The codes that the base standard lists for a data element; `nil` when its list is not held here.
    public func codes(of number: String) -> [Substring]? { codeLists[number]?.split(separator: "|") }

    /// A transaction set as the standard has it; `nil` when it is not held here.
    public func transactionSet(_ identifier: String) -> BaseTransactionSet? { transactionSets[identifier] }

    /// The definition of a segment.
    public func segment(_ identifier: SegmentIdentifier) -> SegmentDefinition? { segments[identifier] }

    /// Whether the standard has a segment of this identifier, defined here or not.
    public func isStandard(_ identifier: SegmentIdentifier) -> Bool {
        identifiers.contains(identifier) || segments[identifier] != nil
    }

    /// The definition of a composite element.
    public func composite(_ number: String) -> SegmentDefinition? { composites[number] }

    /// The definition of the element at a position, counted from 1; `nil` past the segment's last one.
    public func slot(_ position: Int, of identifier: SegmentIdentifier) -> ElementSlot? {
        guard let definition = segments[identifier], position >= 1, position <= definition.elements.count
        else { return nil }
        return definition.elements[position - 1]
    }

    /// The definition of an element's component, counted from 1, or of the element itself; `nil` where there is none.
    ///
    /// An element without components is its own first one, and any further.
    public func slot(_ position: Int, _ component: Int, of identifier: SegmentIdentifier) -> ElementSlot? {
        guard let slot = slot(position, of: identifier), component > 0,
            let composite = composites[slot.dataElement]
        else { return slot(position, of: identifier) }
        return component <= composite.elements.count ? composite.elements[component - 1] : nil
    }
}
