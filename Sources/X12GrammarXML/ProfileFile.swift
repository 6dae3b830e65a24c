public import X12Diagnostics
public import X12Grammar
internal import X12Text

/// Reads a payer profile from its XML file.
public struct ProfileFile {
    private var attributes = SpecAttributes()
    private var profile = PayerProfile()

    /// The profile of a file; faults with their lines when it is none, a path or regular expression in it cannot be
    /// read, or an id stands twice.
    package static func profile(_ source: SpecSource, schema: String) throws(SpecFaults) -> PayerProfile {
        let tree = try XMLTree(source, schema: schema)
        var file = ProfileFile()
        try tree.read { (root) throws(SpecFaults) in
            file.read(root)
            file.profile.origin = "\(source.path):\(root.line)"
        }
        guard file.attributes.faults.isEmpty else {
            throw SpecFaults(path: source.path, file.attributes.faults)
        }
        return file.profile
    }

    /// Reads a profile of the user's own from a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - schema: the text of the profiles' schema (`X12Specs.profileSchema`).
    /// - Returns: the profile as its file has it, without what it builds upon.
    /// - Throws: ``X12Error/Code/malformedGuide`` with all faults as `file:line: message`, a line each;
    ///   ``X12Error/Code/sourceMissing``, ``X12Error/Code/sourceFailed`` or ``X12Error/Code/limitPassed`` when the file
    ///   cannot be read.
    public static func read(path: String, schema: String) throws(X12Error) -> PayerProfile {
        let source = try SpecSource(path: path)
        do throws(SpecFaults) { return try profile(source, schema: schema) } catch { throw error.error }
    }

    // MARK: - Parts

    private mutating func read(_ root: XMLElement) {
        profile.name = attributes.text("name", of: root)
        if profile.name == "auto" {
            attributes.fault(root, "'auto' is what finds profiles, and the name of none")
        }
        profile.title = attributes.text("title", of: root)
        profile.base = root.attribute("extends") ?? ""
        profile.version = root.attribute("version") ?? ""
        profile.status = attributes.text("status", of: root)
        for element in root.children {
            switch element.name {
            case "source": profile.sources.append(attributes.text("text", of: element))
            case "route":
                var route = ProfileRoute()
                route.receiver = element.attribute("receiver") ?? ""
                route.payer = element.attribute("payer") ?? ""
                route.product = element.attribute("product") ?? ""
                route.state = element.attribute("state") ?? ""
                if route == ProfileRoute() { attributes.fault(element, "the route names nothing") }
                profile.routes.append(route)
            case "submission": submission(element)
            case "remove": profile.removed.append(attributes.text("id", of: element))
            case "answer": profile.businessAnswer = attributes.text("by", of: element)
            case "rule": rule(element)
            default: constraint(element)
            }
        }
    }

    private mutating func rule(_ element: XMLElement) {
        let id = attributes.text("id", of: element)
        if let setting = element.attribute("set") { profile.ruleSettings.append("\(id) \(setting)") }
        if let codes = report(of: element), !codes.isEmpty {
            profile.ruleSettings.append("\(id) report \(codes)")
        } else if element.attribute("set") == nil {
            attributes.fault(element, "the rule '\(id)' is given neither 'set' nor 'report'")
        }
    }

    /// The codes of acknowledgements that an element names; empty when it names none.
    private mutating func report(of element: XMLElement) -> String? {
        guard let text = element.attribute("report") else { return "" }
        if Finding.Acknowledgement(text: text) != nil { return text }
        attributes.fault(element, "'\(text)' are no codes; write them as IK403:I12 A7:562:85")
        return nil
    }

    private mutating func submission(_ element: XMLElement) {
        var submission = ProfileSubmission()
        submission.receiverQualifier = element.attribute("receiver-qualifier") ?? ""
        submission.receiver = element.attribute("receiver") ?? ""
        submission.groupReceiver = element.attribute("group-receiver") ?? ""
        submission.claimsPerSet = attributes.number("claims-per-set", of: element, otherwise: 0)
        submission.claimsPerFile = attributes.number("claims-per-file", of: element, otherwise: 0)
        submission.usage = element.attribute("usage") ?? ""
        submission.delimiters = element.string("delimiters") ?? ""
        submission.lineEnd = element.attribute("line-end") ?? ""
        submission.characters = element.attribute("characters") ?? ""
        submission.letterCase = element.attribute("case") ?? ""
        if profile.submission != ProfileSubmission() {
            attributes.fault(element, "submission stands twice")
        }
        if !submission.delimiters.isEmpty { check(delimiters: submission.delimiters, element) }
        for receiver in [submission.receiver, submission.groupReceiver] where receiver.utf8.count > 15 {
            attributes.fault(element, "'\(receiver)' is longer than a receiver's 15 characters")
        }
        profile.submission = submission
    }

