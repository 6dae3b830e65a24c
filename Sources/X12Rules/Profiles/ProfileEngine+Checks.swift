internal import X12Diagnostics
internal import X12Grammar
internal import X12Parser
internal import X12Specs
internal import X12Text

extension ProfileEngine {
    /// Asks one constraint about a block.
    mutating func ask(
        _ item: ProfilePlan.Item, _ index: Int, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        guard holdsToday(item.constraint) else { return }
        guard item.isByInstance else { return ask(item, index, nil, block, into: &findings) }
        for number in instances(of: item) { ask(item, index, number, block, into: &findings) }
    }

    func holdsToday(_ constraint: ProfileConstraint) -> Bool {
        (received ?? groupDate).map { constraint.holds(on: $0) } ?? true
    }

    /// The instances of the place's inner loop in the block.
    private func instances(of item: ProfilePlan.Item) -> [Int] {
        Set(current.filter { $0.inner == item.place.inner }.map(\.innerInstance)).sorted()
    }

    private mutating func ask(
        _ item: ProfilePlan.Item, _ index: Int, _ instance: Int?, _ block: borrowing Block,
        into findings: inout [Finding]
    ) {
        for (condition, site) in item.conditions {
            let inner = site.inner == item.place.inner ? instance : nil
            if holds(condition, site, inner) == condition.isNegated { return }
        }
        let constraint = item.constraint
        let segments = found(item.place, instance)
        switch constraint.kind {
        case .require:
            guard segments.allSatisfy({ $0.value(at: item.place.path).isEmpty }) else { return }
            report(item, segments.first ?? anchor(item, instance), nil, block, into: &findings)
        case .forbid, .ignore:
            for segment in segments where !segment.value(at: item.place.path).isEmpty {
                report(item, segment, segment.value(at: item.place.path), block, into: &findings)
            }
        case .count: askCount(item, index, segments, block, into: &findings)
        case .delimiters: askDelimiters(item, block, into: &findings)
        case .lineEnd: askLineEnd(item, block, into: &findings)
        case .level: askLevel(item, segments, block, into: &findings)
        case .template: askTemplate(item, segments, instance, block, into: &findings)
        default:
            for segment in segments {
                for value in segment.values(at: item.place.path) {
                    guard !accepts(value, item, index, instance) else { continue }
                    report(item, segment, value, block, into: &findings)
                }
            }
        }
    }

    // MARK: - Looking

    private func holds(_ condition: ProfileCondition, _ site: ProfilePlan.Site, _ instance: Int?) -> Bool {
        found(site, instance).contains { segment in
            segment.values(at: site.path).contains { value in
                if !condition.values.isEmpty { return condition.values.contains(value) }
                guard let form = forms[condition.pattern] else { return true }
                return (try? form.wholeMatch(in: value)) != nil
            }
        }
    }

    /// The segments at a site: the block's own, or those of the levels around; of one instance where one is meant.
    private func found(_ site: ProfilePlan.Site, _ instance: Int?) -> [ProfileSegment] {
        func fits(_ segment: ProfileSegment) -> Bool {
            if site.rules.isEmpty { return segment.rule < 0 && segment.identifier == site.path.segment }
            guard site.rules.contains(segment.rule) else { return false }
            return site.path.code.isEmpty || segment.carries(site.path.code)
        }
        let own = current.filter(fits).filter { instance == nil || $0.innerInstance == instance }
        return own.isEmpty ? kept.filter(fits) : own
    }

    /// The segment that a finding on something missing is told at.
    private func anchor(_ item: ProfilePlan.Item, _ instance: Int?) -> ProfileSegment? {
        guard let instance else { return opener ?? kept.last }
        return current.first { $0.inner == item.place.inner && $0.innerInstance == instance }
            ?? opener ?? kept.last
    }

    // MARK: - Kinds

    private mutating func accepts(
        _ value: String, _ item: ProfilePlan.Item, _ index: Int, _ instance: Int?
    ) -> Bool {
        let constraint = item.constraint
        switch constraint.kind {
        case .value: return constraint.values.contains(value)
        case .exclude: return !constraint.values.contains(value)
        case .match: return matches(value, constraint)
        case .number: return isWithin(value, constraint)
        case .compare: return compares(value, item, instance)
        case .code: return isListed(value, item, instance)
        case .characters: return item.characters?.allow(value) ?? true
        case .date: return isInWindow(value, constraint)
        case .unique: return memory.isNew(value, index, constraint.scope)
        case .same: return !memory.isNew(value, index, constraint.scope) || memory.valueCount(index) == 1
        case .lookup: return lookups[constraint.list]?(value) ?? true
        case .require, .forbid, .ignore, .count, .delimiters, .lineEnd, .size, .level, .template: return true
        }
    }

