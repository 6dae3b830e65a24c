/// The characters an interchange keeps its parts apart with, as its ISA declares them.
public struct Delimiters: Hashable, Sendable {
    /// Between elements: the fourth byte of the ISA.
    public var element: UInt8
    /// Between components: ISA16.
    public var component: UInt8
    /// Between repetitions: ISA11 from version 00402 on; `nil` where ISA11 cannot be one (a letter, a digit,
    /// a blank), as in 4010 where it is `U`.
    public var repetition: UInt8?
    /// Behind each segment: the byte after ISA16.
    public var segment: UInt8

    /// Names the four characters.
    public init(element: UInt8, component: UInt8, repetition: UInt8?, segment: UInt8) {
        self.element = element
        self.component = component
        self.repetition = repetition
        self.segment = segment
    }

    /// The usual ones: `*`, `:`, `^` and `~`.
    public static let usual = Delimiters(
        element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), repetition: UInt8(ascii: "^"),
        segment: UInt8(ascii: "~"))

    /// Whether a byte is one of the four.
    @inlinable
    public func contains(_ byte: UInt8) -> Bool {
        byte == element || byte == segment || byte == component || byte == repetition
    }

    /// Whether the characters in use differ from one another; those of a readable interchange do.
    public var areDistinct: Bool {
        element != component && element != segment && component != segment
            && repetition != element && repetition != component && repetition != segment
    }

    /// The characters that a header declares, terminator included; `nil` when the bytes begin with no ISA that
    /// could be read.
    package init?(ofHeader bytes: [UInt8]) {
        let look = bytes.withUnsafeBufferPointer { InterchangeHeaderShape.look(at: $0) }
        guard case .header(let shape) = look else { return nil }
        self = shape.delimiters
    }
}

extension Delimiters {
    /// Whether a byte can keep parts of data apart: neither a letter, a digit, a blank, a minus sign nor a point.
    package static func canSeparate(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), 0:
            false
        default: byte < 0x80
        }
    }
}
