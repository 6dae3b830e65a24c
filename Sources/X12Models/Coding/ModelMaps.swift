internal import X12Grammar
internal import X12Parser

/// The maps of the guides that a coder has met, the one used last at hand.
struct ModelMaps: ~Copyable {
    private var maps: [String: ModelMap] = [:]
    private var last: ModelMap?
    private var lastShared: SharedGuide?

    /// The map of a guide that many blocks follow.
    mutating func map(_ shared: SharedGuide) -> ModelMap {
        if let last, lastShared === shared { return last }
        let map = map(shared.guide)
        lastShared = shared
        return map
    }

    /// The map of a guide, made when it is first asked for.
    mutating func map(_ guide: Guide) -> ModelMap {
        // Two guides, of the 270 and the 271, share an identifier.
        if let last, last.guide.identifier == guide.identifier,
            last.guide.transactionSet == guide.transactionSet
        {
            return last
        }
        lastShared = nil
        let key = "\(guide.identifier)-\(guide.transactionSet)"
        let map = maps[key] ?? ModelMap(guide)
        maps[key] = map
        last = map
        return map
    }
}
