internal import X12Grammar
internal import X12Specs

/// What the base standard lists, looked up when a code is none of the guide's and kept for the next one.
struct BaseCodes {
    private var lists: [String: Set<Substring>] = [:]

    /// Whether the base standard has a code for a data element; `nil` where its list is not known.
    mutating func has(_ code: String, for dataElement: String) -> Bool? {
        if let list = lists[dataElement] { return list.contains(code[...]) }
        guard let codes = X12Specs.dictionary.codes(of: dataElement) else { return nil }
        lists[dataElement] = Set(codes)
        return codes.contains(code[...])
    }
}
