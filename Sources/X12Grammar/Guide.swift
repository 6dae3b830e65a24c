public import X12Text

/// What one implementation guide says: loops, segments, elements, usage, repeats, codes, syntax notes.
///
/// The guide's tables are flat arrays in document order, and rules name each other by index. A loop that
/// the guide lets occur under two parents (2300 under 2000B and under 2000C) stands in ``loops`` and
/// ``segments`` once for each parent, so that an index alone says where in the hierarchy one is; both
/// stand on the same ``elements``.
public struct Guide: Sendable, Equatable {
    /// The guide's identifier as GS08 carries it (`005010X222A1`).
    public var identifier: String
    /// The transaction set identifier (ST01: `837`).
    public var transactionSet: String
    /// The functional identifier code of its group (GS01: `HC`).
    public var functionalIdentifier: String
    /// A readable name (`Health Care Claim: Professional`).
    public var name: String
    /// The loops, the transaction set itself first; a loop stands after its parent.
    public var loops: [LoopRule]
    /// The segments of all loops, in the guide's order.
    public var segments: [SegmentRule]
    /// The elements of all segments; the components of a composite stand behind the elements of its segment.
    public var elements: [ElementRule]
    /// The relational conditions of all segments.
    public var syntaxNotes: [SyntaxNote]
    /// The code lists the elements point into; equal lists are stored once.
    public var codeLists: [[String]]

    /// Creates a guide from its tables.
    public init(
        identifier: String, transactionSet: String, functionalIdentifier: String, name: String,
        loops: [LoopRule] = [], segments: [SegmentRule] = [], elements: [ElementRule] = [],
        syntaxNotes: [SyntaxNote] = [], codeLists: [[String]] = []
    ) {
        self.identifier = identifier
        self.transactionSet = transactionSet
        self.functionalIdentifier = functionalIdentifier
        self.name = name
        self.loops = loops
        self.segments = segments
        self.elements = elements
        self.syntaxNotes = syntaxNotes
        self.codeLists = codeLists
    }
}

/// Whether something must, may or must not be sent.
public enum Usage: String, Sendable, Equatable {
    /// Required wherever its parent is.
    case required = "R"
    /// Situational: required when the guide's condition holds.
    case situational = "S"
    /// Not used by this guide, though the base standard has it.
    case notUsed = "N"
}

/// One loop of a guide.
public struct LoopRule: Sendable, Equatable {
    /// The guide's loop identifier (`2010AA`); the transaction set itself has its ST01 (`837`).
    public var identifier: String
    /// What the loop holds, in words (`Billing Provider Name`).
    public var name: String
    /// The index of the enclosing loop; the transaction set's own is -1.
    public var parent: Int
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The most instances in one parent; `Int.max` when the guide sets no limit.
    public var maximumUse: Int
    /// The place among its parent's segments and loops: items that share a number may come in any order.
    public var order: Int
    /// The position number printed in the guide's table (`0150`), for people.
    public var position: Int
    /// How readers cut the stream here.
    public var block: BlockRole
    /// The indices of its own segments (not those of loops inside), the opener first.
    public var segments: [Int]
    /// The indices of the loops directly inside.
    public var children: [Int]

    /// Creates a loop rule.
    public init(
        identifier: String, name: String, parent: Int, usage: Usage, maximumUse: Int, order: Int,
        position: Int,
        block: BlockRole, segments: [Int] = [], children: [Int] = []
    ) {
        self.identifier = identifier
        self.name = name
        self.parent = parent
        self.usage = usage
        self.maximumUse = maximumUse
        self.order = order
        self.position = position
        self.block = block
        self.segments = segments
        self.children = children
    }
}

/// How a reader cuts a transaction set into blocks at a loop.
public enum BlockRole: String, Sendable, Equatable {
    /// The loop's segments belong to the block that is open.
    case inside
    /// The loop's own segments are a block, which is context for the units below it: 2000A, 2000B, 835 2000.
    case level
    /// The loop and all inside it is one block, the unit of work: a claim (2300), a claim payment (2100).
    case unit
}

/// One segment at one place of a guide.
public struct SegmentRule: Sendable, Equatable {
    /// The segment identifier.
    public var identifier: SegmentIdentifier
    /// The index of its loop.
    public var loop: Int
    /// What the segment is here, in words (`Billing Provider Tax Identification`).
    public var name: String
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The most occurrences in one instance of its loop; `Int.max` when the guide sets no limit.
    public var maximumUse: Int
    /// The place among its loop's segments and loops: items that share a number may come in any order.
    public var order: Int
    /// The position number printed in the guide's table (`0350`), for people.
    public var position: Int
    /// What tells it from other segments of the same identifier; `nil` when the identifier is enough.
    public var discriminator: Discriminator?
    /// Its elements, positions 1 to n without a gap, as indices into ``Guide/elements``.
    public var elements: Range<Int>
    /// Its relational conditions, as indices into ``Guide/syntaxNotes``.
    public var syntaxNotes: Range<Int>

