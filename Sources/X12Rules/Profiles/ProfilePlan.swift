internal import X12Grammar
internal import X12Text

/// A profile's constraints worked out for one guide: which segments are looked at, and when each is asked.
struct ProfilePlan {
    /// One constraint with what it reads.
    struct Item {
        let constraint: ProfileConstraint
        let place: Site
        let other: Site?
        let conditions: [(condition: ProfileCondition, site: Site)]
        /// The loop of the block it is asked about: the innermost of its places'; 0 for the header.
        let owner: Int
        /// Whether it is asked for each instance of its place's inner loop by itself.
        let isByInstance: Bool
    }

    /// Where a path leads in the guide.
    struct Site {
        let path: ProfilePath
        /// The rules of the guide that it means; none in the envelope.
        let rules: Set<Int>
        /// The loop of the block it stands in.
        let owner: Int
        /// The loop right inside the block's loop that it stands in; -1 when in the block's loop itself.
        let inner: Int
    }

    let items: [Item]
    /// Whether a rule's segments are looked at at all.
    let isRead: [Bool]
    /// The loop right inside the block's loop, by rule; -1 when there is none.
    let inner: [Int]
    /// The paths that lead nowhere in the guide, with the line of their constraint.
    let strays: [(path: ProfilePath, constraint: ProfileConstraint)]

    /// The opener of each loop.
    private let openers: [Int]

    /// Whether a rule opens a loop.
    func opens(_ rule: Int, _ loop: Int) -> Bool { openers[loop] == rule }

    init(_ profile: PayerProfile, _ guide: Guide) {
        var items: [Item] = []
        var isRead = Array(repeating: false, count: guide.segments.count)
        var strays: [(path: ProfilePath, constraint: ProfileConstraint)] = []
        for constraint in profile.constraints where guide.transactionSet.hasPrefix(constraint.transactionSet)
        {
            let paths =
                [constraint.place, constraint.other].compactMap { $0 }
                + constraint.conditions.compactMap(\.place)
            let sites = paths.map { Self.site($0, guide) }
            for (path, site) in zip(paths, sites) where site == nil { strays.append((path, constraint)) }
            guard sites.allSatisfy({ $0 != nil }) else { continue }
            let found = sites.compactMap { $0 }
            for site in found { for rule in site.rules { isRead[rule] = true } }
            items.append(Self.item(constraint, found, guide))
        }
        // An instance of an inner loop is seen by its opener, also where the segment asked about is not there.
        for item in items where item.isByInstance {
            if let opener = guide.loops[item.place.inner].segments.first { isRead[opener] = true }
        }
        self.items = items
        self.isRead = isRead
        self.strays = strays
        openers = guide.loops.map { $0.segments.first ?? -1 }
        inner = guide.segments.indices.map { Self.inner(guide.segments[$0].loop, guide) }
    }

    private static func item(_ constraint: ProfileConstraint, _ sites: [Site], _ guide: Guide) -> Item {
        var rest = sites[...]
        let place =
            constraint.place == nil
            ? Site(path: envelope, rules: [], owner: 0, inner: -1) : rest.removeFirst()
        let other = constraint.other == nil ? nil : rest.removeFirst()
        let conditions = Array(zip(constraint.conditions, rest)).map { (condition: $0, site: $1) }
        let owner = ([place] + sites).max { depth($0.owner, guide) < depth($1.owner, guide) }?.owner ?? 0
        let sharesLoop = ([other].compactMap { $0 } + rest).contains { $0.inner == place.inner }
        let isBelow = !place.path.segment.isEmpty || sharesLoop
        return Item(
            constraint: constraint, place: place, other: other, conditions: conditions, owner: owner,
            isByInstance: place.inner >= 0 && isBelow)
    }

    private static let envelope: ProfilePath = {
        guard let path = ProfilePath("ISA") else { preconditionFailure("ISA is a path") }
        return path
    }()

    // MARK: - Ways through the guide

    private static func site(_ path: ProfilePath, _ guide: Guide) -> Site? {
        if path.loop.isEmpty, path.segment == "ISA" || path.segment == "GS" {
            return Site(path: path, rules: [], owner: 0, inner: -1)
        }
        let rules = guide.segments.indices.filter { index in
            let rule = guide.segments[index]
            let loop = guide.loops[rule.loop]
            guard path.loop.isEmpty ? loop.parent < 0 : loop.identifier == path.loop else { return false }
            if path.segment.isEmpty { return loop.segments.first == index }
            guard rule.identifier.description == path.segment else { return false }
            guard !path.code.isEmpty, let telling = rule.discriminator else { return true }
            return telling.values.contains(path.code)
        }
        guard let first = rules.first else { return nil }
        let loop = guide.segments[first].loop
        return Site(path: path, rules: Set(rules), owner: owner(loop, guide), inner: inner(loop, guide))
    }

    /// The loop of the block that a loop's segments are in.
    private static func owner(_ loop: Int, _ guide: Guide) -> Int {
        var loop = loop
        while loop > 0 {
            switch guide.loops[loop].block {
            case .level, .unit: return loop
            default: loop = guide.loops[loop].parent
            }
        }
        return 0
    }

    private static func inner(_ loop: Int, _ guide: Guide) -> Int {
        let owner = owner(loop, guide)
        var loop = loop
        guard loop != owner else { return -1 }
        while guide.loops[loop].parent != owner, guide.loops[loop].parent >= 0 {
            loop = guide.loops[loop].parent
        }
        return loop
    }

    private static func depth(_ loop: Int, _ guide: Guide) -> Int {
        var depth = 0
        var loop = loop
        while loop > 0 {
            depth += 1
            loop = guide.loops[loop].parent
        }
        return depth
    }
}
