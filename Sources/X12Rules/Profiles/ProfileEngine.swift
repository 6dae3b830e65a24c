public import X12Diagnostics
public import X12Grammar
public import X12Parser
public import X12Text

/// Checks blocks against what a payer asks for (level 7).
///
/// Blocks are given in the order they were read. A constraint is asked when the innermost block that it speaks of has
/// come; of the levels around, only the segments that some constraint reads are kept.
public struct ProfileEngine: ~Copyable {
    /// The profile, with all that it builds upon.
    public private(set) var profile: PayerProfile
    /// Says whether a value is known to a register of the caller's: `nil` when that cannot be told.
    public typealias Lookup = @Sendable (_ value: String) -> Bool?

    let received: CalendarDate?
    let codes: CodeSets
    let lookups: [String: Lookup]
    private(set) var forms: [String: Regex<AnyRegexOutput>] = [:]
    var plan: ProfilePlan?
    private var guide: Guide?
    /// Segments of the envelope, the header and the levels that are open.
    var kept: [ProfileSegment] = []
    /// The block's own.
    var current: [ProfileSegment] = []
    /// The block's first segment, at which what is missing is told.
    var opener: ProfileSegment?
    var groupDate: CalendarDate?
    var context = Finding.Context()
    private var setsInGroup = 0
    var memory = ProfileMemory()
    /// What was worked out and remembered for profiles that were followed before, by their names: counts and values go by a
    /// constraint's place in its profile.
    private var others: [String: Followed] = [:]
    /// The constraints on the least in a group or interchange that a set in it was asked about, by their places in the profile.
    private(set) var leasts: [Int: ProfilePlan.Item] = [:]
    private var areLeastsNoted = false

    /// An engine before its first block.
    ///
    /// - Parameters:
    ///   - profile: A profile with all that it builds upon (``ProfileLibrary/profile(named:)``).
    ///   - received: The day of receipt; `nil` for the day its group says (GS04).
    ///   - lookups: Registers, by the names that constraints of kind `lookup` use.
    ///   - codes: Code sets beside those that come with the library.
    public init(
        _ profile: PayerProfile, received: CalendarDate? = nil, lookups: [String: Lookup] = [:],
        codes: (any CodeSource)? = nil
    ) {
        self.profile = profile
        self.codes = CodeSets(loaded: codes)
        self.received = received
        self.lookups = lookups
        forms = Self.forms(of: profile)
    }

    /// Goes on with another profile, such as one that a file is routed to by its receiver.
    ///
    /// What stands above is not asked about again, and what is kept of it is what the profile before looks at.
    public mutating func follow(_ profile: PayerProfile) {
        others[self.profile.name] = Followed(
            profile: self.profile, memory: memory, forms: forms, plan: plan, guide: guide)
        let known = others.removeValue(forKey: profile.name)
        let before = known?.profile == profile ? known : nil
        memory = before?.memory ?? ProfileMemory()
        forms = before?.forms ?? Self.forms(of: profile)
        (leasts, areLeastsNoted) = ([:], false)
        self.profile = profile
        guard let guide else { return }
        let isSame =
            before?.guide?.identifier == guide.identifier
            && before?.guide?.transactionSet == guide.transactionSet
        plan = isSame ? before?.plan : ProfilePlan(profile, guide)
    }

    /// What belongs to one profile.
    private struct Followed {
        let profile: PayerProfile
        var memory: ProfileMemory
        let forms: [String: Regex<AnyRegexOutput>]
        let plan: ProfilePlan?
        let guide: Guide?
    }

    private static func forms(of profile: PayerProfile) -> [String: Regex<AnyRegexOutput>] {
        var forms: [String: Regex<AnyRegexOutput>] = [:]
        for constraint in profile.constraints where constraint.kind == .match {
            for pattern in constraint.values { forms[pattern] = try? Regex(pattern) }
        }
        for pattern in profile.constraints.flatMap(\.conditions).map(\.pattern) where !pattern.isEmpty {
            forms[pattern] = try? Regex(pattern)
        }
        for pattern in profile.constraints.compactMap(\.template?.pattern) {
            forms[pattern] = try? Regex(pattern)
        }
        return forms
    }

    /// The code sets that a profile asks about in the sets of a guide, with the ids of the constraints that do; of HCPCS also
    /// CPT, where its codes of five digits are looked up.
    static func codeSets(of profile: PayerProfile, in guide: Guide) -> [(set: CodeSet, id: String)] {
        guard profile.constraints.contains(where: { $0.codeSet != nil }) else { return [] }
        return ProfilePlan(profile, guide).items.flatMap { item -> [(set: CodeSet, id: String)] in
            guard let set = item.constraint.codeSet else { return [] }
            return (set == .hcpcs ? [set, .cpt] : [set]).map { (set: $0, id: item.constraint.id) }
        }
    }

    /// Whether a profile asks for anything in the sets of a guide.
    static func asks(_ profile: PayerProfile, of guide: Guide) -> Bool {
        !ProfilePlan(profile, guide).items.isEmpty
    }

    /// The places of the profile that a guide does not have, with the lines of their constraints.
    public static func strays(of profile: PayerProfile, in guide: Guide) -> [(path: ProfilePath, line: Int)] {
        ProfilePlan(profile, guide).strays.map { ($0.path, $0.constraint.line) }
    }

    /// Why a store of codes could not be asked, when that happened; constraints on codes are kept then.
    public var codeFailure: X12Error? { codes.failure }

