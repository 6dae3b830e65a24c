/// Holds a part that is mostly absent in one word instead of in its full size.
///
/// A claim has room for dozens of such parts; kept in place, a claim would be many kilobytes to move.
/// Reading and changing go through the property as if it were stored in place; copies share the box
/// until one of them is changed.
@propertyWrapper
public struct Boxed<Part: Sendable & Equatable>: Sendable, Equatable {
    private final class Box: Sendable {
        let part: Part
        init(_ part: Part) { self.part = part }
    }

    private var box: Box?

    /// Holds a part, or nothing.
    public init(wrappedValue: Part?) { box = wrappedValue.map(Box.init) }

    /// Holds nothing.
    public init() { box = nil }

    /// The part, or nothing.
    public var wrappedValue: Part? {
        get { box?.part }
        set {
            if newValue == nil, box == nil { return }
            box = newValue.map(Box.init)
        }
    }

    /// Equal when both hold nothing, or equal parts.
    public static func == (left: Boxed, right: Boxed) -> Bool {
        left.box === right.box || left.box?.part == right.box?.part
    }
}
