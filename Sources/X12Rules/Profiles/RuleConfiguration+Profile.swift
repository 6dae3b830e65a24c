public import X12Diagnostics
public import X12Grammar

extension RuleConfiguration {
    /// What a payer's profile sets our own rules to.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` for a setting that is none.
    public init(of profile: PayerProfile) throws(X12Error) {
        self.init()
        try add(text: profile.ruleSettings.joined(separator: "\n"))
    }
}