    /// Appends what the payer would object to in a block.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        switch block.kind {
        case .interchange:
            kept = []
            forget(.interchange)
            leasts = [:]
            context = Finding.Context()
            keepEnvelope(block)
            context.interchange = kept.last?.elements.dropFirst(12).first ?? ""
        case .group:
            kept.removeAll { $0.identifier != "ISA" }
            forget(.group)
            leasts = leasts.filter { $0.value.constraint.scope == .interchange }
            setsInGroup = 0
            keepEnvelope(block)
            context.group = kept.last?.elements.dropFirst(5).first ?? ""
            groupDate = kept.last.flatMap { CalendarDate(x12: $0.elements.dropFirst(3).first ?? "") }
        case .header: header(block, into: &findings)
        case .level(let loop): ask(block, owner: loop, keeps: true, into: &findings)
        case .unit(let loop): ask(block, owner: loop, keeps: false, into: &findings)
        case .trailer:
            ask(block, owner: 0, keeps: false, into: &findings)
            askLeast(of: .set, block, into: &findings)
        case .groupEnd: askLeast(of: .group, block, into: &findings)
        case .interchangeEnd:
            askLeast(of: .interchange, block, into: &findings)
            askSize(block, into: &findings)
        case .acknowledgement, .carried, .end: break
        }
    }

    // MARK: - Blocks

    private mutating func forget(_ scope: ProfileConstraint.Scope) {
        memory.forget(scope)
        for name in others.keys { others[name]?.memory.forget(scope) }
    }

    private mutating func keepEnvelope(_ block: borrowing Block) {
        guard block.count > 0 else { return }
        kept.append(
            ProfileSegment(block.view(0), rule: -1, owner: 0, inner: -1, innerInstance: 0, position: 0))
    }

    private mutating func header(_ block: borrowing Block, into findings: inout [Finding]) {
        kept.removeAll { $0.rule >= 0 }
        forget(.set)
        guard let guide = block.guide else {
            plan = nil
            return
        }
        if self.guide?.identifier != guide.identifier || self.guide?.transactionSet != guide.transactionSet {
            plan = ProfilePlan(profile, guide)
            self.guide = guide
        }
        areLeastsNoted = false
        setsInGroup += 1
        context.guide = guide.identifier
        context.transactionSet = block.count > 0 ? block.view(0)[2].string : ""
        ask(block, owner: 0, keeps: true, into: &findings)
    }

    private mutating func ask(
        _ block: borrowing Block, owner: Int, keeps: Bool, into findings: inout [Finding]
    ) {
        guard let plan, let guide else { return }
        if !areLeastsNoted {
            for item in plan.items where item.asksForLeast { leasts[item.number] = item }
            areLeastsNoted = true
        }
        if owner > 0 {
            kept.removeAll { $0.owner == owner || Self.isInside($0.owner, owner, guide) }
        }
        read(block, owner, plan)
        context.claim = ""
        if case .unit = block.kind, let claim = block.claimNumber { context.claim = claim }
        let isTrailer = block.kind == .trailer
        var bound = FindingBound(findings)
        for item in plan.items where item.owner == owner {
            let isEnvelope = item.place.rules.isEmpty
            if isEnvelope, setsInGroup > 1 || isTrailer { continue }
            if item.constraint.kind == .size || item.constraint.kind == .characters && isEnvelope { continue }
            if isTrailer, !current.contains(where: { item.place.rules.contains($0.rule) }) { continue }
            ask(item, item.number, block, into: &findings)
            bound.hold(&findings)
        }
        for index in plan.ofAllTexts {
            askAllTexts(plan.items[index], block, into: &findings)
            bound.hold(&findings)
        }
        bound.end(&findings)
        if keeps { kept += current }
    }

    /// Takes the header of the open set, which came before the profile was chosen: what other places look at is kept, and
    /// nothing is asked about it.
    mutating func catchUp(onHeader header: borrowing Block) {
        kept.removeAll { $0.rule >= 0 }
        keep(header, owner: 0)
    }

    /// Takes a level that is open and came before the profile was chosen.
    ///
    /// - Parameters:
    ///   - level: the level.
    ///   - asks: whether it is asked about; else only what other places look at is kept.
    ///   - findings: takes what the payer would object to.
    mutating func catchUp(on level: borrowing Block, asks: Bool, into findings: inout [Finding]) {
        guard case .level(let loop) = level.kind else { return }
        if asks { return ask(level, owner: loop, keeps: true, into: &findings) }
        keep(level, owner: loop)
    }

    private mutating func keep(_ block: borrowing Block, owner: Int) {
        guard let plan else { return }
        read(block, owner, plan)
        kept += current
    }

    private static func isInside(_ loop: Int, _ outer: Int, _ guide: Guide) -> Bool {
        var loop = loop
        while loop > 0 {
            loop = guide.loops[loop].parent
            if loop == outer { return true }
        }
        return false
    }

    /// Takes the block's segments that some constraint reads.
    private mutating func read(_ block: borrowing Block, _ owner: Int, _ plan: ProfilePlan) {
        current.removeAll(keepingCapacity: true)
        opener = nil
        var instances: [Int: (number: Int, last: Int32)] = [:]
        for index in 0..<block.count {
            let facts = block[index]
            let rule = Int(facts.placement.rule)
            guard rule >= 0 else { continue }
            let inner = plan.inner[rule]
            if inner >= 0, facts.placement.remarks.contains(.opensLoop), plan.opens(rule, inner) {
                instances[inner] = ((instances[inner]?.number ?? 0) + 1, facts.placement.loopInstance)
            }
            guard plan.isRead[rule] || opener == nil else { continue }
            let segment = ProfileSegment(
                block.view(index), rule: rule, owner: owner, inner: inner,
                innerInstance: inner >= 0 ? instances[inner]?.number ?? 0 : 0,
                position: Int(facts.location.segmentPosition))
            if opener == nil { opener = segment }
            if plan.isRead[rule] { current.append(segment) }
        }
    }
}
