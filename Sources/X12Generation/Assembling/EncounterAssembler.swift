internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Makes claims of encounters and a practice file.
///
/// Filled in is what the guide leaves no choice about: the sum of the charges, the qualifiers with one value, that a
/// subscriber who is the patient has relationship 18, that the first diagnosis is the principal one, and the pointer of a
/// line where the claim has a single diagnosis. Where nothing else is said, the payer is the first who pays (SBR01 `P`), the
/// claim is an original (CLM05-3 `1`), units are units of service (SV103 `UN`), a referring provider is the one who referred
/// (`DN`), and the practice file's defaults and its first billing provider stand for what the encounter does not name.
/// Whatever else is not said is reported.
public struct EncounterAssembler: Sendable {
    private let practice: Practice
    private let payers: [String: NamedPayer]
    private let billingProviders: [String: BillingProvider]
    private let renderingProviders: [String: RenderingProvider]
    private let serviceFacilities: [String: ServiceFacility]

    /// Takes a practice file; of entries with one key, the first counts.
    public init(_ practice: Practice) {
        self.practice = practice
        payers = practice.payers.keyed { ($0.key, $0) }
        billingProviders = practice.billingProviders.keyed { ($0.key, $0.billingProvider) }
        renderingProviders = practice.renderingProviders.keyed { ($0.key, $0.renderingProvider) }
        serviceFacilities = practice.serviceFacilities.keyed { ($0.key, $0.serviceFacility) }
    }

    /// Makes a claim of an encounter, or says what is missing for one.
    public func assemble(_ encounter: Encounter) -> Assembly {
        var work = AssemblyWork<Assembly>(number: encounter.claimNumber, line: encounter.line)
        // What could not be read would be told as missing once more.
        guard encounter.malformed.isEmpty else {
            work.result.findings = encounter.malformed.map {
                $0.finding(encounter.claimNumber, line: encounter.line)
            }
            return work.result
        }
        let payer = work.look(up: encounter.payer, in: payers, "payer")
        work.result.destination = destination(payer, &work)
        work.result.claim.billingProvider = billingProvider(encounter, &work)
        work.result.claim.subscriber = subscriber(encounter, payer, &work)
        work.result.claim.patient = patient(encounter, &work)
        work.require(encounter.patient, in: encounter.relationship)
        fillClaim(encounter, &work)
        fillProviders(encounter, &work)
        fillReferences(encounter, &work)
        fillServices(encounter, &work)
        fillNoteFields(encounter, &work)
        return work.result
    }

    // MARK: - Levels

    private func destination(_ payer: NamedPayer?, _ work: inout AssemblyWork<Assembly>) -> Destination? {
        let submitter = work.require(practice.submitter(to: payer), "the practice's submitter")
        let sender = work.require(practice.sender(to: payer), "the practice's sender")
        guard let payer else { return nil }
        let receiver = work.require(payer.receiver, "the payer's receiver")
        let address = work.require(payer.address, "the payer's address")
        guard let submitter, let sender, let receiver, let address else { return nil }
        return Destination(
            submitter: submitter, sender: sender, receiver: receiver, address: address, profile: payer.profile
        )
    }

    private func billingProvider(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>)
        -> BillingProvider?
    {
        if encounter.billingProvider != nil {
            return work.look(up: encounter.billingProvider, in: billingProviders, "billing provider")
        }
        return work.require(practice.billingProviders.first?.billingProvider, "a billing provider")
    }

