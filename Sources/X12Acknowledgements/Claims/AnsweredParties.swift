internal import X12Diagnostics
internal import X12Models
internal import X12Text

extension AcknowledgementSource {
    /// Whoever received the claims (1000B) answers them.
    init(_ receiver: Receiver?, trace: String, received: CalendarDate, processed: CalendarDate) {
        self.init()
        var party = AcknowledgingOrganization()
        party.entity = "PR"
        party.name = receiver?.organizationName
        party.identifierQualifier = "46"
        party.identifier = receiver?.identifier
        organization = party
        var receipt = AcknowledgementReceipt()
        receipt.traceNumber = trace
        receipt.receiptDate = .date(received)
        receipt.processDate = .date(processed)
        self.receipt = receipt
    }
}

extension AcknowledgementReceiver {
    /// Whoever sent the claims (1000A) is told what became of them all.
    init(
        _ header: ClaimHeader, _ totals: ClaimTotals, _ refusals: [Finding.ClaimStatus], _ date: CalendarDate
    ) {
        self.init()
        var party = AcknowledgedSubmitter()
        party.entityType = header.submitter?.entityType
        party.lastOrOrganizationName = header.submitter?.lastOrOrganizationName
        party.firstName = header.submitter?.firstName
        party.middleName = header.submitter?.middleName
        party.identifier = header.submitter?.identifier
        submitter = party
        var all = BatchAcknowledgement()
        all.batchIdentifier = header.referenceIdentifier
        all.statuses =
            refusals.isEmpty
            ? [StatusReport(["A1:19:PR"], .accept, on: date, charge: totals.charges)]
            : [StatusReport(Array(refusals.prefix(3)), .reject, on: date, charge: totals.charges)]
        if totals.accepted > 0 {
            all.acceptedCount = ExactDecimal(exactly: totals.accepted)
            all.acceptedAmount = totals.acceptedCharges
        }
        if totals.rejected > 0 {
            all.rejectedCount = ExactDecimal(exactly: totals.rejected)
            all.rejectedAmount = totals.rejectedCharges
        }
        batch = all
    }
}

extension AcknowledgedProvider {
    /// A billing provider (2010AA) with the totals of its claims.
    init(_ level: BillingProvider, _ totals: ClaimTotals) {
        self.init()
        let details = level.provider
        var name = AcknowledgedProviderName()
        name.entityType = details?.entityType
        name.lastOrOrganizationName = details?.lastOrOrganizationName
        name.firstName = details?.firstName
        name.middleName = details?.middleName
        name.suffix = details?.suffix
        // A provider without an NPI is known by the tax number.
        let hasNumber = details?.identifier != nil
        name.identifierQualifier = hasNumber ? details?.identifierQualifier : "FI"
        name.identifier = hasNumber ? details?.identifier : details?.taxIdentifier?.value
        names = [name]
        var all = ProviderAcknowledgement()
        all.traceNumber = "0"
        if totals.accepted > 0 {
            all.acceptedCount = ExactDecimal(exactly: totals.accepted)
            all.acceptedAmount = totals.acceptedCharges
        }
        if totals.rejected > 0 {
            all.rejectedCount = ExactDecimal(exactly: totals.rejected)
            all.rejectedAmount = totals.rejectedCharges
        }
        claims = all
    }
}

extension AcknowledgedPatient {
    /// A subscriber who is the patient.
    init(_ person: SubscriberDetails?) {
        self.init()
        lastName = person?.lastOrOrganizationName
        firstName = person?.firstName
        middleName = person?.middleName
        suffix = person?.suffix
        identifierQualifier = person?.identifierQualifier ?? "MI"
        identifier = person?.memberIdentifier
    }

    /// A dependent, who goes by the subscriber's member number.
    init(_ person: PatientDetails?, of subscriber: SubscriberDetails?) {
        self.init()
        lastName = person?.lastName
        firstName = person?.firstName
        middleName = person?.middleName
        suffix = person?.suffix
        identifierQualifier = subscriber?.identifierQualifier ?? "MI"
        identifier = subscriber?.memberIdentifier
    }
}
