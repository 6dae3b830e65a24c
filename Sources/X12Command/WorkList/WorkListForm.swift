internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Specs
internal import X12Text

/// A work-list as a person reads it, and as a program does.
struct WorkListForm {
    let file: InputFile
    let originals: [String]
    let doubts: AnswerDoubts
    let showsValues: Bool
    let usesColour: Bool

    // MARK: - Text

    /// All entries and a last line that counts.
    func text(_ items: [WorkItem], left: Int, _ list: borrowing WorkListReader) -> String {
        var text = items.map(self.text).joined()
        if left > 0 { text += "\(file.name): \(Figures.plain(left)) more entries are not listed\n" }
        for line in doubts.lines { text += "\(file.name): \(Printable.text(line))\n" }
        return text + "\(file.name): \(lastLine(items.count + left, list))\n"
    }

    private func text(_ item: WorkItem) -> String {
        let line = item.place.line > 0 ? " line \(item.place.line):" : ""
        let codes = item.reasons.map { $0.code.isEmpty ? $0.element : "\($0.element) \($0.code)" }
            .joined(separator: ", ")
        let head = "\(file.name):\(line) \(item.isRejected ? "rejected" : "noted"): "
        var text = bold(head + Printable.text(subject(item)) + why(item)) + " [\(Printable.text(codes))]\n"
        for words in [named(item), place(item), message(item)] where !words.isEmpty {
            text += "   = \(Printable.text(words))\n"
        }
        text += excerpt(item)
        return text + "   = do: \(Printable.text(item.advice))\n"
    }

    private func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// What the entry is about: `NM102 (Entity Type Qualifier)`, `claim PCN0001`.
    private func subject(_ item: WorkItem) -> String {
        let answered = item.answered
        switch item.subject {
        case .interchange: return "interchange \(answered.interchange)"
        case .group: return "group \(answered.group)"
        case .transactionSet: return "\(answered.kind) \(answered.transactionSet) of group \(answered.group)"
        case .segment, .element:
            guard let segment = item.segment else { return "segment" }
            return segment.name.isEmpty ? segment.words : "\(segment.words) (\(segment.name))"
        case .batch: return "all claims of batch \(answered.batch)"
        case .provider: return "all claims of a billing provider"
        case .claim: return "claim \(item.claim)"
        case .serviceLine: return "line \(item.serviceLine) of claim \(item.claim)"
        }
    }

    private func why(_ item: WorkItem) -> String {
        let value = item.badValue.isEmpty ? "" : " is \(shown(item))"
        let words = meanings(item.reasons)
        return words.isEmpty ? value : "\(value): \(Printable.text(words))"
    }

    /// What the codes mean, each said once; statuses of one category share its words.
    private func meanings(_ reasons: [WorkItem.Reason]) -> String {
        var seen: Set<String> = []
        var text = ""
        var category: Substring = ""
        for meaning in reasons.map(\.meaning) where seen.insert(meaning).inserted {
            let colon = meaning.ranges(of: ": ").last?.upperBound ?? meaning.startIndex
            let isSame = colon > meaning.startIndex && meaning[..<colon] == category
            if !text.isEmpty { text += isSame ? ", " : "; " }
            text += isSame ? meaning[colon...] : meaning[...]
            category = meaning[..<colon]
        }
        return text
    }

    /// The value in error, if it may be seen.
    private func shown(_ item: WorkItem) -> String {
        let text = item.badValue
        guard showsValues || isPublic(item) else {
            return text.count == 1 ? "a value of 1 character" : "a value of \(text.count) characters"
        }
        return "'\(Printable.text(text))'"
    }

    /// Whether the value is a code, an amount or a count, which are nobody's own.
    private func isPublic(_ item: WorkItem) -> Bool {
        guard let number = item.segment?.dataElement, let element = X12Specs.dictionary.element(number) else {
            return false
        }
        switch element.type {
        case .identifier: return item.badValue.utf8.count <= element.maximumLength
        case .integer, .decimal, .implied2:
            return item.badValue.utf8.allSatisfy { 0x2B...0x39 ~= $0 || $0 == UInt8(ascii: " ") }
        default: return false
        }
    }

