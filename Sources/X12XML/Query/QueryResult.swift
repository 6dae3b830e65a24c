public import X12Diagnostics

/// Something that an expression found.
public struct QueryResult: Sendable {
    /// What kind of thing it is.
    public enum Kind: Hashable, Sendable {
        /// The value of an element, a component or an attribute.
        case value
        /// A segment.
        case segment
        /// A loop, a transaction set, or another element that holds segments.
        case segments
        /// A number, a text, true or false: the answer of a whole expression for one unit.
        case answer
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// What it is called in the document: `CLM02`, `CLM`, `loop2300`; empty for an answer.
    public var name = ""
    /// The value, or the answer; empty for segments.
    public var value = ""
    /// The segments, as they were received, without terminators: that of a value, or all inside.
    public var segments: [[UInt8]] = []
    /// What stood between segments and behind them: terminator and line end.
    public var segmentEnd: [UInt8] = []
    /// The result as XML.
    public var xml = ""
    /// Where the first segment stood.
    public var location = Location()
    /// The loop it stands in; empty outside of loops.
    public var loop = ""
    /// The control numbers of interchange, group and transaction set around it; empty where there is none.
    public var controlNumbers = ControlNumbers()
    /// The number of the claim or payment that the unit is about (CLM01, CLP01); empty elsewhere.
    public var claim = ""

    /// The control numbers around a result.
    public struct ControlNumbers: Hashable, Sendable {
        /// ISA13.
        public var interchange = ""
        /// GS06.
        public var group = ""
        /// ST02.
        public var transactionSet = ""
    }
}
