internal import X12Grammar
internal import X12Text

/// A profile's constraints worked out for one guide: which segments are looked at, and when each is asked.
struct ProfilePlan {
    /// One constraint with what it reads.
    struct Item {
        let constraint: ProfileConstraint
        /// Its place in the profile, by which it is known whatever the guide.
        let number: Int
        let place: Site
        let other: Site?
        let conditions: [(condition: ProfileCondition, site: Site)]
        /// The loop of the block it is asked about: the innermost of its places'; 0 for the header.
        ///
        /// Claims stand under subscribers and under patients, which are two loops of the guide, and one item each.
        let owner: Int
        /// Whether it is asked for each instance of its place's inner loop by itself.
        let isByInstance: Bool
        /// Whether the guide has a number at its place.
        let isNumber: Bool
        /// The characters of a constraint on them.
        let characters: ProfileCharacters?

        /// Whether it asks for a least over more than a set: a set of another guide may be the last.
        var asksForLeast: Bool {
            constraint.kind == .count && !constraint.minimum.isEmpty
                && (constraint.scope == .group || constraint.scope == .interchange)
        }
    }

    /// Where a path leads in the guide.
    struct Site {
        let path: ProfilePath
        /// The rules of the guide that it means; none in the envelope.
        let rules: Set<Int>
        /// The loop right inside the block's loop that it stands in; -1 when in the block's loop itself.
        let inner: Int
    }

    let items: [Item]
    /// The constraints on all texts, by their indices in `items`.
    let ofAllTexts: [Int]
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
        for (number, constraint) in profile.constraints.enumerated() {
            // What is the same throughout an interchange may be broken by a set of another kind.
            let isOfEnvelope = constraint.kind == .same && constraint.place?.isOfEnvelope == true
            // A payer that asks something of 837 means professional claims: the guide without a variant.
            let isOfGuide =
                guide.variant.isEmpty && guide.transactionSet.hasPrefix(constraint.transactionSet)
            guard isOfEnvelope || isOfGuide else { continue }
            let paths =
                [constraint.place, constraint.other].compactMap { $0 }
                + constraint.conditions.compactMap(\.place)
            let places = paths.map { Self.rules(of: $0, guide) }
            for (path, rules) in zip(paths, places) where rules == nil { strays.append((path, constraint)) }
            guard places.allSatisfy({ $0 != nil }) else { continue }
            let rules = places.map { $0 ?? [] }
            for rule in rules.joined() { isRead[rule] = true }
            for sites in Self.ways(paths, rules, guide) {
                items.append(Self.item(constraint, number, sites.sites, sites.owner, guide))
            }
        }
        // An instance of an inner loop is seen by its opener, also where the segment asked about is not there.
        for item in items where item.isByInstance {
            if let opener = guide.loops[item.place.inner].segments.first { isRead[opener] = true }
        }
        self.items = items
        ofAllTexts = items.indices.filter { items[$0].characters != nil && items[$0].constraint.place == nil }
        self.isRead = isRead
        self.strays = strays
        openers = guide.loops.map { $0.segments.first ?? -1 }
        inner = guide.segments.indices.map { Self.inner(guide.segments[$0].loop, guide) }
    }

    private static func item(
        _ constraint: ProfileConstraint, _ number: Int, _ sites: [Site], _ owner: Int, _ guide: Guide
    ) -> Item {
        var rest = sites[...]
        let place =
            constraint.place == nil
            ? Site(path: envelope, rules: [], inner: -1) : rest.removeFirst()
        let other = constraint.other == nil ? nil : rest.removeFirst()
        let conditions = Array(zip(constraint.conditions, rest)).map { (condition: $0, site: $1) }
        let sharesLoop = ([other].compactMap { $0 } + rest).contains { $0.inner == place.inner }
        let isBelow =
            !place.path.segment.isEmpty || sharesLoop
            || place.rules.contains { guide.segments[$0].loop != place.inner }
        // What is counted within a claim or more is not counted within one of its lines.
        let isOfWhole = constraint.kind == .level || constraint.kind == .count && constraint.scope != .line
        let element = place.rules.first.flatMap {
            guide.segments[$0].element(place.path.element, place.path.component, in: guide)
        }
        return Item(
            constraint: constraint, number: number, place: place, other: other, conditions: conditions,
            owner: owner,
            isByInstance: place.inner >= 0 && isBelow && !isOfWhole,
            isNumber: element?.type == .decimal || element?.type == .integer,
            characters: constraint.kind == .characters ? ProfileCharacters(constraint) : nil)
    }

    private static let envelope: ProfilePath = {
        guard let path = ProfilePath("ISA") else { preconditionFailure("ISA is a path") }
        return path
    }()

    // MARK: - Ways through the guide

    /// The rules of the guide that a path means, none in the envelope; nil for a path that leads nowhere.
    private static func rules(of path: ProfilePath, _ guide: Guide) -> [Int]? {
        if path.isOfEnvelope { return [] }
        let rules = guide.segments.indices.filter { index in
            let rule = guide.segments[index]
            let loop = guide.loops[rule.loop]
            guard path.loop.isEmpty ? loop.parent < 0 : loop.identifier == path.loop else { return false }
            if path.segment.isEmpty { return loop.segments.first == index }
            guard rule.identifier.description == path.segment else { return false }
            guard path.element == 0 || rule.element(path.element, path.component, in: guide) != nil else {
                return false
            }
            guard !path.code.isEmpty, let telling = rule.discriminator else { return true }
            return telling.values.contains(path.code)
        }
        return rules.isEmpty ? nil : rules
    }

    /// The ways in which places stand to each other: for each loop of a block that is the innermost of theirs, the
    /// places that it and the blocks around it hold.
    private static func ways(
        _ paths: [ProfilePath], _ rules: [[Int]], _ guide: Guide
    ) -> [(owner: Int, sites: [Site])] {
        let owners = Set(rules.joined().map { owner(guide.segments[$0].loop, guide) }).sorted()
        guard !owners.isEmpty else { return [(0, paths.map { Site(path: $0, rules: [], inner: -1) })] }
        let ways = owners.compactMap { innermost -> (owner: Int, sites: [Site])? in
            let held = around(innermost, guide)
            var sites: [Site] = []
            for (path, rules) in zip(paths, rules) {
                let own = rules.filter { held.contains(owner(guide.segments[$0].loop, guide)) }
                guard path.isOfEnvelope || !own.isEmpty else { return nil }
                let inner = own.last.map { Self.inner(guide.segments[$0].loop, guide) } ?? -1
                sites.append(Site(path: path, rules: Set(own), inner: inner))
            }
            return (innermost, sites)
        }
        // A way that goes on in a deeper block is asked there.
        return ways.filter { way in
            !ways.contains { $0.owner != way.owner && around($0.owner, guide).contains(way.owner) }
        }
    }

    /// A block's loop and those of the blocks around it.
    private static func around(_ owner: Int, _ guide: Guide) -> Set<Int> {
        var found: Set = [owner]
        var loop = owner
        while loop > 0 {
            loop = Self.owner(guide.loops[loop].parent, guide)
            found.insert(loop)
        }
        return found
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
}