    private func matches(_ value: String, _ constraint: ProfileConstraint) -> Bool {
        if let least = Int(constraint.minimum), value.count < least { return false }
        if let most = Int(constraint.maximum), value.count > most { return false }
        guard !constraint.values.isEmpty else { return true }
        return constraint.values.contains { pattern in
            guard let form = forms[pattern] else { return true }
            return (try? form.wholeMatch(in: value)) != nil
        }
    }

    private func isWithin(_ value: String, _ constraint: ProfileConstraint) -> Bool {
        // What is no number is level 1's to say.
        guard let number = ExactDecimal(value) else { return true }
        if let least = ExactDecimal(constraint.minimum), number < least { return false }
        if let most = ExactDecimal(constraint.maximum), number > most { return false }
        return constraint.scale < 0 || Int(number.scale) <= constraint.scale
    }

    private func compares(_ value: String, _ item: ProfilePlan.Item, _ instance: Int?) -> Bool {
        guard let site = item.other else { return true }
        let others = found(site, site.inner == item.place.inner ? instance : nil)
            .map { $0.value(at: site.path) }.filter { !$0.isEmpty }
        guard !others.isEmpty else { return true }
        func isSame(_ other: String) -> Bool {
            guard item.isNumber, let own = ExactDecimal(value), let number = ExactDecimal(other) else {
                return value == other
            }
            return own == number
        }
        return switch item.constraint.relation {
        case .equals: others.contains(where: isSame)
        case .differs: !others.contains(where: isSame)
        case .notAbove: others.allSatisfy { Self.order(value, $0) <= 0 }
        case .notBelow: others.allSatisfy { Self.order(value, $0) >= 0 }
        case .notBefore: others.allSatisfy { value.prefix(8) >= $0.prefix(8) }
        case .notAfter: others.allSatisfy { value.prefix(8) <= $0.prefix(8) }
        }
    }

    /// Less than 0 when the first number is the lesser; 0 where one is no number.
    private static func order(_ left: String, _ right: String) -> Int {
        guard let left = ExactDecimal(left), let right = ExactDecimal(right) else { return 0 }
        return left < right ? -1 : left == right ? 0 : 1
    }

    private func isListed(_ value: String, _ item: ProfilePlan.Item, _ instance: Int?) -> Bool {
        let constraint = item.constraint
        if constraint.removedValues.contains(value) { return false }
        if constraint.values.contains(value) { return true }
        if let named = constraint.codeSet {
            // HCPCS has the codes of CPT as its first level, which stand in a list of their own.
            let set = named == .hcpcs && !CodeForms.isLevelTwo(value) ? .cpt : named
            let standing = codes.standing(of: value, in: set, on: day(of: item, instance))
            // A day of which no edition knows all codes tells nothing; where no day is named, any edition would do.
            return standing.isFine || standing == .unsure && item.other != nil
        }
        guard let list = X12Specs.codeList(constraint.list) else { return true }
        return list.codes[value] != nil
    }

    /// The day that a code is looked up for.
    private func day(of item: ProfilePlan.Item, _ instance: Int?) -> CalendarDate? {
        guard let site = item.other else { return nil }
        let dates = found(site, site.inner == item.place.inner ? instance : nil)
        return dates.first.flatMap { CalendarDate(x12: $0.value(at: site.path).prefix(8)) }
    }

    private func isInWindow(_ value: String, _ constraint: ProfileConstraint) -> Bool {
        guard let today = received ?? groupDate, let first = CalendarDate(x12: value.prefix(8)) else {
            return true
        }
        let last = value.utf8.count == 17 ? CalendarDate(x12: value.suffix(8)) ?? first : first
        if let most = Int(constraint.maximum), last.days(until: today) > most { return false }
        if let ahead = Int(constraint.minimum), today.days(until: last) > ahead { return false }
        return true
    }

    private mutating func askCount(
        _ item: ProfilePlan.Item, _ index: Int, _ segments: [ProfileSegment], _ block: borrowing Block,
        into findings: inout [Finding]
    ) {
        let constraint = item.constraint
        let present = segments.filter { !$0.value(at: item.place.path).isEmpty }
        let isLocal = constraint.scope == .claim || constraint.scope == .line
        let total = isLocal ? present.count : memory.count(index, constraint.scope, adding: present.count)
        if let most = Int(constraint.maximum), total > most, isLocal || total - present.count <= most {
            report(item, present.last, "\(total)", block, into: &findings)
        }
        if isLocal, let least = Int(constraint.minimum), total < least {
            report(item, anchor(item, nil), "\(total)", block, into: &findings)
        }
    }

