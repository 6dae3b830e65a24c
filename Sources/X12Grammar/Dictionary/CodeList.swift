public import X12Text

/// The codes of one data element, or of one list that is kept outside of the standard.
///
/// A list holds words and dates, not the right to send a code: which codes a guide allows stands in the guide.
public struct CodeList: Sendable, Equatable {
    /// What the list is called.
    public var name: String
    /// The day up to which the list knows everything; `nil` for a list of the standard, which does not change
    /// within a release.
    public var vintage: CalendarDate?
    /// The codes.
    public var codes: [String: ListedCode]

    /// Creates a list.
    public init(name: String = "", vintage: CalendarDate? = nil, codes: [String: ListedCode] = [:]) {
        self.name = name
        self.vintage = vintage
        self.codes = codes
    }

    /// The words for a code; `nil` when we have none.
    public func label(of code: String) -> String? {
        guard let label = codes[code]?.label, !label.isEmpty else { return nil }
        return label
    }
}
