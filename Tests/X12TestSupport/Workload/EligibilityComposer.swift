/// Writes the parts of a 271 one after the other and counts them.
struct EligibilityComposer {
    var out: SegmentComposer
    private(set) var key = AnswerKey()

    private var random: SplitMix64
    private var hierarchy = 0
    private let envelope = SegmentComposer.Envelope(
        functionalCode: "HB", guide: "005010X279A1", sender: "PAYER01", receiver: "CLINIC01",
        controlNumber: 777)

    init(workload: EligibilityWorkload) {
        random = SplitMix64(seed: workload.seed)
        out = SegmentComposer(format: workload.format)
    }

    mutating func openInterchange() {
        out.open(envelope)
    }

    mutating func closeInterchange() {
        out.close(envelope)
        key.segments = out.segmentCount
        key.bytes = out.byteCount
    }

    /// ST, BHT, 2000A and 2000B.
    mutating func openSet() {
        key.transactionSets += 1
        out.openSet("271", guide: "005010X279A1")
        out.segment("BHT", "0022", "11", "Q" + digits(key.transactionSets, 6), "20260301", "0930")
        let payer = random.payer()
        out.segment("HL", "1", "", "20", "1")
        out.segment("NM1", "PR", "2", payer.name, "", "", "", "", "PI", payer.identifier)
        out.segment("PER", "IC", "MEMBER SERVICES", "TE", random.telephone())
        out.segment("HL", "2", "1", "21", "1")
        out.segment(
            "NM1", "1P", "2", random.practiceName(), "", "", "", "", "XX", random.providerIdentifier())
        hierarchy = 2
    }

    /// Loop 2000C, with a 2000D where a dependent was asked about.
    mutating func member() {
        let subscriber = random.person()
        let isDependent = random.happens(percent: 20)
        level("22", under: 2, hasChild: isDependent)
        let level = hierarchy
        if !isDependent { trace() }
        out.segment(
            "NM1", "IL", "1", subscriber.last, subscriber.first, subscriber.middle, "", "", "MI",
            subscriber.memberID)
        guard isDependent else {
            details(of: subscriber, relationship: nil)
            return
        }
        let dependent = random.person()
        self.level("23", under: level, hasChild: false)
        trace()
        out.segment("NM1", "03", "1", subscriber.last, dependent.first)
        details(of: dependent, relationship: random.pick(["01", "19", "19"]))
    }

    private mutating func level(_ code: String, under parent: Int, hasChild: Bool) {
        hierarchy += 1
        out.segment("HL", String(hierarchy), String(parent), code, hasChild ? "1" : "0")
    }

    private mutating func trace() {
        out.segment(
            "TRN", "2", "TRACE" + digits(random.number(in: 1...99_999_999), 8), "9" + random.taxIdentifier())
    }

    /// What follows the name of the person who was asked about.
    private mutating func details(of person: MadeUpPerson, relationship: String?) {
        key.members += 1
        if random.happens(percent: 5) {
            out.segment(
                "AAA", "N", "", random.pick(relationship == nil ? ["72", "73", "75"] : ["64", "65", "67"]),
                "C")
            return
        }
        out.segment("REF", "6P", "GRP" + digits(random.number(in: 1...99_999), 5), "MAPLE COUNTY EMPLOYEES")
        let address = random.address()
        out.segment("N3", address.street)
        out.segment("N4", address.city, address.state, address.postalCode)
        out.segment("DMG", "D8", person.birthDate, person.gender)
        if let relationship { out.segment("INS", "N", relationship) }
        out.segment("DTP", "346", "D8", "20260101")
        for number in 0..<random.number(in: 10...30) { benefit(number) }
    }
}

// MARK: - Benefits

private let messages = [
    "PRIMARY CARE VISIT", "SPECIALIST VISIT - A REFERRAL IS NEEDED FOR SERVICES OUT OF THE PLAN AREA",
    "WAIVED FOR PREVENTIVE CARE BY A PROVIDER OF THE NETWORK. OTHERWISE THE AMOUNT IS DUE AT THE TIME OF SERVICE",
    "AMOUNTS OF A FORMER PLAN IN THE SAME CALENDAR YEAR ARE CREDITED WHEN PROOF IS SENT WITHIN 90 DAYS OF ENROLLMENT",
    "COMBINED LIMIT FOR ALL THERAPIES OF A CALENDAR YEAR. FURTHER VISITS NEED A REVIEW BEFORE THE DATE OF SERVICE",
]
private let serviceTypes = [
    "1", "30", "33", "35", "47", "48", "50", "86", "88", "98", "AL", "MH", "UC", "A6", "BG",
]

extension EligibilityComposer {
    /// Loop 2110; the first of a member says that the coverage is active.
    private mutating func benefit(_ number: Int) {
        key.benefits += 1
        if number == 0 {
            out.segment("EB", "1", "FAM", "30", random.pick(["PR", "HM", "C1"]), "SILVER CHOICE 2000")
            out.segment("DTP", "291", "RD8", "20260101-20261231")
            return
        }
        let types = (0..<random.number(in: 1...6)).map { _ in random.pick(serviceTypes) }
        let services = uniqued(types).joined(separator: "^")
        let level = random.pick(["IND", "FAM"])
        let network = random.pick(["Y", "N", "W"])
        switch random.number(in: 1...6) {
        case 1:
            out.segment(
                "EB", "C", level, services, "", "", random.pick(["23", "29"]),
                money(random.number(in: 1...60) * 5_000), "", "", "", "", network)
        case 2:
            out.segment(
                "EB", "G", level, services, "", "", "23", money(random.number(in: 10...90) * 10_000), "", "",
                "", "",
                network)
        case 3:
            out.segment(
                "EB", "A", level, services, "", "", "27", "", "." + random.pick(["1", "15", "2", "3"]), "",
                "", "U", network)
        case 4:
            out.segment(
                "EB", "B", level, services, "", "", "27", money(random.number(in: 1...12) * 500), "", "", "",
                "N",
                network)
            out.segment(
                "MSG", random.pick(["PRIMARY CARE VISIT", "SPECIALIST VISIT", "WAIVED FOR PREVENTIVE CARE"]))
            if random.happens(percent: 40) { out.segment("III", "ZZ", random.pick(["11", "22", "23"])) }
        case 5:
            out.segment(
                "EB", "F", level, services, "", "", "23", "", "", "VS", String(random.number(in: 5...60)))
            out.segment("HSD", "VS", "1", "DA")
        default:
            out.segment("EB", "1", level, services, "", "", "", "", "", "", "", "", network)
            out.segment("DTP", "292", "D8", "20260101")
            out.segment("MSG", random.pick(messages))
        }
        if random.happens(percent: 10) { relatedParty() }
    }

    /// LS, 2120 and LE.
    private mutating func relatedParty() {
        out.segment("LS", "2120")
        if random.happens(percent: 50) {
            let doctor = random.person()
            out.segment(
                "NM1", "P3", "1", doctor.last, doctor.first, "", "", "", "XX", random.providerIdentifier())
            out.segment("PER", "IC", "", "TE", random.telephone())
        } else {
            let payer = random.payer()
            out.segment("NM1", "PR", "2", payer.name, "", "", "", "", "PI", payer.identifier)
        }
        out.segment("LE", "2120")
    }

    /// `codes` without those that came before.
    private func uniqued(_ codes: [String]) -> [String] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }
    }
}
