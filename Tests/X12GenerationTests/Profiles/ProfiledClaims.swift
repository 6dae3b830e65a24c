import X12Generation
import X12Models
import X12TestSupport
import X12Text

/// Makes random claims that keep what a payer asks for: encounters of many kinds, put together as `x12 generate` does.
struct ProfiledClaims {
    let payer: ProfiledPayer
    private let assembler: EncounterAssembler
    private var random: SplitMix64
    private var count = 0

    init(_ payer: ProfiledPayer, _ practice: Practice, seed: UInt64) {
        self.payer = payer
        assembler = EncounterAssembler(Self.practice(practice, payer))
        random = SplitMix64(seed: seed)
    }

    /// The sample practice with this payer, a billing provider that is another than those who treat, and a facility.
    private static func practice(_ sample: Practice, _ payer: ProfiledPayer) -> Practice {
        var practice = sample
        var named = NamedPayer()
        named.key = "payer"
        named.payer = Payer()
        named.payer?.organizationName = payer.profile.uppercased().replacing("-", with: " ")
        named.payer?.identifier = payer.identifier
        named.claimFilingIndicator = ClaimFilingIndicator(rawValue: payer.filingIndicator)
        named.receiver = Receiver()
        named.receiver?.organizationName = named.payer?.organizationName
        named.receiver?.identifier = payer.identifier
        var address = EnvelopeAddress()
        address.qualifier = "ZZ"
        address.identifier = payer.identifier
        named.address = address
        named.profile = payer.profile
        practice.payers = [named]
        var facility = NamedServiceFacility()
        facility.key = "hospital"
        facility.serviceFacility = ServiceFacility()
        facility.serviceFacility?.organizationName = "HARBOR HOSPITAL"
        facility.serviceFacility?.identifierQualifier = "XX"
        facility.serviceFacility?.identifier = "1679576722"
        facility.serviceFacility?.address = Self.address("900 SUMMIT DR", "MACON", "GA", "312010009")
        practice.serviceFacilities = [facility]
        return practice
    }

    private static func address(_ line: String, _ city: String, _ state: String, _ code: String) -> Address {
        var address = Address()
        address.line1 = line
        address.city = city
        address.state = state
        address.postalCode = code
        return address
    }

    // MARK: - Claims

    /// The next claim.
    mutating func next() -> Consignment {
        count += 1
        var encounter = Encounter()
        encounter.claimNumber = "R" + padded(count, 6)
        encounter.payer = "payer"
        encounter.memberIdentifier = member()
        let isSecond = payer.hasSecondClaims && random.happens(percent: 25)
        let made = random.person()
        encounter.subscriber = person(made, withAddress: true)
        if payer.hasPatients, !isSecond, random.happens(percent: 25) {
            var child = random.person()
            child.last = made.last
            encounter.patient = person(child, withAddress: true)
            encounter.relationship = Relationship(rawValue: random.pick(["01", "19", "G8"]))
        }
        if random.happens(percent: 50) { encounter.groupNumber = "GRP\(random.number(in: 100...99_999))" }
        encounter.diagnoses = random.diagnoses(random.number(in: 1...6))
        let isHospital = random.happens(percent: 20)
        encounter.placeOfService =
            isHospital ? random.pick(["22", "23"]) : random.pick(["11", "11", "02", "10"])
        if isHospital { encounter.serviceFacility = "hospital" }
        encounter.services = services(encounter.diagnoses.count)
        addExtras(to: &encounter, isHospital)
        var assembly = assembler.assemble(encounter)
        if isSecond { addFirstPayer(to: &assembly.claim, made) }
        return assembly.consignment
    }

    private mutating func addExtras(to encounter: inout Encounter, _ isHospital: Bool) {
        let frequency = random.pick(payer.frequencies)
        encounter.claimFrequency = ClaimFrequency(rawValue: frequency)
        if frequency != "1" { encounter.payerClaimControlNumber = digits(12) }
        if random.happens(percent: 15) { encounter.priorAuthorizationNumber = "AUTH" + digits(6) }
        if random.happens(percent: 20) {
            let doctor = random.person()
            var referring = ReferringProvider()
            referring.lastName = doctor.last
            referring.firstName = doctor.first
            referring.identifier = random.providerIdentifier()
            encounter.referringProvider = referring
            encounter.referralNumber = "REF" + digits(7)
        }
        if random.happens(percent: 10) {
            encounter.patientAmountPaid = ExactDecimal(exactly: random.number(in: 1...9))
        }
        if random.happens(percent: 5) {
            var causes = RelatedCauses()
            causes.causes = ["OA"]
            encounter.relatedCauses = causes
            encounter.accidentDate = CalendarDate(x12: "20250828").map { .date($0) }
        }
        if random.happens(percent: 15) {
            if payer.wordsNotes {
                var field = NamedText()
                field.name = "benefitCode"
                field.value = random.pick(["CCP", "CSN", "TB1", "HA"])
                encounter.noteFields = [field]
            } else {
                encounter.note = random.pick(["SEEN WITHOUT APPOINTMENT", "RECORDS ON REQUEST, 2 PAGES"])
            }
        }
        if random.happens(percent: 8) {
            var attachment = Attachment()
            attachment.reportType = random.pick(["OZ", "B4", "RB"])
            attachment.transmission = random.pick(["EL", "FX", "BM"])
            attachment.controlNumber = "ACN" + digits(5)
            encounter.attachments = [attachment]
        }
    }