    private mutating func constraint(_ element: XMLElement) {
        var constraint = ProfileConstraint()
        constraint.id = attributes.text("id", of: element)
        constraint.line = element.line
        if profile.constraints.contains(where: { $0.id == constraint.id }) {
            attributes.fault(element, "the id '\(constraint.id)' stands twice")
        }
        guard let kind = ProfileConstraint.Kind(rawValue: element.name) else {
            return attributes.fault(element, "'\(element.name)' is no kind of constraint")
        }
        constraint.kind = kind
        constraint.place = path("at", of: element, isRequired: !kind.isOfWholes)
        constraint.other = path("to", of: element, isRequired: kind == .compare || kind == .level)
        constraint.values = kind == .delimiters ? delimiters(of: element) : words("in", of: element)
        constraint.extra = element.string("also") ?? ""
        constraint.removedValues = words("removed", of: element)
        constraint.minimum = element.attribute("min") ?? ""
        constraint.maximum = element.attribute("max") ?? ""
        constraint.scale = attributes.number("scale", of: element, otherwise: -1)
        constraint.scope = attributes.value("per", of: element, otherwise: .claim)
        constraint.relation = attributes.value("is", of: element, otherwise: .equals)
        constraint.list = element.attribute("list") ?? ""
        constraint.transactionSet = element.attribute("set") ?? "837"
        constraint.severity = element.attribute("severity") ?? (kind == .ignore ? "info" : "error")
        constraint.firstDay = day("from", of: element)
        constraint.lastDay = day("until", of: element)
        if let first = constraint.firstDay, let last = constraint.lastDay, last < first {
            attributes.fault(element, "'until' is before 'from'")
        }
        constraint.message = element.attribute("message") ?? ""
        constraint.hint = element.attribute("hint") ?? ""
        constraint.report = report(of: element) ?? ""
        constraint.source = attributes.text("source", of: element)
        if let text = element.attribute("text") {
            constraint.template = ProfileTemplate(text)
            if constraint.template == nil {
                attributes.fault(element, "'\(text)' is no template; write it as CODE {code}")
            }
        }
        for child in element.children { read(child, into: &constraint) }
        check(constraint, element)
        profile.constraints.append(constraint)
    }

    private mutating func read(_ element: XMLElement, into constraint: inout ProfileConstraint) {
        if element.name == "form" {
            if constraint.kind != .match {
                attributes.fault(element, "\(constraint.kind.rawValue) takes no form; match does")
            }
            constraint.values.append(attributes.text("pattern", of: element))
            return
        }
        if element.name == "field" { return field(element, of: &constraint) }
        var condition = ProfileCondition()
        condition.place = path("at", of: element, isRequired: true)
        condition.values = words("in", of: element)
        condition.pattern = element.attribute("form") ?? ""
        if !condition.pattern.isEmpty, (try? Regex(condition.pattern)) == nil {
            attributes.fault(element, "'\(condition.pattern)' is no regular expression")
        }
        condition.isNegated = element.name == "unless"
        constraint.conditions.append(condition)
    }

    /// What a field of a template looks like.
    private mutating func field(_ element: XMLElement, of constraint: inout ProfileConstraint) {
        let name = attributes.text("name", of: element)
        let pattern = attributes.text("pattern", of: element)
        if constraint.template?.fields.contains(name) != true {
            attributes.fault(element, "the template has no field '\(name)'")
        }
        if (try? Regex(pattern)) == nil { attributes.fault(element, "'\(pattern)' is no regular expression") }
        constraint.template?.forms[name] = pattern
    }