    /// Asks for the least that was to be counted in the set, group or interchange that ends here.
    mutating func askLeast(
        of scope: ProfileConstraint.Scope, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        // Sets of other guides may have come since.
        let items =
            scope == .set ? plan?.items ?? [] : leasts.sorted { $0.key < $1.key }.map(\.value)
        // Claims under subscribers and under patients are counted together.
        var asked: Set<Int> = []
        for item in items where item.constraint.kind == .count && item.constraint.scope == scope {
            guard let least = Int(item.constraint.minimum), holdsToday(item.constraint),
                item.conditions.isEmpty || memory.hasCounted(item.number),
                asked.insert(item.number).inserted
            else { continue }
            let total = memory.count(item.number, scope, adding: 0)
            guard total < least else { continue }
            let place: ProfileSegment? =
                switch scope {
                case .interchange: kept.first { $0.identifier == "ISA" }
                case .group: kept.first { $0.identifier == "GS" }
                case .set, .claim, .line: opener
                }
            report(item, place, "\(total)", block, into: &findings)
        }
    }

    private func askDelimiters(
        _ item: ProfilePlan.Item, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        let used = block.delimiters
        let bytes = [used.element, used.component, used.repetition ?? used.component, used.segment]
        let text = String(decoding: bytes, as: UTF8.self)
        guard !item.constraint.values.contains(text) else { return }
        report(item, kept.first { $0.identifier == "ISA" }, text, block, into: &findings)
    }

    private func askLineEnd(
        _ item: ProfilePlan.Item, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        let used =
            switch block.lineEnd {
            case []: "none"
            case [0x0A]: "lf"
            case [0x0D, 0x0A]: "crlf"
            default: "another"
            }
        guard !item.constraint.values.contains(used) else { return }
        report(item, kept.first { $0.identifier == "ISA" }, used, block, into: &findings)
    }

    /// What is said at another level than the payer wants, or at both.
    private func askLevel(
        _ item: ProfilePlan.Item, _ segments: [ProfileSegment], _ block: borrowing Block,
        into findings: inout [Finding]
    ) {
        guard let lines = item.other else { return }
        let ofClaim = segments.filter { !$0.value(at: item.place.path).isEmpty }
        let ofLines = found(lines, nil).filter { !$0.value(at: lines.path).isEmpty }
        let isOfLines = item.constraint.values.first == "claim"
        if item.constraint.values.first == "either", ofClaim.isEmpty || ofLines.isEmpty { return }
        for segment in isOfLines ? ofLines : ofClaim {
            report(
                item, segment, nil, at: isOfLines ? lines.path : item.place.path, block, into: &findings)
        }
    }

    private func askTemplate(
        _ item: ProfilePlan.Item, _ segments: [ProfileSegment], _ instance: Int?, _ block: borrowing Block,
        into findings: inout [Finding]
    ) {
        guard let pattern = item.constraint.template?.pattern, let form = forms[pattern] else { return }
        let isSaid = segments.contains { (try? form.wholeMatch(in: $0.value(at: item.place.path))) != nil }
        guard !isSaid else { return }
        report(item, segments.first ?? anchor(item, instance), nil, block, into: &findings)
    }

    /// Asks about the characters of every text of a block; the first segment with others is told.
    func askAllTexts(
        _ item: ProfilePlan.Item, _ block: borrowing Block, into findings: inout [Finding]
    ) {
        guard holdsToday(item.constraint), let characters = item.characters else { return }
        for index in 0..<block.count {
            let view = block.view(index)
            let element = characters.firstOther(in: view)
            guard element > 0 else { continue }
            let segment = ProfileSegment(
                view, rule: -1, owner: 0, inner: -1, innerInstance: 0,
                position: Int(block[index].location.segmentPosition))
            var path = item.place.path
            path.segment = segment.identifier
            path.element = element
            report(item, segment, nil, at: path, block, into: &findings)
            return
        }
    }

    /// Asks how large the interchange is that ends here.
    func askSize(_ block: borrowing Block, into findings: inout [Finding]) {
        guard let plan, block.count > 0, let first = kept.first(where: { $0.identifier == "ISA" }) else {
            return
        }
        let last = block.view(block.count - 1)
        let bytes = last.byteOffset + last.received.count + 1 - first.location.byteOffset
        for item in plan.items where item.constraint.kind == .size && holdsToday(item.constraint) {
            guard let most = Int(item.constraint.maximum), bytes > most else { continue }
            report(item, first, "\(bytes)", block, into: &findings)
        }
    }
}
