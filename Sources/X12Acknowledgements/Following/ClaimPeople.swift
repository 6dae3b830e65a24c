internal import X12Models
internal import X12Text

/// Digests of who a claim is for: enough to see whether two claims, or a claim and a payment, are of one patient.
struct ClaimPeople: Sendable {
    /// The member's number.
    var member = PlainDigest()
    /// The patient's name.
    var patient = PlainDigest()
    /// The day of the patient's birth.
    var birth = PlainDigest()
    /// Last names: the patient's and the subscriber's.
    var patientLast = PlainDigest()
    var subscriberLast = PlainDigest()

    init(_ claim: Claim) {
        let subscriber = claim.subscriber?.person
        let own = claim.patient?.person
        member = PlainDigest(subscriber?.memberIdentifier)
        subscriberLast = PlainDigest(subscriber?.lastOrOrganizationName)
        patientLast = own.map { PlainDigest($0.lastName) } ?? subscriberLast
        patient = PlainDigest(
            own.map { [$0.lastName, $0.firstName] }
                ?? [subscriber?.lastOrOrganizationName, subscriber?.firstName])
        birth = PlainDigest((own?.birthDate ?? subscriber?.birthDate)?.firstDay?.description)
    }

    /// Whether two of number, name and birth agree: what was misspelt once is sent again as it should be.
    func isPatient(of other: ClaimPeople) -> Bool {
        [member == other.member, patient == other.patient, birth == other.birth].count(where: \.self) >= 2
    }

    /// Whether neither a last name nor a member number of a payment is the claim's; where either cannot be compared, nobody
    /// can say.
    func isStrange(to told: ToldPeople) -> Bool {
        guard !told.names.isEmpty, !told.numbers.isEmpty, !member.isNone, !patientLast.isNone else {
            return false
        }
        return !told.numbers.contains(member) && !told.names.contains(patientLast)
            && !told.names.contains(subscriberLast)
    }
}