    private func subscriber(
        _ encounter: Encounter, _ payer: NamedPayer?, _ work: inout AssemblyWork<Assembly>
    ) -> Subscriber {
        var subscriber = Subscriber()
        subscriber.payerResponsibility = .primary
        if encounter.patient == nil { subscriber.relationship = .subscriber }
        subscriber.groupNumber = encounter.groupNumber
        subscriber.claimFilingIndicator = payer?.claimFilingIndicator
        subscriber.payer = payer?.payer
        if subscriber.payer?.identifier != nil, subscriber.payer?.identifierQualifier == nil {
            subscriber.payer?.identifierQualifier = "PI"
        }
        guard let person = work.require(encounter.subscriber, "the subscriber") else { return subscriber }
        var details = SubscriberDetails()
        details.entityType = .person
        details.lastOrOrganizationName = work.require(person.lastName, "the subscriber's last name")
        details.firstName = person.firstName
        details.middleName = person.middleName
        details.suffix = person.suffix
        details.identifierQualifier = "MI"
        details.memberIdentifier = work.require(encounter.memberIdentifier, "the member's identifier")
        if encounter.patient == nil {
            details.address = work.require(person.address, "the subscriber's address")
            details.birthDate = work.require(person.birthDate, "the subscriber's date of birth").map {
                .date($0)
            }
            details.gender = work.require(person.gender, "the subscriber's gender")
        }
        subscriber.person = details
        return subscriber
    }

    private func patient(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) -> Patient? {
        guard let person = encounter.patient else { return nil }
        var patient = Patient()
        patient.relationship = work.require(encounter.relationship, "what the patient is to the subscriber")
        var details = PatientDetails()
        details.lastName = work.require(person.lastName, "the patient's last name")
        details.firstName = person.firstName
        details.middleName = person.middleName
        details.suffix = person.suffix
        details.address = work.require(person.address, "the patient's address")
        details.birthDate = work.require(person.birthDate, "the patient's date of birth").map { .date($0) }
        details.gender = work.require(person.gender, "the patient's gender")
        patient.person = details
        return patient
    }

    // MARK: - The claim

    private func fillClaim(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) {
        let defaults = practice.claimDefaults ?? ClaimDefaults()
        var claim = Claim()
        swap(&claim, &work.result.claim)
        claim.patientControlNumber = work.require(encounter.claimNumber, "the claim's number")
        claim.placeOfService = work.require(
            encounter.placeOfService ?? defaults.placeOfService, "the place of service")
        claim.facilityQualifier = "B"
        claim.claimFrequency = encounter.claimFrequency ?? .original
        claim.providerSignatureIndicator = work.require(
            defaults.providerSignatureIndicator, "the default 'providerSignatureIndicator'")
        claim.planParticipation = work.require(defaults.planParticipation, "the default 'planParticipation'")
        claim.benefitsAssignment = work.require(
            defaults.benefitsAssignment, "the default 'benefitsAssignment'")
        claim.releaseOfInformation = work.require(
            defaults.releaseOfInformation, "the default 'releaseOfInformation'")
        claim.relatedCauses = encounter.relatedCauses
        claim.patientAmountPaid = encounter.patientAmountPaid
        if let date = encounter.accidentDate {
            var dates = ClaimDates()
            dates.accident = date
            claim.dates = dates
        }
        if let text = encounter.note {
            var note = Note()
            note.reference = "ADD"
            note.text = text
            claim.note = note
        }
        claim.attachments = encounter.attachments.map { attachment in
            var attachment = attachment
            if attachment.controlNumber != nil, attachment.controlNumberQualifier == nil {
                attachment.controlNumberQualifier = "AC"
            }
            return attachment
        }
        claim.diagnoses = diagnoses(encounter)
        if claim.diagnoses.isEmpty { work.miss("a diagnosis") }
        swap(&claim, &work.result.claim)
    }

    private func diagnoses(_ encounter: Encounter) -> [HealthCareCode] {
        encounter.diagnoses.enumerated().map { position, text in
            var code = HealthCareCode()
            code.qualifier = position == 0 ? "ABK" : "ABF"
            code.code = text.filter { $0 != "." }
            return code
        }
    }

    private func fillProviders(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) {
        if let key = encounter.renderingProvider ?? practice.claimDefaults?.renderingProvider {
            work.result.claim.renderingProvider = work.look(
                up: key, in: renderingProviders, "rendering provider")
        }
        if let key = encounter.serviceFacility {
            work.result.claim.serviceFacility = work.look(up: key, in: serviceFacilities, "service facility")
        }
        if var provider = encounter.referringProvider {
            if provider.role == nil { provider.role = "DN" }
            if provider.identifier != nil, provider.identifierQualifier == nil {
                provider.identifierQualifier = "XX"
            }
            work.result.claim.referringProviders = [provider]
        }
    }

