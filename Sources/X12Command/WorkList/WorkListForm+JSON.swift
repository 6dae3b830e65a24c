internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Models
internal import X12Text

extension WorkListForm {
    /// Appends an object for each entry, and one that counts.
    func appendJSON(_ items: [WorkItem], left: Int, _ tally: AnswerTally, to bytes: inout [UInt8]) {
        var writer = JSONWriter(.compact)
        for item in items {
            append(item, to: &writer)
            writer.newline()
        }
        append(tally, entries: items.count + left, to: &writer)
        writer.newline()
        bytes += writer.bytes
    }

    private func append(_ item: WorkItem, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("file", file.path)
        writer.text("subject", item.subject.rawValue)
        writer.text("status", item.isRejected ? "rejected" : "acceptedWithErrors")
        number("line", item.place.line, &writer)
        writer.text("interchange", item.answered.interchange)
        writer.text("group", item.answered.group)
        writer.text("transactionSet", item.answered.transactionSet)
        writer.text("transactionSetIdentifier", item.answered.kind)
        writer.text("guide", item.answered.guide)
        writer.text("batch", item.answered.batch)
        segment(item, &writer)
        writer.text("claim", item.claim)
        writer.text("payerClaimControlNumber", item.payerClaim)
        writer.text("serviceLine", item.serviceLine)
        if let amount = item.chargeAmount {
            writer.key("chargeAmount")
            writer.decimal(amount)
        }
        reasons(item, &writer)
        if showsValues {
            writer.text("badValue", item.badValue)
            writer.text("reference", item.reference.number)
            writer.text("message", item.message)
        }
        writer.text("advice", item.advice)
        original(item, &writer)
        writer.endObject()
    }

    private func segment(_ item: WorkItem, _ writer: inout JSONWriter) {
        guard let segment = item.segment else { return }
        writer.text("segment", segment.identifier)
        number("segmentPosition", segment.position, &writer)
        writer.text("loop", segment.loop)
        number("element", segment.element, &writer)
        number("component", segment.component, &writer)
        number("repetition", segment.repetition, &writer)
        writer.text("dataElement", segment.dataElement)
        writer.text("name", segment.name)
    }

    private func reasons(_ item: WorkItem, _ writer: inout JSONWriter) {
        writer.key("reasons")
        writer.beginArray()
        for reason in item.reasons {
            writer.beginObject()
            writer.text("element", reason.element)
            writer.text("code", reason.code)
            writer.text("meaning", reason.meaning)
            writer.endObject()
        }
        writer.endArray()
    }

    private func original(_ item: WorkItem, _ writer: inout JSONWriter) {
        guard let place = item.original else { return }
        writer.key("original")
        writer.beginObject()
        number("line", place.location.line, &writer)
        writer.key("byteOffset")
        writer.integer(place.location.byteOffset)
        number("segmentPosition", place.location.segmentPosition, &writer)
        writer.text("segment", place.segment)
        writer.text("loop", place.loop)
        writer.text("claim", place.claim)
        writer.text("serviceLine", place.serviceLine)
        number("claims", place.claims, &writer)
        if place.candidates > 1 { number("candidates", place.candidates, &writer) }
        if showsValues, let excerpt = place.excerpt {
            writer.text("excerpt", String(decoding: excerpt.bytes, as: UTF8.self))
        }
        writer.endObject()
    }

    private func append(_ tally: AnswerTally, entries: Int, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("file", file.path)
        writer.text("type", "result")
        writer.key("entries")
        writer.integer(entries)
        let outcomes: [(StaticString, AnswerTally.Outcome)] = [
            ("interchanges", tally.interchanges), ("groups", tally.groups),
            ("transactionSets", tally.transactionSets), ("claims", tally.claims),
        ]
        for (name, outcome) in outcomes {
            writer.key(name)
            writer.beginObject()
            writer.key("accepted")
            writer.integer(outcome.accepted)
            writer.key("acceptedWithErrors")
            writer.integer(outcome.noted)
            writer.key("acceptedInPart")
            writer.integer(outcome.partly)
            writer.key("rejected")
            writer.integer(outcome.rejected)
            writer.endObject()
        }
        for (name, sum) in [
            ("acceptedCharges" as StaticString, tally.acceptedCharges),
            ("rejectedCharges", tally.rejectedCharges),
        ] {
            guard tally.claims.total > 0, let sum else { continue }
            writer.key(name)
            writer.decimal(sum)
        }
        answered(&writer)
        damage(&writer)
        writer.endObject()
    }

    /// What was answered, and whether it is in the originals.
    private func answered(_ writer: inout JSONWriter) {
        writer.key("answered")
        writer.beginArray()
        for unit in doubts.units {
            writer.beginObject()
            writer.text("subject", unit.item.subject.rawValue)
            writer.text("interchange", unit.item.answered.interchange)
            writer.text("group", unit.item.answered.group)
            writer.text("batch", unit.item.answered.batch)
            if unit.item.subject == .batch {
                writer.key("claims")
                writer.integer(unit.claims)
            }
            if !originals.isEmpty {
                writer.key("isInOriginal")
                writer.bool(unit.item.original != nil)
            }
            if unit.item.subject == .batch, let original = unit.item.original {
                writer.key("claimsInOriginal")
                writer.integer(original.claims)
                writeUnmatched(unit, &writer)
            }
            writer.endObject()
        }
        writer.endArray()
    }

    /// The claims of a batch that answer and original do not agree on, as far as they are named.
    private func writeUnmatched(_ unit: AnsweredUnit, _ writer: inout JSONWriter) {
        if unit.leftOutCount > 0 {
            writer.key("claimsLeftOut")
            writer.integer(unit.leftOutCount)
        }
        let lists: [(name: StaticString, claims: [String])] = [
            ("leftOut", unit.leftOut), ("answeredAgain", unit.answeredAgain), ("unknown", unit.unknown),
            ("recharged", unit.recharged),
        ]
        for list in lists where !list.claims.isEmpty {
            writer.key(list.name)
            writer.beginArray()
            for claim in list.claims { writer.string(claim) }
            writer.endArray()
        }
    }

    /// What is wrong with the answer itself.
    private func damage(_ writer: inout JSONWriter) {
        guard !doubts.damage.isEmpty else { return }
        let renderer = FindingRenderer(file: "")
        writer.key("damage")
        writer.beginArray()
        for finding in doubts.damage {
            writer.beginObject()
            writer.text("rule", finding.rule.id)
            number("line", finding.location.line, &writer)
            writer.text("message", renderer.message(finding))
            writer.endObject()
        }
        writer.endArray()
    }

    private func number(_ name: StaticString, _ value: Int, _ writer: inout JSONWriter) {
        guard value != 0 else { return }
        writer.key(name)
        writer.integer(value)
    }
}