    /// The place in the words of the answer.
    private func named(_ item: WorkItem) -> String {
        var parts: [String] = []
        if let segment = item.segment {
            let loop = segment.loop.isEmpty ? "" : " in loop \(segment.loop)"
            parts.append("segment \(segment.position)\(loop) of set \(item.answered.transactionSet)")
            parts.append("group \(item.answered.group)")
            if !item.claim.isEmpty { parts.append("claim \(item.claim)") }
            // A member's number is a person's.
            let isMember = item.reference.place.contains("NM109") || item.reference.place.contains("REF02")
            if item.claim.isEmpty, !item.reference.number.isEmpty, showsValues || !isMember {
                parts.append("\(item.reference.place) \(item.reference.number)")
            }
        }
        if let amount = item.chargeAmount { parts.append("charge \(Figures.money(amount))") }
        if !item.payerClaim.isEmpty { parts.append("payer's number \(item.payerClaim)") }
        return parts.joined(separator: ", ")
    }

    /// The place in the original.
    private func place(_ item: WorkItem) -> String {
        guard let place = item.original else {
            return originals.isEmpty
                ? "" : "not in \(originals.joined(separator: ", ")): is it the file answered?"
        }
        let isMissing = item.segment?.isMissing == true
        var parts = ["original: \(isMissing ? "behind " : "")line \(place.location.line)"]
        if !place.loop.isEmpty { parts.append("loop \(place.loop) (\(place.loopName))") }
        if !place.claim.isEmpty { parts.append("claim \(place.claim)") }
        if !place.serviceLine.isEmpty { parts.append("service line \(place.serviceLine)") }
        if place.claims > 0 { parts.append(Figures.count(place.claims, "claim")) }
        if let segment = item.segment, !isMissing, segment.identifier != place.segment {
            parts.append("which is a \(place.segment): is it the file answered?")
        }
        if place.candidates > 1 { parts.append("the first of \(place.candidates) places with these numbers") }
        return parts.joined(separator: ", ")
    }

    private func message(_ item: WorkItem) -> String {
        guard !item.message.isEmpty else { return "" }
        return showsValues ? "message: \(item.message)" : "with a message (--show-values prints it)"
    }

    private func excerpt(_ item: WorkItem) -> String {
        guard showsValues, item.segment != nil || item.subject == .serviceLine,
            let excerpt = item.original?.excerpt
        else { return "" }
        let text = excerpt.bytes + excerpt.separators.suffix(1).filter { $0 >= 0x20 }
        return "   | \(Printable.text(String(decoding: text, as: UTF8.self)))\n"
    }

    // MARK: - The last line

    private func lastLine(_ entries: Int, _ list: borrowing WorkListReader) -> String {
        let tally = list.tally
        guard list.answers > 0 else {
            let sets = list.otherSets
            return "no answer in it"
                + (sets > 0 ? ": \(Figures.count(sets, "transaction set")) of another kind" : "")
        }
        var parts: [String] = []
        add("interchange", tally.interchanges, to: &parts)
        add("group", tally.groups, to: &parts)
        add("transaction set", tally.transactionSets, to: &parts)
        add("claim", tally.claims, to: &parts)
        let charges = [("accepted", tally.acceptedCharges), ("rejected", tally.rejectedCharges)]
        if tally.claims.total > 0 {
            let sums = charges.map { "\($0.0) \($0.1.map { Figures.money($0) } ?? "too much")" }
            parts.append("charges \(sums.joined(separator: ", "))")
        }
        let nothing = doubts.isEmpty ? "nothing to do" : "nothing rejected as far as it goes"
        let head = entries == 0 ? nothing : Figures.count(entries, "entry", "entries")
        return ([head] + parts).joined(separator: "; ")
    }

    private func add(_ name: String, _ outcome: AnswerTally.Outcome, to parts: inout [String]) {
        guard outcome.total > 0 else { return }
        var words = ["\(Figures.plain(outcome.accepted)) accepted"]
        if outcome.noted > 0 { words.append("\(Figures.plain(outcome.noted)) with errors noted") }
        if outcome.partly > 0 { words.append("\(Figures.plain(outcome.partly)) in part") }
        if outcome.rejected > 0 { words.append("\(Figures.plain(outcome.rejected)) rejected") }
        parts.append("\(name)s: \(words.joined(separator: ", "))")
    }
}
