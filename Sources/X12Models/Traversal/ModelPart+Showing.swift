extension ModelPart {
    /// Shows the part, where it is, to a visitor that fills nothing in.
    ///
    /// A walk takes its part `inout`, because decoders fill it in. A visitor that does not (``ModelVisitor/decodes``)
    /// leaves it as it is, and so may look at a part that others hold too: neither the part nor the lists and boxes
    /// inside are copied. What a walk must see to is to pass boxes on as such (`&$dates`), since taking a part out of
    /// a shared box copies it; and to say so when it changes the part for a while (``ModelPart/changesWhileShown``).
    @inline(__always)
    func show<Visitor: ModelVisitor>(to visitor: inout Visitor) {
        assert(!Visitor.decodes, "a part that is shown is not filled in")
        if Self.changesWhileShown {
            var copy = self
            return copy.walk(&visitor)
        }
        withUnsafePointer(to: self) { UnsafeMutablePointer(mutating: $0).pointee.walk(&visitor) }
    }
}

extension Array where Element: ModelPart {
    /// Lends the parts, where they are, to a visitor that fills nothing in; see ``ModelPart/show(to:)``.
    @inline(__always)
    func lend(to visit: (UnsafeMutableBufferPointer<Element>) -> Void) {
        withUnsafeBufferPointer { visit(UnsafeMutableBufferPointer(mutating: $0)) }
    }
}

extension Boxed where Part: ModelPart {
    /// Shows the part in the box, if there is one, as ``ModelPart/show(to:)`` does.
    @inline(__always)
    func show<Visitor: ModelVisitor>(to visitor: inout Visitor) {
        assert(!Visitor.decodes, "a part that is shown is not filled in")
        if let box { box.part.walk(&visitor) }
    }
}
