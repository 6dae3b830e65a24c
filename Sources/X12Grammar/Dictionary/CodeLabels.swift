/// Short labels of code values, by data element and code: what people read beside `CLM05-3 = 7`.
///
/// The lists hold labels, not the right to send a code: which codes a guide allows stands in the guide.
public struct CodeLabels: Sendable, Equatable {
    /// The labels: data element number, then code, then words.
    public var lists: [String: [String: String]]

    /// Creates a set of lists.
    public init(lists: [String: [String: String]] = [:]) { self.lists = lists }

    /// The words for a code of a data element; `nil` when we have none.
    public func label(dataElement: String, code: String) -> String? { lists[dataElement]?[code] }
}
