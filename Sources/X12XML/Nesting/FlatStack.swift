/// A stack of plain values in memory of its own, so that looking at it counts no references.
struct FlatStack<Element: BitwiseCopyable>: ~Copyable {
    private(set) var start: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity = 32

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "no such element")
            return start[index]
        }
        set {
            precondition(index >= 0 && index < count, "no such element")
            start[index] = newValue
        }
    }

    /// The element put there last.
    var last: Element? { count > 0 ? start[count &- 1] : nil }

    mutating func append(_ element: Element) {
        if count == capacity { reserve(1) }
        start[count] = element
        count &+= 1
    }

    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return start[count]
    }

    /// Makes room for more elements.
    mutating func reserve(_ additional: Int) {
        guard count + additional > capacity else { return }
        while count + additional > capacity { capacity *= 2 }
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Takes in or leaves elements, where those up to `count` were written in room that was reserved.
    mutating func settle(count: Int) {
        precondition(count >= 0 && count <= capacity, "room was not reserved")
        self.count = count
    }

    /// Fills the stack with one element, so many times.
    mutating func fill(_ element: Element, count: Int) {
        self.count = 0
        reserve(count)
        start.update(repeating: element, count: count)
        self.count = count
    }
}
