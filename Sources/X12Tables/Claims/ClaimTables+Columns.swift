internal import X12Models
internal import X12Text

extension ClaimTables {
    static let claims = Table<ClaimRow>(
        "claims", of: "837P", row: "one claim (2300)",
        [
            .key("claimKey", "the claim; the other tables name it") { $0.key },
            .text("interchangeControlNumber", "ISA13", "the interchange it came in") {
                $0.levels.place.interchangeControlNumber
            },
            .text("transactionSetControlNumber", "ST02", "the transaction set it came in") {
                $0.levels.place.controlNumber
            },
            .text("patientControlNumber", "CLM01", "the provider's number of the claim") {
                $0.claim.patientControlNumber
            },
            .decimal("chargeAmount", "CLM02", "the total charge") { $0.claim.chargeAmount },
            .decimal("patientAmountPaid", "AMT02 of F5", "what the patient has paid already") {
                $0.claim.patientAmountPaid
            },
            .text("placeOfService", "CLM05-1", "where the services took place") { $0.claim.placeOfService },
            .text("claimFrequency", "CLM05-3", "1 new, 7 replacement, 8 void") {
                $0.claim.claimFrequency?.rawValue
            },
            .text("payerClaimControlNumber", "REF02 of F8", "the payer's number of the earlier claim") {
                $0.claim.references?.payerClaimControlNumber
            },
            .text("priorAuthorizationNumber", "REF02 of G1", "the prior authorization") {
                $0.claim.references?.priorAuthorizationNumber
            },
            .text("referralNumber", "REF02 of 9F", "the referral") { $0.claim.references?.referralNumber },
            .list("diagnoses", "HI01 to HI12", "the diagnoses, the principal one first") {
                $0.claim.diagnoses.map { $0.code ?? "" }
            },
            .text("planParticipation", "CLM07", "whether assignment is accepted") {
                $0.claim.planParticipation
            },
            .date("accidentDate", "DTP03 of 439", "the day of the accident") {
                $0.claim.dates?.accident?.firstDay
            },
            .text("billingProviderIdentifier", "2010AA NM109", "the billing provider's NPI") {
                $0.levels.billingProvider?.provider?.identifier
            },
            .text("billingProviderName", "2010AA NM103", "the billing provider") {
                $0.levels.billingProvider?.provider?.lastOrOrganizationName
            },
            .text("billingProviderTaxIdentifier", "2010AA REF02", "the billing provider's tax number") {
                $0.levels.billingProvider?.provider?.taxIdentifier?.value
            },
            .text("renderingProviderIdentifier", "2310B NM109", "who treated, if not the billing provider") {
                $0.claim.renderingProvider?.identifier
            },
            .text("renderingProviderName", "2310B NM103", "the treating provider's name") {
                $0.claim.renderingProvider?.lastOrOrganizationName
            },
            .text("referringProviderIdentifier", "2310A NM109", "who referred, the first one") {
                $0.claim.referringProviders.first?.identifier
            },
            .text("serviceFacilityName", "2310C NM103", "where services took place, if elsewhere") {
                $0.claim.serviceFacility?.organizationName
            },
            .text("payerResponsibility", "SBR01", "P this payer is the first, S the second, T the third") {
                $0.levels.subscriber?.payerResponsibility?.rawValue
            },
            .text("claimFilingIndicator", "SBR09", "the kind of plan") {
                $0.levels.subscriber?.claimFilingIndicator?.rawValue
            },
            .text("payerIdentifier", "2010BB NM109", "the payer's number") {
                $0.levels.subscriber?.payer?.identifier
            },
            .text("payerName", "2010BB NM103", "the payer") { $0.levels.subscriber?.payer?.organizationName },
            .text("groupNumber", "SBR03", "the group or policy") { $0.levels.subscriber?.groupNumber },
            .text("memberIdentifier", "2010BA NM109", "the number on the insurance card") {
                $0.levels.subscriber?.person?.memberIdentifier
            },
            .text("subscriberLastName", "2010BA NM103", "whose insurance it is") {
                $0.levels.subscriber?.person?.lastOrOrganizationName
            },
            .text("subscriberFirstName", "2010BA NM104", "the subscriber's first name") {
                $0.levels.subscriber?.person?.firstName
            },
            .text("relationship", "SBR02 or PAT01", "what the patient is to the subscriber; 18 the same") {
                $0.levels.patient?.relationship?.rawValue ?? $0.levels.subscriber?.relationship?.rawValue
            },
            .text("patientLastName", "2010CA or 2010BA NM103", "the patient") {
                $0.levels.patient.map { $0.person?.lastName }
                    ?? $0.levels.subscriber?.person?.lastOrOrganizationName
            },
            .text("patientFirstName", "2010CA or 2010BA NM104", "the patient's first name") {
                $0.levels.patient.map { $0.person?.firstName } ?? $0.levels.subscriber?.person?.firstName
            },
            .date("patientBirthDate", "2010CA or 2010BA DMG02", "the patient's date of birth") {
                ($0.levels.patient.map { $0.person?.birthDate } ?? $0.levels.subscriber?.person?.birthDate)?
                    .firstDay
            },
            .text("patientGender", "2010CA or 2010BA DMG03", "F, M or U") {
                $0.levels.patient.map { $0.person?.gender } ?? $0.levels.subscriber?.person?.gender
            },
            .text("submitterIdentifier", "1000A NM109", "who sent the claim") {
                $0.levels.header.submitter?.identifier
            },
            .text("receiverIdentifier", "1000B NM109", "who was to receive it") {
                $0.levels.header.receiver?.identifier
            },
            .integer("lineCount", "2400", "how many lines it has, in claim-lines.csv") {
                $0.claim.serviceLines.count
            },
            .integer("otherPayerCount", "2320", "how many other payers it has, in claim-other-payers.csv") {
                $0.claim.otherSubscribers.count
            },
            .integer("unplacedSegments", "", "segments that the model of a claim has no place for") {
                $0.claim.carried.flatMap { $0.segments.isEmpty ? nil : $0.segments.count }
            },
        ])

