public import X12Text

extension ModelVisitor {
    /// Segments are begun and looked at, whatever they hold.
    public var skipsAbsent: Bool { false }

    /// A segment that occurs at most once, for who need not tell an empty one from none.
    public mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        guard enter(key) else { return }
        self.part(name, &part)
        leave()
    }

    /// Loops between `LS` and `LE`, which stand there when there are any; as properties a list.
    public mutating func bracketedLoops<Part: ModelPart>(
        _ code: StaticString, _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        bracket("LS", code, isNeeded: !parts.isEmpty)
        loops(identifier, name, &parts)
        bracket("LE", code, isNeeded: !parts.isEmpty)
    }

    private mutating func bracket(_ identifier: StaticString, _ code: StaticString, isNeeded: Bool) {
        guard !Self.visitsProperties, isNeeded || !skipsAbsent, enter(identifier, code) else { return }
        if isNeeded {
            // Only a value keeps a segment; that it is always the same one is no matter of the writer's.
            var value = Optional(code.description)
            text(1, identifier, &value)
        } else {
            constant(1, code)
        }
        leave()
    }

    /// `REF` whose qualifier has one value here: the identifier alone is the property.
    @inline(__always)
    public mutating func reference(_ code: StaticString, _ name: StaticString, _ value: inout String?) {
        if value == nil, skipsAbsent { return }
        guard enter("REF", code) else { return }
        constant(1, code)
        text(2, name, &value)
        leave()
    }

    /// `AMT` whose qualifier has one value here: the amount alone is the property.
    @inline(__always)
    public mutating func amount(_ code: StaticString, _ name: StaticString, _ value: inout ExactDecimal?) {
        if value == nil, skipsAbsent { return }
        guard enter("AMT", code) else { return }
        constant(1, code)
        decimal(2, name, &value)
        leave()
    }

    /// `QTY` whose qualifier has one value here: the quantity alone is the property.
    @inline(__always)
    public mutating func quantity(_ code: StaticString, _ name: StaticString, _ value: inout ExactDecimal?) {
        if value == nil, skipsAbsent { return }
        guard enter("QTY", code) else { return }
        constant(1, code)
        decimal(2, name, &value)
        leave()
    }

    /// `DTP` whose qualifier has one value here: the date alone is the property.
    @inline(__always)
    public mutating func dated(_ code: StaticString, _ name: StaticString, _ value: inout DateTimePeriod?) {
        if value == nil, skipsAbsent { return }
        guard enter("DTP", code) else { return }
        constant(1, code)
        period(2, 3, name, &value)
        leave()
    }
}
