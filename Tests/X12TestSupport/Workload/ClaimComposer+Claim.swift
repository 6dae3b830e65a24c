extension ClaimComposer {
    /// Loop 2300 with all that belongs to it.
    mutating func claim(subscriber: MadeUpPerson, otherPayer: MadeUpPayer?, isDependent: Bool) {
        let services = random.services(random.number(in: 1...5))
        let place = random.pick(["11", "11", "11", "22", "23", "02"])
        let adjudications =
            otherPayer == nil ? [] : services.map { random.adjudication(of: $0.charge) }
        let paid = adjudications.reduce(0) { $0 + $1.paid }
        let serviceDate = random.serviceDate()
        let diagnosisCount = random.number(in: 1...4)
        count(services: services, paid: paid)

        claimHeader(services: services, place: place, diagnosisCount: diagnosisCount)
        claimProviders(isFacility: place == "22" || place == "23")
        if let otherPayer {
            coordination(
                subscriber: subscriber, payer: otherPayer, adjudications: adjudications,
                isDependent: isDependent)
        }
        for (position, service) in services.enumerated() {
            line(position + 1, service, date: serviceDate, pointerLimit: diagnosisCount)
            if let otherPayer {
                out.segment(
                    "SVD", otherPayer.identifier, money(adjudications[position].paid), service.procedure, "",
                    String(service.units))
                count(adjustments: out.adjustments(adjudications[position]))
                out.segment("DTP", "573", "D8", "20260210")
            }
        }
    }

    /// CLM to HI.
    private mutating func claimHeader(services: [MadeUpService], place: String, diagnosisCount: Int) {
        let charge = services.reduce(0) { $0 + $1.charge }
        let frequency = random.happens(percent: 3) ? "7" : "1"
        let isAccident = random.happens(percent: 4)
        out.segment(
            "CLM", "PCN" + digits(key.claims, 8), money(charge), "", "", place + ":B:" + frequency, "Y", "A",
            "Y",
            "Y", "", isAccident ? "OA" : "")
        if random.happens(percent: 20) { out.segment("DTP", "431", "D8", "20250828") }
        if isAccident { out.segment("DTP", "439", "D8", "20250827") }
        if random.happens(percent: 10) {
            out.segment("AMT", "F5", money(min(charge, random.number(in: 2...8) * 500)))
        }
        if random.happens(percent: 8) {
            out.segment("REF", "G1", "AUTH" + digits(random.number(in: 1...999_999), 6))
        }
        if frequency == "7" { out.segment("REF", "F8", "ICN" + digits(random.number(in: 1...99_999_999), 8)) }
        if services.contains(where: \.isLaboratory) {
            out.segment("REF", "X4", "14D" + digits(random.number(in: 1...9_999_999), 7))
        }
        out.segment("REF", "D9", "CH" + digits(random.number(in: 1...999_999_999), 10))
        if random.happens(percent: 5) { out.segment("NTE", "ADD", "SEEN WITHOUT APPOINTMENT") }
        let diagnoses = random.diagnoses(diagnosisCount).enumerated().map { ($0 == 0 ? "ABK:" : "ABF:") + $1 }
        out.segment(
            "HI", diagnoses[0], diagnosisCount > 1 ? diagnoses[1] : "",
            diagnosisCount > 2 ? diagnoses[2] : "",
            diagnosisCount > 3 ? diagnoses[3] : "")
    }

    /// Loops 2310A to 2310C.
    private mutating func claimProviders(isFacility: Bool) {
        if random.happens(percent: 25) {
            let doctor = random.person()
            out.segment(
                "NM1", "DN", "1", doctor.last, doctor.first, "", "", "", "XX", random.providerIdentifier())
        }
        if random.happens(percent: 75) {
            let doctor = random.person()
            out.segment(
                "NM1", "82", "1", doctor.last, doctor.first, doctor.middle, "", "", "XX",
                random.providerIdentifier())
            out.segment("PRV", "PE", "PXC", random.pick(["207Q00000X", "363LF0000X", "207R00000X"]))
        }
        if isFacility || random.happens(percent: 20) {
            out.segment(
                "NM1", "77", "2", random.practiceName(), "", "", "", "", "XX", random.providerIdentifier())
            address(isProvider: true)
        }
    }

    /// Loops 2320, 2330A and 2330B.
    private mutating func coordination(
        subscriber: MadeUpPerson, payer: MadeUpPayer, adjudications: [MadeUpAdjudication], isDependent: Bool
    ) {
        let paid = adjudications.reduce(0) { $0 + $1.paid }
        let owed = adjudications.reduce(0) { $0 + $1.patientResponsibility }
        out.segment("SBR", "P", isDependent ? "19" : "18", "", "", "", "", "", "", payer.filingIndicator)
        out.segment("AMT", "D", money(paid))
        if owed > 0 { out.segment("AMT", "EAF", money(owed)) }
        out.segment("OI", "", "", "Y", "", "", "Y")
        out.segment(
            "NM1", "IL", "1", subscriber.last, subscriber.first, "", "", "", "MI",
            "X" + digits(random.number(in: 1...99_999_999), 8))
        out.segment("NM1", "PR", "2", payer.name, "", "", "", "", "PI", payer.identifier)
        out.segment("REF", "F8", "OTH" + digits(random.number(in: 1...99_999_999), 8))
    }

    /// Loop 2400 up to 2410.
    private mutating func line(_ number: Int, _ service: MadeUpService, date: String, pointerLimit: Int) {
        let pointers = pointerLimit > 1 && random.happens(percent: 40) ? "1:2" : "1"
        out.segment("LX", String(number))
        out.segment(
            "SV1", service.procedure, money(service.charge), "UN", String(service.units), "", "", pointers)
        out.segment("DTP", "472", "D8", date)
        out.segment("REF", "6R", "L" + digits(key.claims, 8) + "-" + String(number))
        if let drug = service.drugCode {
            out.segment("LIN", "", "N4", drug)
            out.segment("CTP", "", "", "", String(service.units), "ML")
        }
    }
}
