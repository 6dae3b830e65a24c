/// One element seen in place, with its repetitions and components.
public struct ElementView: ~Escapable {
    /// The element's bytes.
    public let bytes: Span<UInt8>
    @usableFromInline let delimiters: Delimiters

    /// Looks at bytes as an element of an interchange with these delimiters.
    @inlinable
    @_lifetime(copy bytes)
    public init(bytes: Span<UInt8>, delimiters: Delimiters) {
        self.bytes = bytes
        self.delimiters = delimiters
    }

    /// How many repetitions were sent: 1 even when the element is empty.
    @inlinable
    public var repetitionCount: Int {
        guard let separator = delimiters.repetition else { return 1 }
        return count(of: separator) &+ 1
    }

    /// How many components were sent: 1 even when the element is empty.
    @inlinable
    public var componentCount: Int { count(of: delimiters.component) &+ 1 }

    /// The repetition at `position`, from 1; empty past the last.
    @inlinable
    @_lifetime(copy self)
    public func repetition(_ position: Int) -> ElementView {
        guard let separator = delimiters.repetition else {
            return ElementView(bytes: position == 1 ? bytes : bytes.extracting(0..<0), delimiters: delimiters)
        }
        return ElementView(bytes: bytes.extracting(range(position, separator)), delimiters: delimiters)
    }

    /// The component at `position`, from 1; empty past the last.
    @inlinable
    @_lifetime(copy self)
    public func component(_ position: Int) -> Span<UInt8> {
        bytes.extracting(range(position, delimiters.component))
    }

    @inlinable
    func count(of separator: UInt8) -> Int {
        var found = 0
        for index in bytes.indices where bytes[unchecked: index] == separator { found &+= 1 }
        return found
    }

    /// The bytes of the part at `position` between separators.
    @inlinable
    func range(_ position: Int, _ separator: UInt8) -> Range<Int> {
        precondition(position >= 1, "positions start at 1")
        var part = 1
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[unchecked: index] == separator {
                if part == position { return start..<index }
                part &+= 1
                start = index &+ 1
            }
            index &+= 1
        }
        return part == position ? start..<bytes.count : bytes.count..<bytes.count
    }
}
