internal import X12Diagnostics
internal import X12Grammar
internal import X12Rules

/// The pages of what payers ask for, by its id: `MB-07`.
struct ProfilePages {
    private let library: ProfileLibrary

    /// Pages out of the profiles that can be named.
    init(_ library: ProfileLibrary) { self.library = library }

    /// The page of each profile that asks for something by this id; none where no profile does.
    func pages(_ id: String) -> [String] {
        library.profiles(asking: id).flatMap { profile in
            profile.constraints.filter { $0.id == id }.map { page(of: $0, in: profile) }
        }
    }

    private func page(of constraint: ProfileConstraint, in profile: PayerProfile) -> String {
        var text = "\(constraint.id)  (level 7, asked for by profile \(profile.name): \(profile.title))\n"
        text += RulePage.wrapped("asks", ProfileText.words(constraint))
        if !constraint.message.isEmpty { text += RulePage.wrapped(constraint.severity, constraint.message) }
        if !constraint.hint.isEmpty { text += RulePage.wrapped("do", constraint.hint) }
        if !constraint.report.isEmpty { text += RulePage.wrapped("reported as", constraint.report) }
        let options = followers(of: constraint).map { "--profile \($0)" }
        if !options.isEmpty { text += RulePage.wrapped("asked with", options.joined(separator: ", ")) }
        return text + RulePage.wrapped("source", constraint.source)
    }

    /// The profiles that ask for it, the one that says it and those that build upon it.
    private func followers(of constraint: ProfileConstraint) -> [String] {
        library.names.filter { name in
            let whole = try? library.profile(named: name)
            return whole?.constraints.contains(constraint) == true
        }
    }
}
