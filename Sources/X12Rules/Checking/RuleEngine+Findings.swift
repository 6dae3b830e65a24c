public import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Parser
internal import X12Text

/// From what checks found to findings: places, and what only follows from something else.
extension RuleEngine {
    /// Appends what was found on a part, in the order of the catalogue.
    ///
    /// - Parameters:
    ///   - found: what checks put down.
    ///   - type: what kind of part they looked at.
    ///   - block: the block it was read from.
    ///   - prefix: what leads to the part in JSON.
    ///   - findings: takes them; holds what levels 1 and 2 found in the block.
    ///   - lineNumber: the number that a service line was sent with (LX01), by its index.
    mutating func report<Part: BlockPart>(
        _ found: RuleFindings, on type: Part.Type, _ block: borrowing Block, _ prefix: String,
        into findings: inout [Finding], lineNumber: (Int) -> Int? = { _ in nil }
    ) {
        guard block.count > 0, !found.isEmpty else { return }
        chart = nil
        defer { chart = nil }
        // What is reported at a place kept earlier comes before a new place takes it over.
        append(found, type, block, prefix, into: &findings, lineNumber)
        if notesPayments { note(found.payments) }
        guard !found.kept.isEmpty else { return }
        let spoken = EarlierFindings(findings, in: block).rules
        for kept in found.kept {
            // What was said here already is not said again later on.
            let isSilent = rules[kept.rule].silentAfter.contains { spoken.contains($0) }
            keep(kept, type, block, prefix, isSilent: isSilent)
        }
    }

    /// Notes payments, each with the place that was kept of it.
    private mutating func note(_ found: [RuleFindings.Payment]) {
        for payment in found {
            guard let spot = kept[KeptPlace(rule: payment.rule, slot: 0)] else { continue }
            payments.append(
                NotedPayment(
                    key: payment.key, content: payment.content, location: spot.location,
                    context: spot.surroundings.words, trace: spot.value, path: spot.path))
        }
    }

    private mutating func append<Part: BlockPart>(
        _ found: RuleFindings, _ type: Part.Type, _ block: borrowing Block, _ prefix: String,
        into findings: inout [Finding], _ lineNumber: (Int) -> Int?
    ) {
        guard !found.entries.isEmpty else { return }
        var earlier = EarlierFindings(findings, in: block)
        let spoken = earlier.rules.union(found.entries.map { rules[$0.rule].id })
        var bound = FindingBound(findings)
        for entry in found.entries {
            let rule = rules[entry.rule]
            if rule.silentAfter.contains(where: { spoken.contains($0) }) { continue }
            if earlier.takesAway(from: rule, entry.rule, in: block) { continue }
            guard var finding = finding(entry, rule, Part.self, block), !earlier.spoil(finding) else {
                continue
            }
            if !entry.isAtKept { finding.path = Self.joined(prefix, entry.path) }
            if let index = Self.lineIndex(entry.path) { finding.serviceLine = lineNumber(index) ?? index + 1 }
            findings.append(finding)
            bound.hold(&findings)
        }
        bound.end(&findings)
    }

    private mutating func finding<Part: BlockPart>(
        _ entry: RuleFindings.Entry, _ rule: Rule, _ type: Part.Type, _ block: borrowing Block
    ) -> Finding? {
        var fault = rule.faults.first { $0.name == entry.fault } ?? rule.faults[0]
        if let severity = configuration.severities[rule.id] { fault = fault.with(severity: severity) }
        let known: Spot?
        if let slot = entry.slot {
            known = kept[KeptPlace(rule: entry.rule, slot: slot)]
        } else {
            known = spot(of: entry.path, type, block)
        }
        guard let spot = known else { return nil }
        var finding = Finding(
            fault.finding.about(spot.entity), at: spot.location, in: spot.surroundings.words,
            found: entry.found ?? spot.value, expected: entry.expected, detail: entry.detail)
        finding.path = spot.path
        if !entry.trigger.isEmpty, let trigger = self.spot(of: entry.trigger, type, block) {
            let words = trigger.surroundings.words
            finding.trigger = Finding.Trigger(at: trigger.location, segment: words.segment, loop: words.loop)
        }
        return finding
    }