    static let lines = Table<ClaimLineRow>(
        "claim-lines", of: "837P", row: "one service line of a claim (2400)",
        [
            .key("claimKey", "the claim, in claims.csv") { $0.claim.key },
            .position("line", "the line's place in its claim; other tables name it") { $0.position },
            .integer("number", "LX01", "the line's number as sent") { $0.line.number },
            .text("patientControlNumber", "CLM01", "the provider's number of the claim") {
                $0.claim.claim.patientControlNumber
            },
            .text("lineItemControlNumber", "REF02 of 6R", "the provider's number of the line") {
                $0.line.references?.lineItemControlNumber
            },
            .date("serviceDate", "DTP03 of 472", "the day of the service, or the first") {
                $0.line.serviceDate?.firstDay
            },
            .date("serviceEndDate", "DTP03 of 472", "the day of the service, or the last") {
                $0.line.serviceDate?.lastDay
            },
            .text("procedureQualifier", "SV101-1", "HC: CPT or HCPCS") { $0.line.procedure?.qualifier },
            .text("procedureCode", "SV101-2", "what was done") { $0.line.procedure?.code },
            .list("modifiers", "SV101-3 to 6", "the modifiers") { $0.line.procedure?.modifiers ?? [] },
            .text("procedureDescription", "SV101-7", "what a code without a description stands for") {
                $0.line.procedure?.description
            },
            .decimal("chargeAmount", "SV102", "the charge; the lines add up to the claim's") {
                $0.line.chargeAmount
            },
            .text("unit", "SV103", "UN units, MJ minutes") { $0.line.unit },
            .decimal("unitCount", "SV104", "how many") { $0.line.unitCount },
            .text("placeOfService", "SV105", "where, if not where the claim says") { $0.line.placeOfService },
            .list("diagnosisPointers", "SV107", "positions in the claim's diagnoses") {
                $0.line.diagnosisPointers
            },
            .text("emergencyIndicator", "SV109", "Y: an emergency") { $0.line.emergencyIndicator },
            .text("renderingProviderIdentifier", "2420A NM109", "who treated, if not whom the claim names") {
                $0.line.renderingProvider?.identifier
            },
            .text("drugCode", "2410 LIN03", "the drug's NDC") { $0.line.drug?.code },
            .decimal("drugQuantity", "2410 CTP04", "how much of it") { $0.line.drug?.quantity },
            .text("drugUnit", "2410 CTP05-1", "in which unit") { $0.line.drug?.unit },
        ])

