import X12Models
import X12TestSupport
import X12Text

/// Makes the payer's remittance (835) for claims that were decided on.
struct TestBedRemittances {
    let parties: TestBedParties

    /// What a remittance says of a claim.
    enum Step: Sendable {
        case decision(TestBedVisit)
        case reversal(TestBedVisit)
        case correction(TestBedVisit)

        /// What it adds to the payment, in cents.
        var paid: Int {
            switch self {
            case .decision(let visit): visit.firstPayment
            case .reversal(let visit): -visit.firstPayment
            case .correction(let visit): visit.lastPayment
            }
        }
    }

    /// A remittance of one check or transfer, which all the steps add up to.
    func items(_ steps: [Step], number: Int, date: CalendarDate) -> [ModelItem] {
        let total = steps.reduce(0) { $0 + $1.paid }
        var group = RemittanceGroup()
        group.number = 1
        let payments = steps.map { ModelItem.claimPayment(payment($0, date)) }
        return [
            .remittanceHeader(header(total, number, date), guide: "005010X221A1"), .remittanceGroup(group),
        ] + payments + [.remittanceTrailer(RemittanceTrailer())]
    }

    private func header(_ total: Int, _ number: Int, _ date: CalendarDate) -> RemittanceHeader {
        var header = RemittanceHeader()
        header.payment = payment(total, date)
        header.trace.number = "EFT" + TestBedVisit.padded(number, 8)
        header.trace.payerIdentifier = "1512345678"
        header.productionDate = date
        header.payer.name = parties.payer
        header.payer.address = address("1 PAYER PLAZA", "CHICAGO", "IL", "60601")
        var telephone = ContactNumber()
        telephone.qualifier = "TE"
        telephone.value = "8005550100"
        var contact = Contact()
        contact.name = "PROVIDER HELP"
        contact.numbers = [telephone]
        header.payer.technicalContacts = [contact]
        header.payee.name = parties.practiceName
        header.payee.identifierQualifier = "XX"
        header.payee.identifier = parties.billingIdentifier
        header.payee.address = TestBedParties.practiceAddress
        var tax = Identifier()
        tax.qualifier = "TJ"
        tax.value = parties.taxIdentifier
        header.payee.additionalIdentifiers = [tax]
        return header
    }

    private func payment(_ total: Int, _ date: CalendarDate) -> RemittancePayment {
        var payment = RemittancePayment()
        payment.amount = .cents(total)
        payment.creditOrDebit = "C"
        payment.date = date
        guard total > 0 else {
            payment.handling = .notificationOnly
            payment.method = PaymentMethod.none
            return payment
        }
        payment.handling = .remittanceOnly
        payment.method = .clearingHouse
        payment.format = "CCP"
        var from = PayerBankAccount()
        from.bankQualifier = "01"
        from.bankNumber = "111000025"
        from.accountQualifier = "DA"
        from.accountNumber = "123456"
        from.originatorIdentifier = "1512345678"
        payment.payerAccount = from
        var to = PayeeBankAccount()
        to.bankQualifier = "01"
        to.bankNumber = "111000025"
        to.accountQualifier = "DA"
        to.accountNumber = "654321"
        payment.payeeAccount = to
        return payment
    }

    private func address(_ line: String, _ city: String, _ state: String, _ code: String) -> Address {
        var address = Address()
        address.line1 = line
        address.city = city
        address.state = state
        address.postalCode = code
        return address
    }

    // MARK: - Claims

    private func payment(_ step: Step, _ date: CalendarDate) -> ClaimPayment {
        switch step {
        case .decision(let visit):
            let status: ClaimPaymentStatus =
                visit.outcome == .denied
                ? .denied : visit.isSecondary ? .processedAsSecondary : .processedAsPrimary
            return payment(visit, status, 1, visit.lines.map(\.adjudication))
        case .reversal(let visit):
            return payment(visit, .reversal, -1, visit.lines.map(\.adjudication.reversed))
        case .correction(let visit):
            let status: ClaimPaymentStatus = visit.isSecondary ? .processedAsSecondary : .processedAsPrimary
            return payment(visit, status, 1, visit.lines.map(\.corrected))
        }
    }

    private func payment(
        _ visit: TestBedVisit, _ status: ClaimPaymentStatus, _ sign: Int, _ decisions: [MadeUpAdjudication]
    ) -> ClaimPayment {
        var payment = ClaimPayment()
        payment.patientControlNumber = visit.claimNumber
        payment.status = status
        payment.chargeAmount = .cents(sign * visit.charge)
        payment.paymentAmount = .cents(decisions.reduce(0) { $0 + $1.paid })
        let owed = decisions.reduce(0) { $0 + $1.patientResponsibility }
        if owed > 0 { payment.patientResponsibilityAmount = .cents(owed) }
        payment.claimFilingIndicator = .preferredProvider
        payment.payerClaimControlNumber = "ICN" + TestBedVisit.padded(visit.number, 9)
        payment.facilityType = "11"
        payment.claimFrequency = .original
        let patient = visit.child ?? visit.subscriber
        payment.patient.entityType = .person
        payment.patient.lastName = patient.last
        payment.patient.firstName = patient.first
        payment.patient.identifierQualifier = "MI"
        payment.patient.identifier = visit.subscriber.memberID
        var provider = PaymentParty()
        provider.entityType = .person
        provider.lastOrOrganizationName = TestBedParties.renderingName.last
        provider.firstName = TestBedParties.renderingName.first
        provider.identifierQualifier = "XX"
        provider.identifier = parties.renderingIdentifier
        payment.renderingProvider = provider
        payment.serviceLines = visit.lines.indices.map { line($0, visit, sign, decisions[$0]) }
        return payment
    }

    private func line(
        _ index: Int, _ visit: TestBedVisit, _ sign: Int, _ decision: MadeUpAdjudication
    ) -> ServicePayment {
        let service = visit.lines[index].service
        let parts = service.procedure.split(separator: ":").map(String.init)
        var line = ServicePayment()
        line.procedure.qualifier = parts[0]
        line.procedure.code = parts[1]
        line.procedure.modifiers = Array(parts.dropFirst(2))
        line.chargeAmount = .cents(sign * service.charge)
        line.paymentAmount = .cents(decision.paid)
        line.paidUnitCount = ExactDecimal(exactly: service.units)
        var date = QualifiedDate()
        date.qualifier = "472"
        date.date = visit.date
        line.serviceDates = [date]
        line.adjustments = decision.modelled
        line.lineItemControlNumber = "\(visit.claimNumber)L\(index + 1)"
        return line
    }
}
