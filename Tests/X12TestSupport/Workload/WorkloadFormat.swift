/// How the bytes of a generated file are spelled: its delimiters and what follows each terminator.
public struct WorkloadFormat: Sendable {
    /// What stands behind each segment terminator.
    public enum LineEnd: String, Sendable, CaseIterable {
        case none = ""
        case lineFeed = "\n"
        case carriageReturnLineFeed = "\r\n"
    }

    /// Ends each segment (the 106th character of an interchange).
    public var terminator: UInt8
    /// Stands before each element (the 4th character of an interchange).
    public var elementSeparator: UInt8
    /// Stands between components (ISA16).
    public var componentSeparator: UInt8
    /// Stands between repetitions (ISA11).
    public var repetitionSeparator: UInt8
    /// What follows each terminator.
    public var lineEnd: LineEnd

    /// The usual delimiters, all on one line, unless told otherwise.
    ///
    /// Generated values hold capital letters, digits, blanks, `.` and `-` only, so none of these may be a delimiter.
    public init(
        terminator: UInt8 = UInt8(ascii: "~"), elementSeparator: UInt8 = UInt8(ascii: "*"),
        componentSeparator: UInt8 = UInt8(ascii: ":"), repetitionSeparator: UInt8 = UInt8(ascii: "^"),
        lineEnd: LineEnd = .none
    ) {
        self.terminator = terminator
        self.elementSeparator = elementSeparator
        self.componentSeparator = componentSeparator
        self.repetitionSeparator = repetitionSeparator
        self.lineEnd = lineEnd
    }
}
