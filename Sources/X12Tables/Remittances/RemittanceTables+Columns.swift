internal import X12Models
internal import X12Text

extension RemittanceTables {
    static let payments = Table<PaymentRow>(
        "payments", of: "835", row: "one remittance (ST to SE): a check, a transfer, or no payment",
        [
            .key("paymentKey", "the remittance; the other tables name it") { $0.place.key },
            .text("interchangeControlNumber", "ISA13", "the interchange it came in") {
                $0.place.interchangeControlNumber
            },
            .text("transactionSetControlNumber", "ST02", "the transaction set it came in") {
                $0.place.controlNumber
            },
            .text("traceNumber", "TRN02", "the number of the check or transfer") { $0.header.trace.number },
            .date("date", "BPR16", "the day of the check or transfer") { $0.header.payment.date },
            .decimal("amount", "BPR02", "the total paid") { $0.header.payment.amount },
            .text("creditOrDebit", "BPR03", "C paid to the payee, D taken") {
                $0.header.payment.creditOrDebit
            },
            .text("handling", "BPR01", "whether money and remittance travel together") {
                $0.header.payment.handling?.rawValue
            },
            .text("method", "BPR04", "ACH transfer, CHK check, NON no payment") {
                $0.header.payment.method?.rawValue
            },
            .words("methodName", "BPR04", element: "591", "the same in words") {
                [$0.header.payment.method?.rawValue]
            },
            .text("payerName", "1000A N102", "who pays") { $0.header.payer.name },
            .text("payerIdentifier", "TRN03", "1 and the payer's tax number") {
                $0.header.trace.payerIdentifier
            },
            .text("payeeName", "1000B N102", "who is paid") { $0.header.payee.name },
            .text("payeeIdentifierQualifier", "1000B N103", "XX an NPI, FI a tax number") {
                $0.header.payee.identifierQualifier
            },
            .text("payeeIdentifier", "1000B N104", "the payee's number") { $0.header.payee.identifier },
            .date("productionDate", "DTM02 of 405", "the last day of the payer's run") {
                $0.header.productionDate
            },
            .text("currency", "CUR02", "the currency of all amounts; empty is US dollars") {
                $0.header.currency
            },
            .text("repeats", "", "the payment of this run that is the same and came first: post one of them")
            {
                $0.repeats
            },
            .text("payeeTaxIdentifier", "1000B REF02 of TJ, or N104 of FI", "the payee's tax number") {
                $0.payeeTaxIdentifier
            },
            .text("payerPhone", "PER04 of CX or BL", "whom to call about it") { $0.payerPhone },
        ])

