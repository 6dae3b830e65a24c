/// A line with what the payer made of it.
private struct AdjudicatedLine {
    var service: MadeUpService
    var charge: Int
    var result: MadeUpAdjudication
    var remark: String?
}

/// What a claim and its reversal or correction have in common.
private struct ClaimStory {
    var patientControlNumber: String
    var patient: MadeUpPerson
    /// Present when the patient is not the subscriber.
    var subscriber: MadeUpPerson?
    var filingIndicator: String
    var place: String
    var serviceDate: String
    var renderingIdentifier: String?
}

extension RemittanceComposer {
    /// Loop 2100 with its lines, or a reversal and its correction; returns how many CLP that were.
    mutating func claim() -> Int {
        let story = makeStory()
        let isDenied = random.happens(percent: workload.denialPercent)
        let services = (0..<random.number(in: 1...5)).map { random.service(isFirst: $0 == 0) }
        let lines = services.map { adjudicate($0, isDenied: isDenied) }
        guard !isDenied && random.happens(percent: workload.reversalPercent) else {
            // A flat share of the payment is held back for some claims as a whole, not line by line.
            let isSequestered = story.filingIndicator == "MB"
            write(story, lines, status: isDenied ? "4" : "1", frequency: "1", isSequestered: isSequestered)
            return 1
        }
        let before = lines.map {
            AdjudicatedLine(service: $0.service, charge: -$0.charge, result: $0.result.reversed, remark: nil)
        }
        let after = services.map { adjudicate($0, isDenied: false) }
        write(story, before, status: "22", frequency: "1", isSequestered: false)
        write(story, after, status: "1", frequency: "7", isSequestered: false)
        return 2
    }

    private mutating func makeStory() -> ClaimStory {
        let patient = random.person()
        let hasSubscriber = random.happens(percent: 20)
        return ClaimStory(
            patientControlNumber: "PCN" + digits(random.number(in: 1...99_999_999), 8), patient: patient,
            subscriber: hasSubscriber ? random.person() : nil,
            filingIndicator: hasSubscriber ? "12" : random.pick(["12", "HM", "13", "MB"]),
            place: random.pick(["11", "11", "22", "23"]), serviceDate: random.serviceDate(),
            renderingIdentifier: random.happens(percent: 60) ? random.providerIdentifier() : nil)
    }

    private mutating func adjudicate(_ service: MadeUpService, isDenied: Bool) -> AdjudicatedLine {
        if isDenied || random.happens(percent: 3) {
            let denial = random.pick([
                ("CO", "16", "N290"), ("CO", "97", "M15"), ("PI", "50", "N115"), ("PR", "96", "N30"),
            ])
            return AdjudicatedLine(
                service: service, charge: service.charge,
                result: MadeUpAdjudication(denial: (denial.0, denial.1, service.charge)), remark: denial.2)
        }
        return AdjudicatedLine(
            service: service, charge: service.charge, result: random.adjudication(of: service.charge),
            remark: random.happens(percent: 10) ? "N130" : nil)
    }

    private mutating func write(
        _ story: ClaimStory, _ lines: [AdjudicatedLine], status: String, frequency: String,
        isSequestered: Bool
    ) {
        let charge = lines.reduce(0) { $0 + $1.charge }
        let linesPaid = lines.reduce(0) { $0 + $1.result.paid }
        let heldBack = isSequestered ? linesPaid * 2 / 100 : 0
        let owed = lines.reduce(0) { sum, line in
            let denial = line.result.denial
            return sum + line.result.patientResponsibility + (denial?.group == "PR" ? denial?.amount ?? 0 : 0)
        }
        count(lines: lines.count, charge: charge, paid: linesPaid - heldBack)

        out.segment(
            "CLP", story.patientControlNumber, status, money(charge), money(linesPaid - heldBack),
            status == "22" || owed == 0 ? "" : money(owed), story.filingIndicator,
            "ICN" + digits(random.number(in: 1...999_999_999), 10), story.place, frequency)
        if heldBack != 0 {
            out.segment("CAS", "CO", "253", money(heldBack))
            count(adjustments: 1)
        }
        parties(story)
        if story.filingIndicator == "MB" {
            out.segment(
                "MOA", "", "", random.pick(["MA01", "MA18", "MA07"]),
                random.happens(percent: 30) ? "MA44" : "")
        }
        if random.happens(percent: 30) {
            out.segment("REF", "1L", "GRP" + digits(random.number(in: 1...99_999), 5))
        }
        out.segment("DTM", "232", story.serviceDate)
        out.segment("DTM", "050", "20260212")
        let allowed = lines.reduce(0) {
            $0 + $1.charge - $1.result.contractual - ($1.result.denial?.amount ?? 0)
        }
        if allowed > 0 && random.happens(percent: 50) { out.segment("AMT", "AU", money(allowed)) }
        for (position, line) in lines.enumerated() { write(line, number: position + 1, of: story) }
    }

    private mutating func parties(_ story: ClaimStory) {
        let patient = story.patient
        out.segment(
            "NM1", "QC", "1", patient.last, patient.first, patient.middle, "", "",
            story.subscriber == nil ? "MI" : "", story.subscriber == nil ? patient.memberID : "")
        if let subscriber = story.subscriber {
            out.segment(
                "NM1", "IL", "1", subscriber.last, subscriber.first, "", "", "", "MI", subscriber.memberID)
        }
        if random.happens(percent: 3) { out.segment("NM1", "74", "1", patient.last + "E", patient.first) }
        if let identifier = story.renderingIdentifier {
            out.segment("NM1", "82", "1", "HOLLOWAY", "ADA", "", "", "", "XX", identifier)
        }
    }

    /// Loop 2110.
    private mutating func write(_ line: AdjudicatedLine, number: Int, of story: ClaimStory) {
        let result = line.result
        out.segment(
            "SVC", line.service.procedure, money(line.charge), money(result.paid), "",
            String(line.service.units))
        out.segment("DTM", "472", story.serviceDate)
        count(adjustments: out.adjustments(result))
        out.segment("REF", "6R", story.patientControlNumber + "-" + String(number))
        if line.charge > 0 && result.denial == nil {
            out.segment("AMT", "B6", money(line.charge - result.contractual))
        }
        if let remark = line.remark { out.segment("LQ", "HE", remark) }
    }
}
