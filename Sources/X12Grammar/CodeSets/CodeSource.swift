public import X12Diagnostics

/// Where code sets are looked up that do not come with the library: a user's store, or a table in memory.
public protocol CodeSource: Sendable {
    /// The editions of a set, by their first day; none when the set is not there.
    func editions(of set: CodeSet) throws(X12Error) -> [CodeEdition]

    /// A code of an edition; `nil` when the edition has no such code.
    func code(_ code: String, in edition: CodeEdition) throws(X12Error) -> ListedCode?
}