    static let claims = Table<ClaimPaymentRow>(
        "claim-payments", of: "835", row: "what was paid for one claim (2100)",
        [
            .key("claimPaymentKey", "the claim's payment; the other tables name it") { $0.key },
            .key("paymentKey", "the remittance, in payments.csv") { $0.payment.place.key },
            .text("traceNumber", "TRN02", "the number of the check or transfer") {
                $0.payment.header.trace.number
            },
            .text(
                "kind", "CLP02",
                "payment; reversal of an earlier one (CLP02 is 22); correction, after a reversal of the same claim"
            ) { $0.kind.rawValue },
            .text("patientControlNumber", "CLP01", "the provider's number of the claim") {
                $0.claim.patientControlNumber
            },
            .text("status", "CLP02", "how the payer dealt with the claim") { $0.claim.status?.rawValue },
            .words("statusName", "CLP02", element: "1029", "the same in words") {
                [$0.claim.status?.rawValue]
            },
            .decimal("chargeAmount", "CLP03", "what was charged; negative in a reversal") {
                $0.claim.chargeAmount
            },
            .decimal("paymentAmount", "CLP04", "what was paid; negative in a reversal") {
                $0.claim.paymentAmount
            },
            .decimal("patientResponsibilityAmount", "CLP05", "what the patient owes") {
                $0.claim.patientResponsibilityAmount
            },
            .text("claimFilingIndicator", "CLP06", "the kind of plan") {
                $0.claim.claimFilingIndicator?.rawValue
            },
            .text("payerClaimControlNumber", "CLP07", "the payer's number of the claim") {
                $0.claim.payerClaimControlNumber
            },
            .text("facilityType", "CLP08", "place of service, or kind of facility") {
                $0.claim.facilityType
            },
            .text("claimFrequency", "CLP09", "1 new, 7 replacement, 8 void") {
                $0.claim.claimFrequency?.rawValue
            },
            .text("patientLastName", "NM103 of QC", "the patient") { $0.claim.patient.lastName },
            .text("patientFirstName", "NM104 of QC", "the patient's first name") {
                $0.claim.patient.firstName
            },
            .text("patientIdentifier", "NM109 of QC", "the number on the insurance card") {
                $0.claim.patient.identifier
            },
            .text("insuredLastName", "NM103 of IL", "the insured, if not the patient") {
                $0.claim.insured?.lastOrOrganizationName
            },
            .text("insuredIdentifier", "NM109 of IL", "the insured's number") {
                $0.claim.insured?.identifier
            },
            .text("correctedIdentifier", "NM109 of 74", "the member's number as the payer corrected it") {
                $0.claim.correctedInsured?.identifier
            },
            .text("renderingProviderIdentifier", "NM109 of 82", "who gave the service, if not the payee") {
                $0.claim.renderingProvider?.identifier
            },
            .text("crossoverCarrierName", "NM103 of TT", "to whom the payer sent the claim on") {
                $0.claim.crossoverCarrier?.organizationName
            },
            .text("priorityPayerName", "NM103 of PR", "who should have been billed before") {
                $0.claim.correctedPriorityPayer?.organizationName
            },
            .date("statementFromDate", "DTM02 of 232", "the first day of the claim's services") {
                $0.claim.statementFromDate
            },
            .date("statementToDate", "DTM02 of 233", "the last day of the claim's services") {
                $0.claim.statementToDate
            },
            .date("receivedDate", "DTM02 of 050", "when the payer received the claim") {
                $0.claim.receivedDate
            },
            .date("coverageExpirationDate", "DTM02 of 036", "when coverage ended") {
                $0.claim.coverageExpirationDate
            },
            .list("remarkCodes", "MIA, MOA", "remark codes of the claim") {
                ($0.claim.inpatientAdjudication?.remarkCodes ?? [])
                    + ($0.claim.outpatientAdjudication?.remarkCodes ?? []).filter { !$0.isEmpty }
            },
            .decimal("coveredAmount", "AMT02 of AU", "the amount that coverage extends to") {
                $0.claim.supplementalAmounts.amount(of: "AU")
            },
            .decimal(
                "interestAmount", "AMT02 of I", "interest, all of it, which is paid by a provider adjustment"
            ) { $0.claim.supplementalAmounts.sum(of: "I") },
            .text("groupProviderIdentifier", "TS301", "the provider of the claim's group") {
                $0.group?.providerSummary?.providerIdentifier
            },
            .integer("lineCount", "2110", "how many lines it has, in payment-lines.csv") {
                $0.claim.serviceLines.count
            },
            .integer("unplacedSegments", "", "segments that the model of a payment has no place for") {
                $0.claim.carried.flatMap { $0.segments.isEmpty ? nil : $0.segments.count }
            },
            .text("medicalRecordNumber", "REF02 of EA", "the provider's number of the patient's record") {
                $0.claim.identifiers.value(of: "EA")
            },
            .text("contractClass", "REF02 of CE", "the contract by which it was priced") {
                $0.claim.identifiers.value(of: "CE")
            },
            .text("priorAuthorizationNumber", "REF02 of G1", "the prior authorization") {
                $0.claim.identifiers.value(of: "G1")
            },
        ])

