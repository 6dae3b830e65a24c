package import X12Diagnostics
public import X12Grammar

/// Whose demands an input is checked for at level 7.
public enum ProfileChoice: Sendable {
    /// Nobody's.
    case none
    /// Those of whatever payers its receivers and payers are routed to.
    case routed(ProfileLibrary)
    /// One payer's; the profile with all that it builds upon (``ProfileLibrary/profile(named:)``).
    case named(PayerProfile)

    /// Whether a constraint of this id is, or may be, asked.
    package func asks(_ id: String) -> Bool {
        switch self {
        case .none: false
        case .routed(let library): !library.profiles(asking: id).isEmpty
        case .named(let profile): profile.constraints.contains { $0.id == id }
        }
    }
}

extension RuleConfiguration {
    /// Takes over what a named profile sets our own rules to, of rules that this says nothing about.
    ///
    /// - Throws: ``X12Diagnostics/X12Error/Code/malformedSetting`` for a setting that is none.
    package mutating func follow(_ choice: ProfileChoice) throws(X12Error) {
        guard case .named(let profile) = choice else { return }
        yield(to: try RuleConfiguration(of: profile))
    }
}