    private mutating func check(_ constraint: ProfileConstraint, _ element: XMLElement) {
        switch constraint.kind {
        case .value, .exclude, .delimiters:
            if constraint.values.isEmpty { attributes.fault(element, "\(element.name) names no values (in)") }
        case .match:
            for pattern in constraint.values where (try? Regex(pattern)) == nil {
                attributes.fault(element, "'\(pattern)' is no regular expression")
            }
            if constraint.values.isEmpty, constraint.minimum.isEmpty, constraint.maximum.isEmpty {
                attributes.fault(element, "match has no form, min or max")
            }
        case .characters, .lineEnd, .level:
            let allowed = constraint.kind.allowedValues
            if constraint.values.isEmpty { attributes.fault(element, "\(element.name) names no values (in)") }
            for value in constraint.values where !allowed.contains(value) {
                attributes.fault(
                    element,
                    "'\(value)' is not known; \(element.name) takes \(allowed.joined(separator: ", "))")
            }
        case .template:
            if constraint.template == nil { attributes.fault(element, "template has no words (text)") }
        case .size:
            if constraint.maximum.isEmpty {
                attributes.fault(element, "size has no number of bytes (max)")
            }
        case .number:
            if constraint.minimum.isEmpty, constraint.maximum.isEmpty, constraint.scale < 0 {
                attributes.fault(element, "number has no min, max or scale")
            }
        case .count, .date:
            if constraint.minimum.isEmpty, constraint.maximum.isEmpty {
                attributes.fault(element, "\(element.name) has no min or max")
            }
        case .code, .lookup:
            if constraint.list.isEmpty { attributes.fault(element, "\(element.name) names no list") }
        case .require, .forbid, .ignore, .compare, .unique, .same: break
        }
        checkLimits(constraint, element)
    }

    /// That the least and the most are numbers, whole ones but for `number`, and the right way round.
    private mutating func checkLimits(_ constraint: ProfileConstraint, _ element: XMLElement) {
        let limits = [constraint.minimum, constraint.maximum].map { text -> ExactDecimal? in
            guard !text.isEmpty else { return nil }
            let number = ExactDecimal(text)
            let isNumber = constraint.kind == .number ? number != nil : Int(text) != nil
            if !isNumber {
                let kind = constraint.kind == .number ? "a number" : "a whole number"
                attributes.fault(element, "'\(text)' is not \(kind)")
            }
            return number
        }
        guard constraint.kind != .date, let least = limits[0], let most = limits[1], most < least else {
            return
        }
        attributes.fault(element, "max is less than min")
    }

    // MARK: - Delimiters

    /// The delimiters between bars, four characters each, a bar perhaps among them.
    private mutating func delimiters(of element: XMLElement) -> [String] {
        var rest = Array(element.string("in") ?? "")[...]
        var found: [String] = []
        while !rest.isEmpty {
            let four = String(rest.prefix(4))
            check(delimiters: four, element)
            found.append(four)
            rest = rest.dropFirst(4)
            guard let bar = rest.popFirst() else { break }
            if bar != "|" || rest.isEmpty {
                attributes.fault(
                    element, "delimiters are four characters each, a bar between them: *:^~|*>^~")
                break
            }
        }
        return found
    }

    private mutating func check(delimiters: String, _ element: XMLElement) {
        let bytes = Array(delimiters.utf8)
        // A point and a hyphen stand in amounts and dates; a line end may be a terminator.
        let areSigns = bytes.enumerated().allSatisfy { place, byte in
            let character = Character(UnicodeScalar(byte))
            let isSign = byte > 0x20 && byte < 0x7F && !character.isLetter && !character.isNumber
            return isSign && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".")
                || place == 3 && byte == 0x0A
        }
        if bytes.count == 4, Set(bytes).count == 4, areSigns { return }
        attributes.fault(
            element, "'\(delimiters)' are no delimiters: four signs, each another, in the order *:^~")
    }

    // MARK: - Attributes

    private mutating func path(_ name: String, of element: XMLElement, isRequired: Bool) -> ProfilePath? {
        guard let text = element.attribute(name) else {
            if isRequired { attributes.fault(element, "\(element.name) has no attribute '\(name)'") }
            return nil
        }
        if let path = ProfilePath(text) { return path }
        attributes.fault(element, "'\(text)' is no place; write it as 2010BB/NM1[PR].09")
        return nil
    }

    private mutating func day(_ name: String, of element: XMLElement) -> CalendarDate? {
        guard let text = element.attribute(name) else { return nil }
        if let day = CalendarDate(iso: text) { return day }
        attributes.fault(element, "\(name) '\(text)' is not a day; write it as 2026-01-31")
        return nil
    }

    private func words(_ name: String, of element: XMLElement) -> [String] {
        element.attribute(name)?.split(separator: "|").map { word in
            word.split(separator: " ").joined(separator: " ")
        } ?? []
    }
}
