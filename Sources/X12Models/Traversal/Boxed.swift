/// Holds a part that is mostly absent in one word instead of in its full size.
///
/// A claim has room for dozens of such parts; kept in place, a claim would be many kilobytes to move.
/// Reading and changing go through the property as if it were stored in place; copies share the box
/// until one of them is changed. A walk passes the box itself on (`&$dates`), so that a part can be filled where it
/// will stay, and looked at without being copied.
@propertyWrapper
public struct Boxed<Part: Sendable & Equatable>: Sendable, Equatable {
    // The box can be seen by code of other modules when it is compiled: to read one property of a part is then to read that
    // one, where otherwise all of the part is copied out first.

    /// Changed only while one `Boxed` alone refers to it.
    @usableFromInline
    final class Box: @unchecked Sendable {
        // A box is reached through its one owner, whose access is checked; to check each box again costs more than
        // walking through what is in it.
        @exclusivity(unchecked)
        // Never absent: what lets a box go would ask for the type `Part?` each time, which is looked up in a table.
        @usableFromInline
        var part: Part
        init(_ part: consuming Part) { self.part = part }
    }

    /// The box; none when there is no part.
    @usableFromInline
    var box: Box?

    /// Holds a part, or nothing.
    public init(wrappedValue: Part?) { box = wrappedValue.map { Box($0) } }

    /// Holds nothing.
    public init() { box = nil }

    /// Holds the part of a box that nobody else refers to, unless it is empty.
    init(_ box: Box?) { self.box = box }

    /// The part, or nothing.
    public var wrappedValue: Part? {
        @inlinable get { box?.part }
        // To be inlined, as a coroutine that is called keeps room for a part on the heap; only one with a single
        // yield can be.
        @inline(__always)
        _modify {
            var part = takePart()
            defer { put(&part) }
            yield &part
        }
    }

    /// The box itself, which walks pass on.
    public var projectedValue: Boxed {
        @inline(__always) get { self }
        @inline(__always) _modify { yield &self }
    }

    /// Takes the part out of the box and lets the box go, so that nobody else holds what is inside.
    @inline(__always)
    private mutating func takePart() -> Part? {
        if box == nil { return nil }
        return takeOwnPart()
    }

    private mutating func takeOwnPart() -> Part? {
        let part = box?.part
        box = nil
        return part
    }

    /// Moves the part into a box; without a part there is none.
    @inline(__always)
    private mutating func put(_ part: inout Part?) {
        if let some = part.take() { box = Box(some) }
    }

    /// Equal when both hold nothing, or equal parts.
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.box === right.box || left.box?.part == right.box?.part
    }
}