    static let otherPayers = Table<OtherPayerRow>(
        "claim-other-payers", of: "837P", row: "one other payer of a claim (2320)",
        [
            .key("claimKey", "the claim, in claims.csv") { $0.claim.key },
            .position("otherPayer", "the payer's place among the claim's other payers") { $0.position },
            .text("payerResponsibility", "SBR01", "P the first payer, S the second, T the third") {
                $0.subscriber.payerResponsibility?.rawValue
            },
            .text("claimFilingIndicator", "SBR09", "the kind of plan") {
                $0.subscriber.claimFilingIndicator?.rawValue
            },
            .text("payerIdentifier", "2330B NM109", "the payer's number") {
                $0.subscriber.payer?.identifier
            },
            .text("payerName", "2330B NM103", "the payer") { $0.subscriber.payer?.organizationName },
            .text("memberIdentifier", "2330A NM109", "the number on that payer's card") {
                $0.subscriber.person?.memberIdentifier
            },
            .text("groupNumber", "SBR03", "the group or policy") { $0.subscriber.groupNumber },
            .decimal("paidAmount", "AMT02 of D", "what the payer paid for the claim") {
                $0.subscriber.payerPaidAmount
            },
            .decimal("nonCoveredAmount", "AMT02 of A8", "what it does not cover") {
                $0.subscriber.nonCoveredAmount
            },
            .decimal("remainingPatientLiability", "AMT02 of EAF", "what it left to the patient") {
                $0.subscriber.remainingPatientLiability
            },
            .date("paymentDate", "2330B DTP03 of 573", "when it decided") {
                $0.subscriber.payer?.paymentDate?.firstDay
            },
            .text("payerClaimControlNumber", "2330B REF02 of F8", "its number of the claim") {
                $0.subscriber.payer?.payerClaimControlNumber
            },
        ])

    static let otherPayments = Table<OtherPaymentRow>(
        "claim-other-payments", of: "837P", row: "what another payer decided on a line (2430)",
        [
            .key("claimKey", "the claim, in claims.csv") { $0.claim.key },
            .position("line", "the line, in claim-lines.csv") { $0.line },
            .position("payment", "the decision's place among the line's") { $0.position },
            .text("payerIdentifier", "SVD01", "the payer, in claim-other-payers.csv") {
                $0.adjudication.payerIdentifier
            },
            .decimal("paidAmount", "SVD02", "what was paid for the line") { $0.adjudication.paidAmount },
            .text("procedureCode", "SVD03-2", "what was paid for") { $0.adjudication.procedure?.code },
            .list("modifiers", "SVD03-3 to 6", "its modifiers") {
                $0.adjudication.procedure?.modifiers ?? []
            },
            .decimal("paidUnitCount", "SVD05", "how many units were paid") { $0.adjudication.paidUnitCount },
            .integer("bundledLineNumber", "SVD06", "the line that it was bundled into") {
                $0.adjudication.bundledLineNumber
            },
            .date("paymentDate", "DTP03 of 573", "when it was decided") {
                $0.adjudication.paymentDate?.firstDay
            },
            .decimal("remainingPatientLiability", "AMT02 of EAF", "what was left to the patient") {
                $0.adjudication.remainingPatientLiability
            },
        ])

    static let adjustments = Table<OtherAdjustmentRow>(
        "claim-adjustments", of: "837P", row: "one adjustment of another payer (2320 or 2430 CAS)",
        [
            .key("claimKey", "the claim, in claims.csv") { $0.claim.key },
            .position("otherPayer", "the payer of a claim's adjustment, in claim-other-payers.csv") {
                $0.payerPosition
            },
            .position("line", "the line of a line's adjustment, in claim-lines.csv") { $0.line },
            .position("payment", "the decision of a line's adjustment, in claim-other-payments.csv") {
                $0.paymentPosition
            },
            .position("adjustment", "the adjustment's place in its list") { $0.position },
            .text("payerIdentifier", "2330B NM109 or SVD01", "the payer's number") { $0.payerIdentifier },
            .text("group", "CAS01", "who is responsible: CO, CR, OA, PI, PR") { $0.adjustment.group },
            .words("groupName", "CAS01", element: "1033", "the same in words") { [$0.adjustment.group] },
            .text("reason", "CAS02 and on", "why: the claim adjustment reason code") {
                $0.adjustment.reason
            },
            .decimal("amount", "CAS03 and on", "the amount taken off the charge; negative when added") {
                $0.adjustment.amount
            },
            .decimal("quantity", "CAS04 and on", "the units taken off") { $0.adjustment.quantity },
        ])
}
