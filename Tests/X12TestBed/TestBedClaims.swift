import X12Generation
import X12Models
import X12TestSupport
import X12Text

/// Makes the inquiries and claims of visits, through the same assemblers that `x12 generate` uses.
struct TestBedClaims {
    let parties: TestBedParties

    /// The inquiry before a visit.
    func inquiry(_ visit: TestBedVisit) -> Consignment {
        var entry = RosterEntry()
        entry.inquiryNumber = visit.inquiryNumber
        entry.payer = "payer"
        entry.memberIdentifier = visit.subscriber.memberID
        entry.subscriber = person(visit.subscriber, nil)
        if let child = visit.child {
            entry.patient = person(child, nil)
            entry.relationship = Relationship(rawValue: "19")
        }
        entry.serviceTypes = ["30", "98"]
        entry.serviceDate = .date(visit.date)
        return parties.inquiries.assemble(entry)
    }

    /// The claim of a visit, with its fault.
    func claim(_ visit: TestBedVisit) -> Assembly {
        var encounter = Encounter()
        encounter.claimNumber = visit.claimNumber
        encounter.payer = "payer"
        encounter.memberIdentifier = visit.subscriber.memberID
        encounter.subscriber = person(visit.subscriber, visit.address)
        if let child = visit.child {
            encounter.patient = person(child, visit.address)
            encounter.relationship = Relationship(rawValue: "19")
        }
        encounter.diagnoses = visit.diagnoses
        encounter.services = visit.lines.indices.map { service($0, visit) }
        var assembly = parties.assembler.assemble(encounter)
        if visit.isSecondary { addFirstPayer(to: &assembly.claim, visit) }
        spoil(&assembly.claim, visit.fault)
        return assembly
    }

    private func person(_ made: MadeUpPerson, _ address: MadeUpAddress?) -> EncounterPerson {
        var person = EncounterPerson()
        person.lastName = made.last
        person.firstName = made.first
        person.middleName = made.middle.isEmpty ? nil : made.middle
        person.birthDate = CalendarDate(x12: made.birthDate)
        person.gender = made.gender
        person.address = address.map { made in
            var address = Address()
            address.line1 = made.street
            address.city = made.city
            address.state = made.state
            address.postalCode = made.postalCode
            return address
        }
        return person
    }

    private func service(_ index: Int, _ visit: TestBedVisit) -> EncounterService {
        let made = visit.lines[index].service
        let parts = made.procedure.split(separator: ":").map(String.init)
        var service = EncounterService()
        service.procedureCode = parts[1]
        service.modifiers = Array(parts.dropFirst(2))
        service.serviceDate = .date(visit.date)
        service.chargeAmount = .cents(made.charge)
        service.unitCount = ExactDecimal(exactly: made.units)
        service.diagnosisPointers = ["1"]
        service.lineItemControlNumber = "\(visit.claimNumber)L\(index + 1)"
        if let drug = made.drugCode {
            service.drugCode = drug
            service.drugQuantity = ExactDecimal(exactly: made.units)
            service.drugUnit = "UN"
        }
        return service
    }

    // MARK: - The first payer

    private func addFirstPayer(to claim: inout Claim, _ visit: TestBedVisit) {
        claim.subscriber?.payerResponsibility = .secondary
        var payer = OtherPayer()
        payer.organizationName = "EVERGREEN MUTUAL"
        payer.identifierQualifier = "PI"
        payer.identifier = "EVG22"
        var insured = OtherSubscriberDetails()
        insured.entityType = .person
        insured.lastOrOrganizationName = visit.subscriber.last
        insured.firstName = visit.subscriber.first
        insured.identifierQualifier = "MI"
        insured.memberIdentifier = "E" + visit.subscriber.memberID.dropFirst()
        var other = OtherSubscriber()
        other.payerResponsibility = .primary
        other.relationship = .subscriber
        other.claimFilingIndicator = .commercial
        other.benefitsAssignment = "Y"
        other.releaseOfInformation = "Y"
        other.person = insured
        other.payer = payer
        other.payerPaidAmount = .cents(visit.lines.reduce(0) { $0 + ($1.earlier?.paid ?? 0) })
        claim.otherSubscribers = [other]
        for index in claim.serviceLines.indices {
            guard let earlier = visit.lines[index].earlier else { continue }
            var decision = LineAdjudication()
            decision.payerIdentifier = "EVG22"
            decision.paidAmount = .cents(earlier.paid)
            decision.procedure = claim.serviceLines[index].procedure
            decision.paidUnitCount = claim.serviceLines[index].unitCount
            decision.adjustments = earlier.modelled
            decision.paymentDate = visit.date.later(by: 1).map { .date($0) }
            claim.serviceLines[index].adjudications = [decision]
        }
    }

    // MARK: - Faults

    private func spoil(_ claim: inout Claim, _ fault: TestBedVisit.Fault?) {
        switch fault {
        case nil: break
        case .claimTotal: claim.chargeAmount = claim.chargeAmount?.adding(1)
        case .providerIdentifier: claim.renderingProvider?.npi = "1245319598"
        case .diagnosisPointer: claim.serviceLines[0].diagnosisPointers = ["9"]
        }
    }
}

extension MadeUpAdjudication {
    /// The adjustments as the models have them.
    var modelled: [Adjustment] {
        adjustments.flatMap { group, reasons in
            reasons.map { reason in
                var adjustment = Adjustment()
                adjustment.group = group
                adjustment.reason = reason.code
                adjustment.amount = .cents(reason.amount)
                return adjustment
            }
        }
    }
}

extension CalendarDate {
    /// The same day some months later.
    func later(by months: Int) -> CalendarDate? {
        let count = year * 12 + month - 1 + months
        return CalendarDate(year: count / 12, month: count % 12 + 1, day: min(day, 28))
    }
}
