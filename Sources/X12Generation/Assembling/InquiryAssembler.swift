internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Makes eligibility inquiries of a roster's entries and a practice file.
///
/// Filled in is what the guide leaves no choice about, the general question (service type 30) where nothing in
/// particular is asked, and a trace number where the practice gives none.
public struct InquiryAssembler: Sendable {
    /// What stands for a trace number of ours until control numbers are given out.
    static let pendingTrace = "PENDING-TRACE"

    private let practice: Practice
    private let payers: [String: NamedPayer]
    private let billingProviders: [String: BillingProvider]

    /// Takes a practice file; of entries with one key, the first counts.
    public init(_ practice: Practice) {
        self.practice = practice
        payers = practice.payers.keyed { ($0.key, $0) }
        billingProviders = practice.billingProviders.keyed { ($0.key, $0.billingProvider) }
    }

    /// Makes an inquiry of an entry, or says what is missing for one.
    public func assemble(_ entry: RosterEntry) -> Consignment {
        var work = AssemblyWork<Consignment>(
            // Not the member's identifier, which is a person's: the line says which entry it is.
            number: entry.inquiryNumber, line: entry.line)
        guard entry.malformed.isEmpty else {
            work.result.findings = entry.malformed.map { $0.finding(entry.inquiryNumber, line: entry.line) }
            return work.result
        }
        let payer = work.look(up: entry.payer, in: payers, "payer")
        work.result.destination = destination(payer, &work)
        work.result.number = entry.inquiryNumber ?? ""
        let provider = billingProvider(entry, &work)
        work.result.items = [
            .informationSource(source(payer, &work)), .informationReceiver(receiver(provider, &work)),
        ]
        work.require(entry.patient, in: entry.relationship)
        let traces = traces(entry, provider, &work)
        var inquiry = EligibilityInquiry()
        inquiry.benefitInquiries = [question(entry)]
        if let patient = entry.patient {
            work.result.items.append(.inquirySubscriber(subscriber(entry, &work)))
            inquiry.dependent = dependent(patient, entry, traces, &work)
        } else {
            var subscriber = subscriber(entry, &work)
            subscriber.traces = traces
            subscriber.person?.birthDate = work.require(
                entry.subscriber?.birthDate, "the subscriber's date of birth"
            ).map { .date($0) }
            subscriber.person?.gender = entry.subscriber?.gender
            subscriber.person?.dates = dates(entry)
            inquiry.subscriber = subscriber
        }
        work.result.items.append(.inquiry(inquiry))
        return work.result
    }

    // MARK: - Who is asked, and who asks

    private func destination(
        _ payer: NamedPayer?, _ work: inout AssemblyWork<Consignment>
    ) -> Destination? {
        let sender = work.require(practice.sender(to: payer), "the practice's sender")
        guard let payer else { return nil }
        let address = work.require(payer.inquiryAddress ?? payer.address, "the payer's address")
        guard let sender, let address else { return nil }
        return Destination(
            submitter: Submitter(), sender: sender, receiver: Receiver(), address: address,
            profile: payer.profile)
    }

    private func billingProvider(
        _ entry: RosterEntry, _ work: inout AssemblyWork<Consignment>
    ) -> BillingProvider? {
        if entry.billingProvider != nil {
            return work.look(up: entry.billingProvider, in: billingProviders, "billing provider")
        }
        return work.require(practice.billingProviders.first?.billingProvider, "a billing provider")
    }

    private func source(
        _ payer: NamedPayer?, _ work: inout AssemblyWork<Consignment>
    ) -> InformationSource {
        var source = InformationSource()
        guard let payer else { return source }
        var party = InformationSourceDetails()
        party.role = EntityRole(rawValue: "PR")
        party.entityType = .organization
        party.lastOrOrganizationName = work.require(payer.payer?.organizationName, "the payer's name")
        party.identifierQualifier = payer.payer?.identifierQualifier ?? "PI"
        party.identifier = work.require(payer.payer?.identifier, "the payer's identifier")
        source.party = party
        return source
    }

