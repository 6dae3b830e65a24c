internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Ambulances: what was transported, why, from where to where, how far.
enum AmbulanceRules {
    static let all: [Rule] = [transport, locations, miles]

    static let transport = Rule(
        "837P-AMB-CR1", level: 6, .claim,
        demand: "an ambulance comes with what it transported and why (CR1), at the claim or at the line",
        reason: "whether a transport is covered hangs on its reason, and its price on the way",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, an ambulance, but reason and distance (CR1) are missing",
                help: "send CR1 with the claim: reason (CR104) and miles (CR106)",
                statuses: ["A6:337"])
        ],
        source: RuleSource(.high, "guide maps, Medicare"),
        examples: [RuleExample(.ambulance, "CR1*LB*175**A*DH*12~\n", "", at: "SV101-2")],
        check: .claim { claim, context, findings in
            guard context.services.contains(.ambulance), claim.ambulanceTransport == nil else { return }
            for (index, line) in claim.serviceLines.enumerated()
            where line.ambulanceTransport == nil && ServiceKind(of: line.procedure).contains(.ambulance) {
                findings.add(
                    at: "serviceLines[\(index)].procedure.code", found: .code(line.procedure?.code ?? ""))
                return
            }
        })

    static let locations = Rule(
        "837P-AMB-LOC", level: 6, .claim,
        demand:
            "an ambulance comes with where it fetched the patient (2310E) and where it took the patient (2310F)",
        reason: "the price hangs on the ZIP code of the first, and cover on both",
        faults: [
            Fault(
                "from", .error, "an ambulance was used, but where it fetched the patient (2310E) is missing",
                help: "send the address in loop 2310E, at lines that differ in 2420G", statuses: ["A6:266"],
                segmentError: "I7"),
            Fault(
                "to", .error, "an ambulance was used, but where it took the patient (2310F) is missing",
                help: "send the address in loop 2310F, at lines that differ in 2420H", statuses: ["A6:763"],
                segmentError: "I7"),
        ],
        source: RuleSource(.high, "guide maps; the statuses were verified"),
        reliesOn: ["2310E NM1", "2310F NM1", "2420G NM1", "2420H NM1"],
        examples: [
            RuleExample(
                .ambulance, "NM1*PW*2~\nN3*430 QUARRY LN~\nN4*SPRINGFIELD*IL*62703~\n", "", at: "CLM",
                fault: "from"),
            RuleExample(
                .ambulance, "NM1*45*2*COUNTY HOSPITAL~\nN3*1 HOSPITAL DR~\nN4*SPRINGFIELD*IL*62704~\n", "",
                at: "CLM", fault: "to"),
            RuleExample(
                .ambulance, "NM1*PW*2~\nN3*430 QUARRY LN~\nN4*SPRINGFIELD*IL*62703~\n", "", at: "CLM",
                fault: "from",
                preparing: [
                    RuleExample.Change(
                        "A0425:RH*150*UN*12***1**Y~\nDTP*472*D8*20260211~",
                        "A0425:RH*150*UN*12***1**Y~\nDTP*472*D8*20260211~\nNM1*PW*2~\nN3*9 RIVER RD~\nN4*PEORIA*IL*61602~"
                    )
                ]),
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.ambulance) else { return }
            let lines = claim.serviceLines.filter { ServiceKind(of: $0.procedure).contains(.ambulance) }
            if claim.ambulancePickUp == nil, lines.contains(where: { $0.ambulancePickUp == nil }) {
                findings.add("from", at: "")
            }
            if claim.ambulanceDropOff == nil, lines.contains(where: { $0.ambulanceDropOff == nil }) {
                findings.add("to", at: "")
            }
        })

    static let miles = Rule(
        "837P-AMB-MILES", level: 6, .claim,
        demand:
            "the units of a line of mileage are the miles of the transport (CR106), rounded to a tenth or up to a whole mile",
        reason: "miles that differ between the two are paid at the lower number, or refused",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, but the transport's distance (CR106) is {expected}",
                help: "correct the units or the distance", statuses: ["A7:267"])
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [
            RuleExample(.ambulance, "A0425:RH*150*UN*12*", "A0425:RH*150*UN*15*", at: "SV104"),
            RuleExample(.ambulance, "A0425:RH*150*UN*12*", "A0425:RH*150*UN*13*", at: "SV104"),
        ],
        check: .claim { claim, context, findings in
            guard context.services.contains(.mileage) else { return }
            // A line may have a transport of its own, and several lines share one.
            for (index, line) in claim.serviceLines.enumerated() {
                guard ServiceKind(of: line.procedure).contains(.mileage), let units = line.unitCount,
                    let distance = line.ambulanceTransport?.distance ?? claim.ambulanceTransport?.distance,
                    let difference = units.subtracting(distance),
                    !difference.isWithin(1, of: .zero) || difference == 1 || difference == -1 || units < .zero
                else { continue }
                findings.add(
                    at: "serviceLines[\(index)].unitCount", found: .count(units),
                    expected: [distance.description])
            }
        })
}