    /// Creates a segment rule.
    public init(
        identifier: SegmentIdentifier, loop: Int, name: String, usage: Usage, maximumUse: Int, order: Int,
        position: Int, discriminator: Discriminator?, elements: Range<Int>, syntaxNotes: Range<Int>
    ) {
        self.identifier = identifier
        self.loop = loop
        self.name = name
        self.usage = usage
        self.maximumUse = maximumUse
        self.order = order
        self.position = position
        self.discriminator = discriminator
        self.elements = elements
        self.syntaxNotes = syntaxNotes
    }
}

/// The element, and the values of it, that tell a segment from its siblings: `REF01 in EI|SY`.
public struct Discriminator: Sendable, Equatable {
    /// The element's position.
    public var element: Int
    /// The component's position; 0 when the element is not a composite.
    public var component: Int
    /// The values; never empty.
    public var values: [String]

    /// Creates a discriminator.
    public init(element: Int, component: Int, values: [String]) {
        self.element = element
        self.component = component
        self.values = values
    }
}

/// One element, or one component of a composite, of a segment at its place.
public struct ElementRule: Sendable, Equatable {
    /// The element's position in its segment, or the component's in its composite; from 1.
    public var position: Int
    /// The data element number (`1065`, `I05`), or the composite's (`C040`).
    public var dataElement: String
    /// What it is here, in words (`Patient Control Number`).
    public var name: String
    /// Whether the guide asks for it.
    public var usage: Usage
    /// The data type.
    public var type: DataType
    /// The fewest characters.
    public var minimumLength: Int
    /// The most characters.
    public var maximumLength: Int
    /// A lower maximum that a receiver must support (CLM01: 20); 0 when the guide sets none.
    public var guideMaximumLength: Int
    /// The most repetitions; 1 unless the element repeats.
    public var maximumRepeat: Int
    /// The index of its list in ``Guide/codeLists``; -1 when the guide lists no codes.
    public var codes: Int
    /// The name of the outside list its codes come from (`pos`, `states`, `X12 source 130`); often empty.
    public var externalCodes: String
    /// The components of a composite, as indices into ``Guide/elements``; empty otherwise.
    public var components: Range<Int>

    /// Creates an element rule.
    public init(
        position: Int, dataElement: String, name: String, usage: Usage, type: DataType, minimumLength: Int,
        maximumLength: Int, guideMaximumLength: Int = 0, maximumRepeat: Int = 1, codes: Int = -1,
        externalCodes: String = "", components: Range<Int> = 0..<0
    ) {
        self.position = position
        self.dataElement = dataElement
        self.name = name
        self.usage = usage
        self.type = type
        self.minimumLength = minimumLength
        self.maximumLength = maximumLength
        self.guideMaximumLength = guideMaximumLength
        self.maximumRepeat = maximumRepeat
        self.codes = codes
        self.externalCodes = externalCodes
        self.components = components
    }
}

/// The data types of X12.
public enum DataType: String, Sendable, Equatable {
    /// Text.
    case text = "AN"
    /// A code of a list.
    case identifier = "ID"
    /// A whole number.
    case integer = "N0"
    /// A number with two implied decimals.
    case implied2 = "N2"
    /// A decimal number with its point written.
    case decimal = "R"
    /// A date, CCYYMMDD or YYMMDD.
    case date = "DT"
    /// A time, HHMM, HHMMSS or finer.
    case time = "TM"
    /// Binary.
    case binary = "B"
    /// An element of components.
    case composite = "composite"
}

/// A relational condition of a segment: `P0304` says that elements 3 and 4 come together.
public struct SyntaxNote: Sendable, Equatable {
    /// The kind of condition.
    public var kind: Kind
    /// The positions it speaks of, the first being the condition's subject for C and L.
    public var positions: [Int]

    /// Creates a note.
    public init(_ kind: Kind, _ positions: [Int]) {
        self.kind = kind
        self.positions = positions
    }

    /// The kinds of condition, by the letter the standard prints.
    public enum Kind: String, Sendable, Equatable {
        /// Paired: all or none.
        case paired = "P"
        /// Required: at least one.
        case required = "R"
        /// Exclusion: at most one.
        case exclusion = "E"
        /// Conditional: if the first, then all others.
        case conditional = "C"
        /// List conditional: if the first, then at least one other.
        case listConditional = "L"
    }
}
