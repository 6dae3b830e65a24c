extension ModelVisitor {
    /// Properties that belong together and that a program always expects; empty when none was sent.
    public mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part) {
        var sent = Optional(part)
        self.part(name, &sent)
        if Self.changes { part = sent ?? Part() }
    }

    /// Properties that belong together and are kept in a box.
    public mutating func part<Part: ModelPart>(_ name: StaticString, _ box: inout Boxed<Part>) {
        part(name, &box.wrappedValue)
    }

    /// A composite element that a program always expects; empty when it was not sent.
    public mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part)
    {
        var sent = Optional(part)
        composite(element, name, &sent)
        if Self.changes { part = sent ?? Part() }
    }

    /// A composite element that is kept in a box.
    public mutating func composite<Part: ModelPart>(
        _ element: Int, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        composite(element, name, &box.wrappedValue)
    }

    /// A required loop; empty when it was not sent.
    public mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part
    ) {
        var sent = Optional(part)
        loop(identifier, name, &sent)
        if Self.changes { part = sent ?? Part() }
    }

    /// A loop that occurs at most once and is kept in a box.
    public mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ box: inout Boxed<Part>
    ) {
        loop(identifier, name, &box.wrappedValue)
    }

    /// A list that X12 packs into fewer segments than it has items.
    public mutating func packed<Packing: SegmentPacking>(
        _ key: SegmentKey, _ name: StaticString, _ items: inout [Packing.Item], as packing: Packing.Type
    ) {
        if Self.visitsProperties { return segments(key, name, &items) }
        var packed = Packing.pack(items)
        segments(key, name, &packed)
        if Self.decodes { items = Packing.unpack(packed) }
    }

    /// A list that X12 keeps in the components of one element; as a property a list like others.
    public mutating func listed<Listing: ComponentListing>(
        _ element: Int, _ name: StaticString, _ values: inout [String], as listing: Listing.Type
    ) {
        if Self.visitsProperties { return texts(element...element, name, &values) }
        var sent: Listing?
        if !values.isEmpty {
            sent = Listing()
            sent?.values = values
        }
        composite(element, name, &sent)
        if Self.decodes { values = sent?.values ?? [] }
    }
}