    /// Keeps a place for a rule that will come back to it; none where the rule is to be silent then.
    private mutating func keep<Part: BlockPart>(
        _ asked: RuleFindings.Kept, _ type: Part.Type, _ block: borrowing Block, _ prefix: String,
        isSilent: Bool
    ) {
        var spot = isSilent ? nil : spot(of: asked.path, type, block)
        spot?.path = Self.joined(prefix, asked.path)
        kept[KeptPlace(rule: asked.rule, slot: asked.slot)] = spot
    }

    private mutating func spot<Part: BlockPart>(
        of path: String, _ type: Part.Type, _ block: borrowing Block
    ) -> Spot? {
        guard let guide = block.shared, let place = parts.place(of: path, in: type, block, &chart)
        else { return nil }
        let location = block[place.segment].location.at(
            element: place.element, component: place.component, repetition: place.repetition)
        return Spot(
            location: location, surroundings: self.place.surroundings(of: place, in: block, guide),
            entity: Self.entity(around: place.segment, in: block),
            value: Self.value(at: location, of: block.view(place.segment)))
    }

    /// The value that stands at a place in a segment, if one was sent there.
    ///
    /// Nobody says here what kind of value it is, so it is printed only when values are asked for.
    private static func value(at location: Location, of segment: SegmentView) -> Fact? {
        guard location.element > 0 else { return nil }
        let element = segment.element(location.element).repetition(max(location.repetition, 1))
        let text =
            location.component > 0 ? element.component(location.component).string : element.bytes.string
        return text.isEmpty ? nil : .text(text)
    }

    /// The path of a property below a part; of the part itself when it is empty.
    private static func joined(_ prefix: String, _ path: String) -> String {
        path.isEmpty ? String(prefix.dropLast()) : prefix + path
    }

    /// Who the loop around a segment is about: what the NM1 that opens it says (NM101).
    private static func entity(around index: Int, in block: borrowing Block) -> String {
        let own = block[index].placement
        // Loops that NM1 opens are short: its opener is near.
        guard let guide = block.guide, own.rule >= 0,
            let first = guide.loops[guide.segments[Int(own.rule)].loop].segments.first,
            guide.segments[first].identifier == "NM1"
        else { return "" }
        for opener in (0...index).reversed() {
            let placement = block[opener].placement
            guard placement.loopInstance == own.loopInstance, placement.remarks.contains(.opensLoop) else {
                continue
            }
            return block.view(opener).identifier == "NM1" ? block.view(opener)[1].string : ""
        }
        return ""
    }

    /// The index of the service line that a path leads into.
    private static func lineIndex(_ path: String) -> Int? {
        guard path.hasPrefix("serviceLines[") else { return nil }
        return Int(path.dropFirst("serviceLines[".count).prefix { $0 != "]" })
    }
}

/// Which place an accumulated rule keeps: the rule's index, and which of its places.
struct KeptPlace: Hashable {
    var rule: Int
    var slot: Int
}

/// A place that a finding can stand at, whatever block is being looked at.
struct Spot {
    var location: Location
    var surroundings: Surroundings
    /// Who the loop is about (NM101).
    var entity = ""
    /// What stands there.
    var value: Fact?
    var path = ""
}

extension Finding.Rule {
    /// The rule with the entity in place of `*` in what a 277CA says.
    fileprivate func about(_ entity: String) -> Finding.Rule {
        guard acknowledgement.statuses.contains(where: { $0.entity == "*" }) else { return self }
        var acknowledgement = acknowledgement
        for index in acknowledgement.statuses.indices where acknowledgement.statuses[index].entity == "*" {
            acknowledgement.statuses[index].entity = entity
        }
        return Finding.Rule(
            id, level: level, severity, wording, help: help, acknowledgement: acknowledgement)
    }
}

extension RuleConfiguration {
    /// A finding as it counts here: `nil` when its rule is off, and with the severity and codes that are set for it.
    ///
    /// Fatal findings stay as they are.
    public func adjusted(_ finding: Finding) -> Finding? {
        let rule = finding.rule
        if rule.severity == .fatal { return finding }
        if rule.level > highestLevel || disabled.contains(rule.id) { return nil }
        let severity = severities[rule.id] ?? rule.severity
        let report = reports[rule.id] ?? rule.acknowledgement
        guard severity != rule.severity || report != rule.acknowledgement else { return finding }
        return finding.with(
            rule: Finding.Rule(
                rule.id, level: rule.level, severity, rule.wording, help: rule.help, acknowledgement: report))
    }
}