    private mutating func services(_ diagnoses: Int) -> [EncounterService] {
        let day = CalendarDate(x12: random.serviceDate())
        return random.services(random.number(in: 1...6)).enumerated().map { position, made in
            let parts = made.procedure.split(separator: ":").map(String.init)
            var service = EncounterService()
            service.procedureCode = parts[1]
            service.modifiers = Array(parts.dropFirst(2))
            service.serviceDate = day.map { .date($0) }
            service.chargeAmount = ExactDecimal(significand: Int64(made.charge), scale: 2)
            service.unitCount = ExactDecimal(exactly: made.units)
            service.diagnosisPointers = (1...min(diagnoses, random.number(in: 1...4))).map(String.init)
            service.lineItemControlNumber = "R\(padded(count, 6))-\(position + 1)"
            if let drug = made.drugCode {
                service.drugCode = drug
                service.drugQuantity = ExactDecimal(exactly: made.units)
                service.drugUnit = random.pick(["ML", "UN"])
            }
            return service
        }
    }

    // MARK: - Another payer before this one

    private mutating func addFirstPayer(to claim: inout Claim, _ insured: MadeUpPerson) {
        claim.subscriber?.payerResponsibility = .secondary
        claim.subscriber?.insuranceType = payer.secondPayerReason
        var other = OtherSubscriber()
        other.payerResponsibility = .primary
        other.relationship = .subscriber
        other.claimFilingIndicator = .commercial
        other.benefitsAssignment = "Y"
        other.releaseOfInformation = "Y"
        other.payer = OtherPayer()
        other.payer?.organizationName = "EVERGREEN MUTUAL"
        other.payer?.identifierQualifier = "PI"
        other.payer?.identifier = "EVG22"
        var person = OtherSubscriberDetails()
        person.entityType = .person
        person.lastOrOrganizationName = insured.last
        person.firstName = insured.first
        person.identifierQualifier = "MI"
        person.memberIdentifier = "E" + digits(8)
        other.person = person
        var paid = 0
        for index in claim.serviceLines.indices {
            let decision = decision(on: claim.serviceLines[index], &paid)
            claim.serviceLines[index].adjudications = [decision]
        }
        other.payerPaidAmount = ExactDecimal(significand: Int64(paid), scale: 2)
        claim.otherSubscribers = [other]
    }

    /// A third is written off, a fifth is the patient's.
    private mutating func decision(on line: ServiceLine, _ paid: inout Int) -> LineAdjudication {
        let charge = cents(line.chargeAmount)
        let writtenOff = charge / 3
        let patient = random.happens(percent: 60) ? charge / 5 : 0
        paid += charge - writtenOff - patient
        var decision = LineAdjudication()
        decision.payerIdentifier = "EVG22"
        decision.paidAmount = ExactDecimal(significand: Int64(charge - writtenOff - patient), scale: 2)
        decision.procedure = line.procedure
        decision.paidUnitCount = line.unitCount
        decision.adjustments = [("CO", "45", writtenOff), ("PR", "2", patient)].filter { $0.2 > 0 }.map {
            part in
            var adjustment = Adjustment()
            adjustment.group = part.0
            adjustment.reason = part.1
            adjustment.amount = ExactDecimal(significand: Int64(part.2), scale: 2)
            return adjustment
        }
        decision.paymentDate = CalendarDate(x12: "20260210").map { .date($0) }
        return decision
    }

    private func cents(_ amount: ExactDecimal?) -> Int {
        guard let amount else { return 0 }
        var cents = Int(amount.significand)
        for _ in Int(amount.scale)..<2 { cents *= 10 }
        return cents
    }

    // MARK: - People

    private mutating func person(_ made: MadeUpPerson, withAddress: Bool) -> EncounterPerson {
        var person = EncounterPerson()
        person.lastName = made.last
        person.firstName = made.first
        person.middleName = made.middle.isEmpty ? nil : made.middle
        person.birthDate = CalendarDate(x12: made.birthDate)
        person.gender = made.gender
        if withAddress {
            let place = random.address()
            person.address = Self.address(place.street, place.city, place.state, place.postalCode)
        }
        return person
    }

    private mutating func member() -> String {
        switch payer.member {
        case .any: "W" + padded(count, 9)
        case .digits(let length): padded(count, length)
        case .prefixed(let length): "YPP" + padded(count, length - 3)
        case .medicare: medicareNumber()
        }
    }

    /// The eleven characters of a Medicare Beneficiary Identifier.
    private mutating func medicareNumber() -> String {
        let letters = Array("ACDEFGHJKMNPQRTUVWXY")
        let tail = padded(count, 5).map { $0 }
        let first = random.number(in: 1...9)
        let one = random.pick(letters)
        let two = random.pick(letters)
        let three = random.pick(letters)
        let four = random.pick(letters)
        return
            "\(first)\(one)\(tail[0])\(tail[1])\(two)\(tail[2])\(random.number(in: 0...9))\(three)\(four)\(tail[3])\(tail[4])"
    }

    private mutating func digits(_ length: Int) -> String {
        String((0..<length).map { _ in Character(String(random.number(in: 0...9))) })
    }

    private func padded(_ number: Int, _ length: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, length - text.count)) + text
    }
}
