/// Writes the parts of an 837P one after the other and counts them.
struct ClaimComposer {
    let workload: ClaimWorkload
    var random: SplitMix64
    var out: SegmentComposer
    private(set) var key = AnswerKey()

    private let envelope: SegmentComposer.Envelope
    private var hierarchy = 0
    private var billingLevel = 0

    init(workload: ClaimWorkload) {
        self.workload = workload
        random = SplitMix64(seed: workload.seed)
        out = SegmentComposer(format: workload.format)
        envelope = SegmentComposer.Envelope(
            functionalCode: "HC", guide: "005010X222A1", sender: "CLINIC01", receiver: "PAYER01",
            controlNumber: 101)
    }

    mutating func openInterchange() {
        out.open(envelope)
    }

    mutating func closeInterchange() {
        out.close(envelope)
        key.segments = out.segmentCount
        key.bytes = out.byteCount
    }

    mutating func openSet() {
        key.transactionSets += 1
        hierarchy = 0
        out.openSet("837", guide: "005010X222A1")
        out.segment("BHT", "0019", "00", "B" + digits(key.transactionSets, 6), "20260301", "0930", "CH")
        out.segment("NM1", "41", "2", "MAPLE CLINIC", "", "", "", "", "46", "CLINIC01")
        out.segment("PER", "IC", "BILLING OFFICE", "TE", random.telephone())
        out.segment("NM1", "40", "2", "SAMPLE PAYER", "", "", "", "", "46", "PAYER01")
    }

    /// Loop 2000A.
    mutating func billingProvider() {
        hierarchy += 1
        billingLevel = hierarchy
        out.segment("HL", String(hierarchy), "", "20", "1")
        out.segment("PRV", "BI", "PXC", random.pick(["207Q00000X", "208D00000X", "2080P0216X"]))
        out.segment(
            "NM1", "85", "2", random.practiceName(), "", "", "", "", "XX", random.providerIdentifier())
        address(isProvider: true)
        out.segment("REF", "EI", random.taxIdentifier())
        if random.happens(percent: 50) { out.segment("PER", "IC", "FRONT DESK", "TE", random.telephone()) }
    }

    /// Loop 2000B, with a 2000C where the patient is a dependent; returns how many claims it holds.
    mutating func subscriber(atMost most: Int) -> Int {
        let person = random.person()
        var payer = random.payer()
        let hasDependent = payer.coversDependents && random.happens(percent: workload.dependentPercent)
        let otherPayer =
            random.happens(percent: workload.coordinationPercent) ? firstPayer(before: payer) : nil
        if otherPayer != nil && payer.filingIndicator == "MC" { payer.filingIndicator = "CI" }

        hierarchy += 1
        let level = hierarchy
        out.segment("HL", String(level), String(billingLevel), "22", hasDependent ? "1" : "0")
        let group = random.happens(percent: 60) ? "GRP" + String(random.number(in: 1000...99_999)) : ""
        out.segment(
            "SBR", otherPayer == nil ? "P" : "S", hasDependent ? "" : "18", group, "", "", "", "", "",
            payer.filingIndicator)
        out.segment("NM1", "IL", "1", person.last, person.first, person.middle, "", "", "MI", person.memberID)
        if !hasDependent {
            address()
            out.segment("DMG", "D8", person.birthDate, person.gender)
        }
        out.segment("NM1", "PR", "2", payer.name, "", "", "", "", "PI", payer.identifier)
        if hasDependent { dependent(of: person, under: level) }

        let claims = min(most, random.happens(percent: 15) ? 2 : 1)
        for _ in 0..<claims { claim(subscriber: person, otherPayer: otherPayer, isDependent: hasDependent) }
        return claims
    }

    /// HL, PAT and 2010CA.
    private mutating func dependent(of subscriber: MadeUpPerson, under parent: Int) {
        let person = random.person()
        hierarchy += 1
        out.segment("HL", String(hierarchy), String(parent), "23", "0")
        out.segment("PAT", random.pick(["19", "19", "01", "G8"]))
        out.segment("NM1", "QC", "1", subscriber.last, person.first, person.middle)
        address()
        out.segment("DMG", "D8", person.birthDate, person.gender)
    }

    /// Another payer than `payer`.
    private mutating func firstPayer(before payer: MadeUpPayer) -> MadeUpPayer {
        var other = random.payer()
        while other.identifier == payer.identifier || !other.coversDependents { other = random.payer() }
        return other
    }

    /// N3 and N4.
    mutating func address(isProvider: Bool = false) {
        let address = random.address(isProvider: isProvider)
        out.segment("N3", address.street)
        out.segment("N4", address.city, address.state, address.postalCode)
    }

    /// Counts one claim and one of its lines for the answer key.
    mutating func count(services: [MadeUpService], paid: Int) {
        key.claims += 1
        key.serviceLines += services.count
        key.charges += services.reduce(0) { $0 + $1.charge }
        key.paid += paid
    }

    mutating func count(adjustments: Int) {
        key.adjustments += adjustments
    }
}