    private func fillReferences(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) {
        var references = ClaimReferences()
        references.priorAuthorizationNumber = encounter.priorAuthorizationNumber
        references.referralNumber = encounter.referralNumber
        references.payerClaimControlNumber = encounter.payerClaimControlNumber
        let frequency = encounter.claimFrequency
        if frequency == .replacement || frequency == .void, encounter.payerClaimControlNumber == nil {
            work.miss("the payer's number of the claim that is replaced or voided")
        }
        references.laboratoryCertificationNumber = encounter.laboratoryCertificationNumber
        if encounter.laboratoryCertificationNumber == nil, needsLaboratory(encounter) {
            references.laboratoryCertificationNumber =
                practice.claimDefaults?.laboratoryCertificationNumber
        }
        if references != ClaimReferences() { work.result.claim.references = references }
    }

    /// Whether a line is one that a laboratory's certificate is asked for: place 81, modifier 90 or QW.
    private func needsLaboratory(_ encounter: Encounter) -> Bool {
        let place = encounter.placeOfService ?? practice.claimDefaults?.placeOfService
        return encounter.services.contains { service in
            (service.placeOfService ?? place) == "81"
                || service.modifiers.contains { $0 == "90" || $0 == "QW" }
        }
    }

    private func fillNoteFields(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) {
        for (position, field) in encounter.noteFields.enumerated() {
            let place = "noteFields[\(position)]: "
            guard let name = work.require(field.name, place + "the name"),
                let value = work.require(field.value, place + "the value")
            else { continue }
            if let known = work.result.noteFields[name], known != value {
                work.contradict(place + "'\(name)' was given another value before")
            }
            work.result.noteFields[name] = value
        }
    }

    // MARK: - Services

    private func fillServices(_ encounter: Encounter, _ work: inout AssemblyWork<Assembly>) {
        if encounter.services.isEmpty { work.miss("a service") }
        var total = Optional(ExactDecimal.zero)
        for (position, service) in encounter.services.enumerated() {
            let line = serviceLine(service, encounter, number: position + 1, &work)
            total = line.chargeAmount.flatMap { charge in total?.adding(charge) }
            work.result.claim.serviceLines.append(line)
        }
        work.result.claim.chargeAmount = encounter.chargeAmount ?? total
    }

    private func serviceLine(
        _ service: EncounterService, _ encounter: Encounter, number: Int, _ work: inout AssemblyWork<Assembly>
    ) -> ServiceLine {
        let place = "service \(number): "
        var line = ServiceLine()
        line.number = number
        var procedure = Procedure()
        procedure.qualifier = "HC"
        procedure.code = work.require(service.procedureCode, place + "the procedure code")
        procedure.modifiers = service.modifiers
        procedure.description = service.description
        line.procedure = procedure
        line.chargeAmount = work.require(service.chargeAmount, place + "the charge")
        line.unit = service.unit ?? "UN"
        line.unitCount = work.require(service.unitCount, place + "the number of units")
        line.placeOfService = service.placeOfService
        line.diagnosisPointers = service.diagnosisPointers
        if line.diagnosisPointers.isEmpty {
            if encounter.diagnoses.count == 1 {
                line.diagnosisPointers = ["1"]
            } else {
                work.miss(place + "which diagnoses it is for (diagnosisPointers)")
            }
        }
        line.serviceDate = work.require(service.serviceDate, place + "the date")
        if let control = service.lineItemControlNumber {
            var references = ServiceLineReferences()
            references.lineItemControlNumber = control
            line.references = references
        }
        line.drug = drug(service, place, &work)
        return line
    }

    private func drug(_ service: EncounterService, _ place: String, _ work: inout AssemblyWork<Assembly>)
        -> Drug?
    {
        guard let code = service.drugCode else { return nil }
        var drug = Drug()
        drug.qualifier = "N4"
        drug.code = code.filter { $0 != "-" }
        drug.quantity = work.require(service.drugQuantity, place + "how much of the drug (drugQuantity)")
        drug.unit = work.require(service.drugUnit, place + "the drug's unit (drugUnit)")
        return drug
    }
}
