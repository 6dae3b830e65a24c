/// A flat array that grows and is refilled without giving its memory back, with room behind its end so that
/// a word may be loaded at any element.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var start: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int
    private static var slack: Int { 64 }

    init(capacity: Int) {
        self.capacity = capacity
        start = .allocate(capacity: capacity + Self.slack)
    }

    deinit { start.deallocate() }

    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "index past the end of a block")
            return start[index]
        }
        set {
            precondition(index >= 0 && index < count, "index past the end of a block")
            start[index] = newValue
        }
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ element: Element) {
        reserve(1)
        start[count] = element
        count &+= 1
    }

    mutating func append(_ source: UnsafePointer<Element>, _ length: Int) {
        reserve(length)
        (start + count).update(from: source, count: length)
        count &+= length
    }

    /// Makes room for more elements, so that the next `additional` may be written at `start + count`.
    mutating func reserve(_ additional: Int) {
        guard count &+ additional > capacity else { return }
        var larger = capacity
        while larger < count + additional { larger *= 2 }
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger + Self.slack)
        memory.update(from: start, count: count)
        start.deallocate()
        start = memory
        capacity = larger
    }

    /// Counts elements that were written behind the end in reserved room.
    mutating func extend(by additional: Int) {
        precondition(count + additional <= capacity, "room was not reserved")
        count &+= additional
    }
}
