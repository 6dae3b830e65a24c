internal import X12Grammar

/// A profile in words.
enum ProfileText {
    /// Name, title, sources, and how files are written.
    static func head(_ profile: PayerProfile) -> String {
        let version = profile.version.isEmpty ? "" : ", version \(profile.version)"
        var lines = ["\(profile.name): \(profile.title) (\(profile.status)\(version))"]
        lines += profile.sources.map { "source: \($0)" }
        lines += profile.routes.map { route in
            let parts = [
                route.receiver.isEmpty ? "" : "receiver \(route.receiver)",
                route.payer.isEmpty ? "" : "payer \(route.payer)",
                route.product.isEmpty ? "" : "plan \(route.product)",
                route.state.isEmpty ? "" : "state \(route.state)",
            ]
            return "for " + parts.filter { !$0.isEmpty }.joined(separator: " and ")
        }
        return (lines + submission(profile)).joined(separator: "\n") + "\n"
    }

    /// How files are written, a line for each thing said.
    static func submission(_ profile: PayerProfile) -> [String] {
        let submission = profile.submission
        let parts = [
            ("receiver", [submission.receiverQualifier, submission.receiver].joined(separator: " ")),
            ("group receiver", submission.groupReceiver),
            ("claims in a set", submission.claimsPerSet > 0 ? "\(submission.claimsPerSet)" : ""),
            ("claims in a file", submission.claimsPerFile > 0 ? "\(submission.claimsPerFile)" : ""),
            ("usage", submission.usage),
            ("delimiters", submission.delimiters), ("line end", submission.lineEnd),
            ("characters", submission.characters), ("case", submission.letterCase),
        ]
        let answers =
            profile.businessAnswer.isEmpty
            ? [] : ["answers by \(profile.businessAnswer) what is found above level 2"]
        return parts.filter { $0.1.contains { $0 != " " } }.map { "writes \($0.0): \($0.1)" } + answers
    }

    /// A constraint on one line.
    static func line(_ constraint: ProfileConstraint) -> String {
        "\(constraint.id) \(constraint.severity): \(words(constraint)) (\(constraint.source))\n"
    }

    /// What a constraint asks for, and when.
    static func words(_ constraint: ProfileConstraint) -> String {
        var text = constraint.kind.rawValue
        if let place = constraint.place { text += " \(place)" }
        if constraint.kind == .compare, let other = constraint.other {
            text += " \(constraint.relation.rawValue) \(other)"
        }
        if !constraint.values.isEmpty { text += " in \(constraint.values.joined(separator: " | "))" }
        if !constraint.extra.isEmpty { text += " and \(constraint.extra)" }
        if let template = constraint.template { text += " says '\(template.words)'" }
        for (name, form) in (constraint.template?.forms ?? [:]).sorted(by: { $0.key < $1.key }) {
            text += ", \(name) in the form \(form)"
        }
        if constraint.kind != .compare, let other = constraint.other { text += " with \(other)" }
        if !constraint.removedValues.isEmpty {
            text += " without \(constraint.removedValues.joined(separator: " | "))"
        }
        if !constraint.minimum.isEmpty { text += " from \(constraint.minimum)" }
        if !constraint.maximum.isEmpty { text += " to \(constraint.maximum)" }
        if !constraint.list.isEmpty { text += " list \(constraint.list)" }
        if [.count, .unique, .same].contains(constraint.kind) { text += " per \(constraint.scope.rawValue)" }
        for condition in constraint.conditions {
            text += condition.isNegated ? " unless" : " when"
            if let place = condition.place { text += " \(place)" }
            if !condition.values.isEmpty { text += " in \(condition.values.joined(separator: " | "))" }
            if !condition.pattern.isEmpty { text += " in the form \(condition.pattern)" }
        }
        if let day = constraint.firstDay { text += " from \(day)" }
        if let day = constraint.lastDay { text += " until \(day)" }
        return text
    }
}
