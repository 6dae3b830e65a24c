/// The catalogue: every rule of levels 3 to 7 that is checked here.
public enum RuleSet {
    /// The version of the rules as a whole: the year of the release that brought it, and a number that rises within the year.
    ///
    /// Two results that name the same version, of the same input by the same options and code lists, have the same findings
    /// of levels 3 to 7. It is raised by the first change after a release by which an input could get other findings (a rule
    /// more or less, a severity, a check, a window of what is remembered), and then stays until the next release. A release
    /// names it in the heading of the changelog; `RuleSetVersionTests` sees to it that no change goes out under a version
    /// that was released.
    public static let version = "2026.1"

    /// All rules, in the order of their ids.
    public static let all: [Rule] = families.flatMap(\.self).sorted { $0.id < $1.id }

    /// The lists of the families, each of which stands in the file of its family.
    static let families: [[Rule]] = [
        AdjustmentCodeRules.all, CombinationRules.all,
        AmbulanceRules.all, BillingProviderRules.all, ClaimBalanceRules.all, ClaimDateRules.all,
        ClaimRules.all,
        CoordinationBalanceRules.all, CoordinationRules.all, DiagnosisRules.all, IdentifierRules.all,
        LineRules.all,
        MedicalRules.all, MemberRules.all, ProcedureCodeRules.all, ProviderRules.all, SubscriberRules.all,
        SupplyRules.all, RelatedCauseRules.all,
        RemittanceBalanceRules.all, PaymentRules.all, RepeatedRemittanceRules.all, PaymentStatusRules.all,
        ReversalRules.all, PaymentAdjustmentRules.all, ServicePaymentRules.all, ProviderAdjustmentRules.all,
        ComparedPaymentRules.all, ComparedClaimRules.all, EarlierPaymentRules.all,
        InquiryRules.all, ResponseRules.all, BenefitRules.all, CoverageRules.all, ComparedAnswerRules.all,
        StatusRules.all, BatchRules.all, GroupAnswerRules.all,
    ]

    /// The rule of an id.
    public static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }

    /// Whether there is a rule of an id, be it of the levels below, which the grammar has: those can be set, too.
    public static func knows(_ id: String) -> Bool {
        rule(id) != nil || id.hasPrefix("ENV-") || id.hasPrefix("GDE-") || id == "837P-LX-SEQ"
    }
}
