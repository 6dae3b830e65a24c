/// Why an inquiry, or a part of it, could not be answered, and what to do: AAA of a response (271).
public struct RequestValidation: ModelPart {
    /// Whether the request was valid all the same (AAA01: `N` it was not, `Y` it was, and something else keeps it
    /// from being answered).
    public var validRequestIndicator: String?
    /// The reason (AAA03).
    public var rejectReason: RejectReason?
    /// What to do about it (AAA04).
    public var followUpAction: FollowUpAction?

    /// An empty remark.
    public init() {}

    /// Walks the elements of an AAA that has been entered.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "validRequestIndicator", &validRequestIndicator)
        visitor.code(3, "rejectReason", &rejectReason)
        visitor.code(4, "followUpAction", &followUpAction)
    }
}
