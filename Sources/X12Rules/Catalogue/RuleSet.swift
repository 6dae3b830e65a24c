/// The catalogue: every rule of levels 3 to 7 that is checked here.
public enum RuleSet {
    /// The version of the rules as a whole; it changes whenever the same input could give other findings.
    public static let version = "2026.1"

    /// All rules, in the order of their ids.
    public static let all: [Rule] = families.flatMap(\.self).sorted { $0.id < $1.id }

    /// The lists of the families, each of which stands in the file of its family.
    static let families: [[Rule]] = [
        AdjustmentCodeRules.all,
        AmbulanceRules.all, BillingProviderRules.all, ClaimBalanceRules.all, ClaimDateRules.all,
        ClaimRules.all,
        CoordinationBalanceRules.all, CoordinationRules.all, DiagnosisRules.all, IdentifierRules.all,
        LineRules.all,
        MedicalRules.all, MemberRules.all, ProcedureCodeRules.all, ProviderRules.all, SubscriberRules.all,
        SupplyRules.all,
        RemittanceBalanceRules.all, PaymentRules.all, RepeatedRemittanceRules.all, PaymentStatusRules.all,
        ReversalRules.all, PaymentAdjustmentRules.all, ServicePaymentRules.all, ProviderAdjustmentRules.all,
        ComparedPaymentRules.all, ComparedClaimRules.all,
        InquiryRules.all, ResponseRules.all, BenefitRules.all,
        StatusRules.all, BatchRules.all, GroupAnswerRules.all,
    ]

    /// The rule of an id.
    public static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }

    /// Whether there is a rule of an id, be it of the levels below, which the grammar has: those can be set, too.
    public static func knows(_ id: String) -> Bool {
        rule(id) != nil || id.hasPrefix("ENV-") || id.hasPrefix("GDE-") || id == "837P-LX-SEQ"
    }
}