    private func receiver(
        _ provider: BillingProvider?, _ work: inout AssemblyWork<Consignment>
    ) -> InformationReceiver {
        var receiver = InformationReceiver()
        guard let details = provider?.provider else { return receiver }
        var party = InformationReceiverDetails()
        party.role = EntityRole(rawValue: "1P")
        party.entityType = details.entityType
        party.lastOrOrganizationName = work.require(
            details.lastOrOrganizationName, "the billing provider's name")
        party.firstName = details.firstName
        party.middleName = details.middleName
        party.suffix = details.suffix
        party.identifierQualifier = details.identifierQualifier
        party.identifier = work.require(details.identifier, "the billing provider's identifier")
        receiver.party = party
        return receiver
    }

    /// The trace number, and who gives it: `1` and the billing provider's tax number.
    private func traces(
        _ entry: RosterEntry, _ provider: BillingProvider?, _ work: inout AssemblyWork<Consignment>
    ) -> [TraceNumber] {
        let tax = work.require(provider?.provider?.taxIdentifier?.value, "the billing provider's tax number")
        var trace = TraceNumber()
        trace.type = .current
        trace.number = entry.inquiryNumber ?? Self.pendingTrace
        trace.assigningEntityIdentifier = tax.map { "1" + $0.filter { $0 != "-" } }
        return [trace]
    }

    // MARK: - The person, and what is asked

    private func subscriber(
        _ entry: RosterEntry, _ work: inout AssemblyWork<Consignment>
    ) -> InquirySubscriber {
        var person = InquirySubscriberDetails()
        person.entityType = .person
        let own = work.require(entry.subscriber, "the subscriber")
        person.lastOrOrganizationName = work.require(own?.lastName, "the subscriber's last name")
        person.firstName = own?.firstName
        person.middleName = own?.middleName
        person.suffix = own?.suffix
        person.identifierQualifier = "MI"
        person.memberIdentifier = work.require(entry.memberIdentifier, "the member's identifier")
        person.address = own?.address
        if let group = entry.groupNumber {
            var identifier = Identifier()
            identifier.qualifier = "6P"
            identifier.value = group
            person.identifiers = [identifier]
        }
        var subscriber = InquirySubscriber()
        subscriber.person = person
        return subscriber
    }

    private func dependent(
        _ patient: EncounterPerson, _ entry: RosterEntry, _ traces: [TraceNumber],
        _ work: inout AssemblyWork<Consignment>
    ) -> InquiryDependent {
        var person = InquiryDependentDetails()
        person.entityType = .person
        person.lastName = work.require(patient.lastName, "the patient's last name")
        person.firstName = patient.firstName
        person.middleName = patient.middleName
        person.suffix = patient.suffix
        person.address = patient.address
        person.birthDate = work.require(patient.birthDate, "the patient's date of birth").map { .date($0) }
        person.gender = patient.gender
        person.relationship = work.require(entry.relationship, "what the patient is to the subscriber")
        person.dates = dates(entry)
        var dependent = InquiryDependent()
        dependent.traces = traces
        dependent.person = person
        return dependent
    }

    private func dates(_ entry: RosterEntry) -> [QualifiedPeriod] {
        guard let period = entry.serviceDate else { return [] }
        var date = QualifiedPeriod()
        date.qualifier = "291"
        date.period = period
        return [date]
    }

    private func question(_ entry: RosterEntry) -> BenefitInquiry {
        var question = BenefitInquiry()
        question.serviceTypes = entry.serviceTypes.map { ServiceType(rawValue: $0) }
        if let code = entry.procedureCode {
            var procedure = EligibilityProcedure()
            procedure.qualifier = "HC"
            procedure.code = code
            procedure.modifiers = entry.modifiers
            question.procedure = procedure
        }
        if question.serviceTypes.isEmpty, question.procedure == nil {
            question.serviceTypes = [ServiceType(rawValue: "30")]
        }
        return question
    }
}

extension Array {
    /// The entries' values by their keys; of entries with one key, the first counts.
    func keyed<Value>(_ pair: (Element) -> (String?, Value?)) -> [String: Value] {
        var table: [String: Value] = [:]
        for entry in self {
            if case (let key?, let value?) = pair(entry), table[key] == nil { table[key] = value }
        }
        return table
    }
}
