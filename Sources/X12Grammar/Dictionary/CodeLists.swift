/// The code lists that come with the library, by data element.
///
/// The key is the data element's number (`1033`), or `S` and the number of the outside list (X12 source) where one
/// element takes several lists (`S411`).
public struct CodeLists: Sendable, Equatable {
    /// The lists.
    public var lists: [String: CodeList]

    /// Creates a set of lists.
    public init(lists: [String: CodeList] = [:]) { self.lists = lists }

    /// The words for a code of a data element (`1033`, `CO`); `nil` when we have none.
    public func label(dataElement: String, code: String) -> String? {
        lists[dataElement]?.label(of: code)
    }
}
