public import X12Text

/// One code of a list: what it means, and from when until when it may be used.
public struct ListedCode: Sendable, Hashable {
    /// What it means, in a few words of our own, or the words of the file it was loaded from; empty where there
    /// are none.
    public var label: String
    /// The first day it may be used; `nil` when that is not known, and then no day is too early.
    public var start: CalendarDate?
    /// The last day it may be used; `nil` while it is in use.
    public var stop: CalendarDate?
    /// Whether it only stands above others and may not be sent (ICD-10-CM: `J02` above `J020`).
    public var isHeading: Bool
    /// Whether its words ask for a remark code beside it (of claim adjustment reasons: `16`).
    public var needsRemark: Bool

    /// Creates a code.
    public init(
        _ label: String = "", start: CalendarDate? = nil, stop: CalendarDate? = nil, isHeading: Bool = false,
        needsRemark: Bool = false
    ) {
        self.label = label
        self.start = start
        self.stop = stop
        self.isHeading = isHeading
        self.needsRemark = needsRemark
    }
}
