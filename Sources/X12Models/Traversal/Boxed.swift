/// Holds a part that is mostly absent in one word instead of in its full size.
///
/// A claim has room for dozens of such parts; kept in place, a claim would be many kilobytes to move.
/// Reading and changing go through the property as if it were stored in place; copies share the box
/// until one of them is changed.
@propertyWrapper
public struct Boxed<Part: Sendable & Equatable>: Sendable, Equatable {
    /// Changed only while one `Boxed` alone refers to it.
    private final class Box: @unchecked Sendable {
        var part: Part?
        init(_ part: Part?) { self.part = part }
    }

    private var box: Box?

    /// Holds a part, or nothing.
    public init(wrappedValue: Part?) { box = wrappedValue.map(Box.init) }

    /// Holds nothing.
    public init() { box = nil }

    /// The part, or nothing.
    public var wrappedValue: Part? {
        get { box?.part }
        _modify {
            if box == nil {
                var part: Part?
                defer { if let part { box = Box(part) } }
                yield &part
            } else {
                if !isKnownUniquelyReferenced(&box) { box = Box(box?.part) }
                defer { if box?.part == nil { box = nil } }
                yield &box!.part
            }
        }
    }

    /// Equal when both hold nothing, or equal parts.
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.box === right.box || left.box?.part == right.box?.part
    }
}
