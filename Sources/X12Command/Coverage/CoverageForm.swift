internal import X12Models
internal import X12Text

/// Answers about coverage as a person reads them, and as a program does.
struct CoverageForm {
    let file: InputFile
    /// Whether benefits are listed.
    let listsBenefits: Bool
    /// The kinds of service that benefits are listed of; empty for all.
    let services: Set<String>
    let usesColour: Bool

    // MARK: - Text

    func text(of answer: CoverageAnswer) -> String {
        var about: [String] = []
        if let member = answer.memberIdentifier {
            about.append(answer.person.isDependent ? "dependent of member \(member)" : "member \(member)")
        }
        if let birth = answer.person.birthDate { about.append("born \(birth)") }
        let name = [answer.person.lastName, answer.person.firstName].compactMap(\.self).joined(
            separator: ", ")
        let head = "\(file.name): \(name.isEmpty ? "somebody without a name" : name)"
        let whom = about.isEmpty ? head : "\(head) (\(about.joined(separator: ", ")))"
        let plans = answer.plans.map { ", \($0)" }.joined()
        let line = "\(Printable.text(whom)): \(Self.words(answer))\(Printable.text(plans))"
        var text = (usesColour ? "\u{1B}[1m\(line)\u{1B}[0m" : line) + "\n"
        if !answer.dates.isEmpty {
            let dates = answer.dates.map { "\($0.label) \(CoverageWords.days($0.period))" }
            text += "   = \(Printable.text(dates.joined(separator: ", ")))\n"
        }
        text += answer.rejections.map(Self.text).joined()
        for benefit in listed(answer) {
            text += "   | \(Printable.text(CoverageWords.text(of: benefit)))\n"
            for message in benefit.messages { text += "   |   \(Printable.text(message))\n" }
        }
        return text
    }

    /// Why whole levels could not be answered for.
    func text(of rejections: [EligibilityRejection]) -> String {
        "\(file.name): not answered\n"
            + rejections.map { Self.text(CoverageAnswer.Rejection($0)) }.joined()
    }

    /// `3 people: 2 active, 1 not answered`
    func lastLine(_ tally: CoverageTally, otherSets: Int) -> String {
        guard tally.people + tally.levels > 0 else {
            let others =
                otherSets > 0 ? ": \(Figures.count(otherSets, "transaction set")) of another kind" : ""
            return "\(file.name): no answer about coverage (271) in it\(others)\n"
        }
        // Active coverage that is not to be relied on is counted apart.
        let doubtful = [(tally.ofOtherDays, "active on other days"), (tally.refused, "active, but refused")]
        var counts = tally.counts
        counts[.active]? -= tally.ofOtherDays + tally.refused
        var parts: [String] = []
        for status in CoverageStatus.allCases {
            if let count = counts[status], count > 0 {
                parts.append("\(Figures.plain(count)) \(Self.words(status))")
            }
            guard status == .active else { continue }
            for (count, words) in doubtful where count > 0 {
                parts.append("\(Figures.plain(count)) \(words)")
            }
        }
        if tally.levels > 0 { parts.append("\(Figures.plain(tally.levels)) not answered as a whole") }
        let people = Figures.count(tally.people, "person", "people")
        return "\(file.name): \(people): \(parts.joined(separator: ", "))\n"
    }

    private static func text(_ rejection: CoverageAnswer.Rejection) -> String {
        let code = rejection.reasonCode.map { " [AAA03 \($0)]" } ?? ""
        let subject = rejection.subject.isEmpty ? "" : " (\(rejection.subject))"
        let reason = rejection.reason ?? "no reason is known here"
        let line = "   = not answered\(subject): \(reason)\(code)"
        return Printable.text(line) + "\n" + (rejection.action.map { "   = do: \($0)\n" } ?? "")
    }

    /// The status, and why it is not to be relied on.
    private static func words(_ answer: CoverageAnswer) -> String {
        var words = words(answer.status)
        switch answer.otherDays {
        case .ended: words += ", but its days have ended"
        case .notBegun: words += ", but its days have not begun"
        case .endBeforeBegin: words += ", but its days end before they begin"
        case nil: break
        }
        let isToldAlready = answer.status == .rejected || answer.status == .untold
        return answer.isRefused && !isToldAlready ? words + ", but the inquiry was refused" : words
    }

    private static func words(_ status: CoverageStatus) -> String {
        switch status {
        case .active: "active"
        case .inactive: "inactive"
        case .divided: "active for some, inactive for others"
        case .rejected: "not answered"
        case .untold: "coverage not told"
        }
    }

    private func listed(_ answer: CoverageAnswer) -> [EligibilityBenefit] {
        guard listsBenefits else { return [] }
        guard !services.isEmpty else { return answer.benefits }
        return answer.benefits.filter { benefit in
            benefit.serviceTypes.isEmpty || benefit.serviceTypes.contains { services.contains($0.rawValue) }
        }
    }

    // MARK: - JSON

    func append(_ answer: CoverageAnswer, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("file", file.path)
        writer.text("lastName", answer.person.lastName)
        writer.text("firstName", answer.person.firstName)
        writer.text("birthDate", answer.person.birthDate?.description)
        writer.text("memberIdentifier", answer.memberIdentifier)
        writer.text("person", answer.person.isDependent ? "dependent" : "subscriber")
        writer.text("traceNumber", answer.person.referencedTrace)
        writer.text("payer", answer.payer)
        writer.text("status", answer.status.rawValue)
        writer.text("otherDays", answer.otherDays?.rawValue)
        if answer.isRefused {
            writer.key("isRefused")
            writer.bool(true)
        }
        writer.list("plans", answer.plans) { plan, writer in writer.string(plan) }
        writer.list("dates", answer.dates) { date, writer in
            writer.beginObject()
            writer.text("qualifier", date.qualifier)
            writer.text("meaning", date.label)
            writer.text("first", date.period.firstDay?.description)
            if case .range(_, let last) = date.period { writer.text("last", last.description) }
            writer.endObject()
        }
        rejections(answer.rejections, &writer)
        writer.list("benefits", listed(answer)) { benefit, writer in
            writer.beginObject()
            writer.text("text", CoverageWords.text(of: benefit))
            writer.list("messages", benefit.messages) { message, writer in writer.string(message) }
            writer.endObject()
        }
        writer.endObject()
        writer.newline()
    }

    /// Why whole levels could not be answered for.
    func append(_ reasons: [EligibilityRejection], to writer: inout JSONWriter) {
        writer.beginObject()
        writer.text("file", file.path)
        writer.text("status", CoverageStatus.rejected.rawValue)
        rejections(reasons.map { CoverageAnswer.Rejection($0) }, &writer)
        writer.endObject()
        writer.newline()
    }

    private func rejections(_ reasons: [CoverageAnswer.Rejection], _ writer: inout JSONWriter) {
        writer.list("rejections", reasons) { rejection, writer in
            writer.beginObject()
            writer.text("subject", rejection.subject)
            writer.text("reasonCode", rejection.reasonCode)
            writer.text("reason", rejection.reason)
            writer.text("actionCode", rejection.actionCode)
            writer.text("action", rejection.action)
            writer.endObject()
        }
    }
}
