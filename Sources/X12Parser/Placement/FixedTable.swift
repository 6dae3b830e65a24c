/// A table of a fixed size that is read without checking bounds: placing looks up five of them per segment.
///
/// ## Preconditions
/// Indices are made by ``SymbolTable`` (hashes masked by a table's size, symbols it handed out) and by
/// ``LoopTracker`` (rules and loops of the guide that the tables were made for). None comes out of the input.
/// Debug builds check them all the same.
struct FixedTable<Element: BitwiseCopyable>: ~Copyable {
    private let start: UnsafeMutablePointer<Element>
    /// How many elements there are.
    let count: Int

    /// The same element everywhere.
    init(repeating element: Element, count: Int) {
        start = .allocate(capacity: max(1, count))
        start.initialize(repeating: element, count: count)
        self.count = count
    }

    /// The elements of an array.
    init(_ elements: [Element]) {
        start = .allocate(capacity: max(1, elements.count))
        count = elements.count
        for (index, element) in elements.enumerated() { (start + index).initialize(to: element) }
    }

    deinit { start.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always)
        get {
            assert(index >= 0 && index < count, "index past the end of a table")
            return start[index]
        }
        @inline(__always)
        nonmutating set {
            assert(index >= 0 && index < count, "index past the end of a table")
            start[index] = newValue
        }
    }

    /// Where an element lies.
    @inline(__always)
    func address(of index: Int) -> UnsafeMutablePointer<Element> {
        assert(index >= 0 && index < count, "index past the end of a table")
        return start + index
    }

    /// Sets the elements of a range to one value.
    @inline(__always)
    func fill(_ range: Range<Int>, with element: Element) {
        assert(range.lowerBound >= 0 && range.upperBound <= count, "range past the end of a table")
        (start + range.lowerBound).update(repeating: element, count: range.count)
    }
}