    static let lines = Table<PaymentLineRow>(
        "payment-lines", of: "835", row: "what was paid for one service (2110)",
        [
            .key("claimPaymentKey", "the claim's payment, in claim-payments.csv") { $0.claim.key },
            .position("line", "the line's place in it; payment-adjustments.csv names it") { $0.position },
            .text("kind", "CLP02", "payment, reversal or correction, as the claim's") {
                $0.claim.kind.rawValue
            },
            .text("patientControlNumber", "CLP01", "the provider's number of the claim") {
                $0.claim.claim.patientControlNumber
            },
            .text("lineItemControlNumber", "REF02 of 6R", "the provider's number of the line") {
                $0.line.lineItemControlNumber
            },
            .date("serviceDate", "DTM02 of 472 or 150", "the day of the service, or the first") {
                $0.line.serviceDate
            },
            .date("serviceEndDate", "DTM02 of 472 or 151", "the day of the service, or the last") {
                $0.line.serviceEndDate
            },
            .text("procedureQualifier", "SVC01-1", "HC: CPT or HCPCS") { $0.line.procedure.qualifier },
            .text("procedureCode", "SVC01-2", "what was paid for") { $0.line.procedure.code },
            .list("modifiers", "SVC01-3 to 6", "the modifiers") { $0.line.procedure.modifiers },
            .text("submittedProcedureCode", "SVC06-2", "what was billed, if something else") {
                $0.line.submittedProcedure?.code
            },
            .text("revenueCode", "SVC04", "a facility's revenue code") { $0.line.revenueCode },
            .decimal("chargeAmount", "SVC02", "what was charged") { $0.line.chargeAmount },
            .decimal("paymentAmount", "SVC03", "what was paid") { $0.line.paymentAmount },
            .decimal("allowedAmount", "AMT02 of B6", "what the payer allowed") { $0.line.allowedAmount },
            .decimal("paidUnitCount", "SVC05", "units paid; empty is one") { $0.line.paidUnitCount },
            .decimal("submittedUnitCount", "SVC07", "units billed; empty is as many as paid") {
                $0.line.submittedUnitCount
            },
            .list("remarkCodes", "LQ02", "remark codes of the line") {
                $0.line.remarks.map { $0.code ?? "" }
            },
            .text(
                "renderingProviderIdentifier", "REF02 of HPI", "who gave the service, if not the claim's"
            ) { $0.line.renderingProviderIdentifiers.value(of: "HPI") },
        ])

    static let adjustments = Table<PaymentAdjustmentRow>(
        "payment-adjustments", of: "835",
        row: "one reason why a claim or line was paid otherwise than charged (CAS)",
        [
            .key("claimPaymentKey", "the claim's payment, in claim-payments.csv") { $0.claim.key },
            .position("line", "the line, in payment-lines.csv; empty for the claim as a whole") { $0.line },
            .position("adjustment", "the adjustment's place in its list") { $0.position },
            .text("kind", "CLP02", "payment, reversal or correction, as the claim's") {
                $0.claim.kind.rawValue
            },
            .text("patientControlNumber", "CLP01", "the provider's number of the claim") {
                $0.claim.claim.patientControlNumber
            },
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

    static let providerAdjustments = Table<ProviderAdjustmentRow>(
        "provider-adjustments", of: "835", row: "one adjustment of a payment that belongs to no claim (PLB)",
        [
            .key("paymentKey", "the remittance, in payments.csv") { $0.payment.place.key },
            .position("adjustment", "the adjustment's place in the remittance") { $0.position },
            .text("traceNumber", "TRN02", "the number of the check or transfer") {
                $0.payment.header.trace.number
            },
            .text("providerIdentifier", "PLB01", "the provider") { $0.adjustment.providerIdentifier },
            .date("fiscalPeriodDate", "PLB02", "the last day of the provider's fiscal year") {
                $0.adjustment.fiscalPeriodDate
            },
            .text("reason", "PLB03-1 and on", "why") { $0.adjustment.reason?.rawValue },
            .words("reasonName", "PLB03-1 and on", element: "426", "the same in words") {
                [$0.adjustment.reason?.rawValue]
            },
            .text("identifier", "PLB03-2 and on", "what it refers to, such as a claim's number") {
                $0.adjustment.identifier
            },
            .decimal("amount", "PLB04 and on", "the amount taken from the payment; negative when added") {
                $0.adjustment.amount
            },
        ])
}

extension [QualifiedAmount] {
    /// The amount with this qualifier.
    fileprivate func amount(of qualifier: String) -> ExactDecimal? {
        first { $0.qualifier == qualifier }?.amount
    }

    /// What all amounts with this qualifier add up to; `nil` where there is none, or one is not known.
    fileprivate func sum(of qualifier: String) -> ExactDecimal? {
        let amounts = filter { $0.qualifier == qualifier }
        guard !amounts.isEmpty else { return nil }
        var sum = MoneySum()
        for amount in amounts { sum.add(amount.amount) }
        return sum.value
    }
}

extension [Identifier] {
    /// The identifier with this qualifier.
    func value(of qualifier: String) -> String? { first { $0.qualifier == qualifier }?.value }
}
