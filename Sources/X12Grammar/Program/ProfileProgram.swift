public import X12Diagnostics
internal import X12Text

/// The compact form in which payer profiles are compiled into a binary.
public enum ProfileProgram {
    static let kind = "x12-profiles-2"

    /// The program of profiles.
    public static func encode(_ profiles: [PayerProfile]) -> String {
        var writer = ProgramWriter()
        writer.write(profiles) { $0.write($1) }
        return writer.program(kind)
    }

    /// The profiles of a program; throws `malformedGuide` when the text is no such program.
    public static func decode(_ program: String) throws(X12Error) -> [PayerProfile] {
        try decode(Array(program.utf8))
    }

    /// The profiles of a program that was compiled into the binary; throws `malformedGuide`.
    public static func decode(_ program: StaticString) throws(X12Error) -> [PayerProfile] {
        try decode(program.withUTF8Buffer { Array($0) })
    }

    private static func decode(_ bytes: [UInt8]) throws(X12Error) -> [PayerProfile] {
        var reader = try ProgramReader(bytes, kind: kind)
        let profiles = try reader.list { (reader) throws(X12Error) in try reader.profile() }
        try reader.finish()
        return profiles
    }
}

extension ProgramWriter {
    fileprivate mutating func write(_ profile: PayerProfile) {
        for text in [profile.name, profile.title, profile.base, profile.version, profile.status] {
            write(text)
        }
        write(profile.sources) { $0.write($1) }
        write(profile.routes) { writer, route in
            writer.write(route.receiver)
            writer.write(route.payer)
            writer.write(route.product)
            writer.write(route.state)
        }
        let submission = profile.submission
        for text in [submission.receiverQualifier, submission.receiver, submission.groupReceiver] {
            write(text)
        }
        write(submission.claimsPerSet)
        write(submission.claimsPerFile)
        for text in [
            submission.usage, submission.delimiters, submission.lineEnd, submission.characters,
            submission.letterCase,
        ] {
            write(text)
        }
        write(profile.constraints) { $0.write($1) }
        write(profile.removed) { $0.write($1) }
        write(profile.ruleSettings) { $0.write($1) }
        write(profile.businessAnswer)
    }

    private mutating func write(_ constraint: ProfileConstraint) {
        write(constraint.id)
        write(constraint.kind.rawValue)
        write(constraint.place?.description ?? "")
        write(constraint.other?.description ?? "")
        write(constraint.values) { $0.write($1) }
        write(constraint.extra)
        write(constraint.template?.text ?? "")
        write((constraint.template?.forms ?? [:]).sorted { $0.key < $1.key }) { writer, form in
            writer.write(form.key)
            writer.write(form.value)
        }
        write(constraint.removedValues) { $0.write($1) }
        write(constraint.minimum)
        write(constraint.maximum)
        write(constraint.scale + 1)
        write(constraint.scope.rawValue)
        write(constraint.relation.rawValue)
        for text in [constraint.list, constraint.transactionSet, constraint.severity] { write(text) }
        write(constraint.firstDay?.description ?? "")
        write(constraint.lastDay?.description ?? "")
        write(constraint.conditions) { writer, condition in
            writer.write(condition.place?.description ?? "")
            writer.write(condition.values) { $0.write($1) }
            writer.write(condition.pattern)
            writer.write(condition.isNegated ? 1 : 0)
        }
        for text in [constraint.message, constraint.hint, constraint.report, constraint.source] {
            write(text)
        }
        write(constraint.line)
    }
}

extension ProgramReader {
    fileprivate mutating func texts() throws(X12Error) -> [String] {
        try list { (reader) throws(X12Error) in try reader.text() }
    }

    fileprivate mutating func profile() throws(X12Error) -> PayerProfile {
        var profile = PayerProfile()
        profile.name = try text()
        profile.title = try text()
        profile.base = try text()
        profile.version = try text()
        profile.status = try text()
        profile.sources = try texts()
        profile.routes = try list { (reader) throws(X12Error) in
            var route = ProfileRoute()
            route.receiver = try reader.text()
            route.payer = try reader.text()
            route.product = try reader.text()
            route.state = try reader.text()
            return route
        }
        profile.submission.receiverQualifier = try text()
        profile.submission.receiver = try text()
        profile.submission.groupReceiver = try text()
        profile.submission.claimsPerSet = try number()
        profile.submission.claimsPerFile = try number()
        profile.submission.usage = try text()
        profile.submission.delimiters = try text()
        profile.submission.lineEnd = try text()
        profile.submission.characters = try text()
        profile.submission.letterCase = try text()
        profile.constraints = try list { (reader) throws(X12Error) in try reader.constraint() }
        profile.removed = try texts()
        profile.ruleSettings = try texts()
        profile.businessAnswer = try text()
        return profile
    }

    private mutating func template() throws(X12Error) -> ProfileTemplate? {
        let words = try text()
        let forms = try list { (reader) throws(X12Error) in (try reader.text(), try reader.text()) }
        return ProfileTemplate(words, forms: Dictionary(forms) { first, _ in first })
    }

    private mutating func constraint() throws(X12Error) -> ProfileConstraint {
        var constraint = ProfileConstraint()
        constraint.id = try text()
        constraint.kind = try value(ProfileConstraint.Kind.self)
        constraint.place = ProfilePath(try text())
        constraint.other = ProfilePath(try text())
        constraint.values = try texts()
        constraint.extra = try text()
        constraint.template = try template()
        constraint.removedValues = try texts()
        constraint.minimum = try text()
        constraint.maximum = try text()
        constraint.scale = try number() - 1
        constraint.scope = try value(ProfileConstraint.Scope.self)
        constraint.relation = try value(ProfileConstraint.Relation.self)
        constraint.list = try text()
        constraint.transactionSet = try text()
        constraint.severity = try text()
        constraint.firstDay = CalendarDate(iso: try text())
        constraint.lastDay = CalendarDate(iso: try text())
        constraint.conditions = try list { (reader) throws(X12Error) in
            var condition = ProfileCondition()
            condition.place = ProfilePath(try reader.text())
            condition.values = try reader.texts()
            condition.pattern = try reader.text()
            condition.isNegated = try reader.number() == 1
            return condition
        }
        constraint.message = try text()
        constraint.hint = try text()
        constraint.report = try text()
        constraint.source = try text()
        constraint.line = try number()
        return constraint
    }
}
