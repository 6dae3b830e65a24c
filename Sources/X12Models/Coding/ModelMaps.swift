internal import X12Grammar

/// The maps of the guides that a coder has met, the one used last at hand.
struct ModelMaps: ~Copyable {
    private var maps: [String: ModelMap] = [:]
    private var last: ModelMap?

    /// The map of a guide, made when it is first asked for.
    mutating func map(_ guide: Guide) -> ModelMap {
        // Two guides, of the 270 and the 271, share an identifier.
        if let last, last.guide.identifier == guide.identifier,
            last.guide.transactionSet == guide.transactionSet
        {
            return last
        }
        let key = "\(guide.identifier)-\(guide.transactionSet)"
        let map = maps[key] ?? ModelMap(guide)
        maps[key] = map
        last = map
        return map
    }
}
