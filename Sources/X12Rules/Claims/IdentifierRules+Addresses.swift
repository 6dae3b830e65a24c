internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// States, ZIP codes and countries of all parties.
extension IdentifierRules {
    static let nineDigitZIP = Rule(
        "837P-ZIP9", level: 4, .claim,
        demand:
            "the billing provider and service locations in the United States have a ZIP code of nine digits",
        reason: "payers price by the place, to the last four digits",
        faults: [
            Fault(
                .error, "{at} ({name}) has {detail}, must have nine",
                help: "add the four digits behind the ZIP code, without a hyphen",
                statuses: ["A7:500:*"])
        ],
        source: RuleSource(.high, "a public vendor edit, Medicare"),
        examples: [
            RuleExample(.officeVisit, "N4*SPRINGFIELD*IL*627010001~", "N4*SPRINGFIELD*IL*62701~", at: "N403"),
            RuleExample(
                .hospitalVisit, "N4*SPRINGFIELD*IL*627040002~", "N4*SPRINGFIELD*IL*62704~", at: "N403"),
        ],
        check: .several([
            .billingProvider { level, _, findings in
                check(zip: level.provider?.address, "provider.address", &findings)
            },
            .whereSent(
                ["2310C", "2420C"],
                .claim { claim, _, findings in
                    check(zip: claim.serviceFacility?.address, "serviceFacility.address", &findings)
                    for index in claim.serviceLines.indices {
                        check(
                            zip: claim.serviceLines[index].serviceFacility?.address,
                            "serviceLines[\(index)].serviceFacility.address", &findings)
                    }
                }),
        ]))

    private static func check(
        zip address: Address?, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        // Another number of digits than 5 or 9 is for the rule on states and ZIP codes to say.
        guard let address, Places.isUnitedStates(address), let zip = address.postalCode,
            IdentifierForms.isDigits(zip, 5)
        else { return }
        findings.add(at: path() + ".postalCode", detail: "5 digits")
    }

    static let state = Rule(
        "837P-N4-STATE", level: 5, .claim,
        demand:
            "an address in the United States or Canada has a state or province (N402) and a ZIP code of five or nine digits; N404 is for other countries",
        reason: "payers price and route by the place",
        faults: [
            Fault(
                "state", .error,
                "{at} ({name}) is {found}, which is no state or province of the United States or Canada",
                help: "send the two letters of the post office; in other countries send N404 and no state",
                statuses: ["A7:501:*"]),
            Fault(
                "no state", .error, "the address has a city ({at}), but no state or province (N402)",
                help: "send the two letters of the post office; in other countries send N404",
                statuses: ["A7:501:*"]),
            Fault(
                "no zip", .error, "the address has a city ({at}), but no ZIP or postal code (N403)",
                help: "send the ZIP code; in other countries send N404", statuses: ["A7:500:*"]),
            Fault(
                "zip", .error, "{at} ({name}) has {detail}, must have 5 or 9 digits and nothing else",
                help: "send the ZIP code without hyphen or blank", statuses: ["A7:500:*"]),
            Fault(
                "country", .error, "{at} ({name}) is {found}, which goes without saying",
                help: "leave N404 out for addresses in the United States", statuses: ["A7:680:*"]),
            Fault(
                "no province", .error,
                "{at} ({name}) is {found}, a state of the United States, but the country (N404) is CA",
                help: "leave N404 out for addresses in the United States, or send the province",
                statuses: ["A7:501:*"]),
            Fault(
                "abroad", .warning,
                "{at} ({name}) is {found}, a state of the United States, but the country (N404) is {detail}",
                help:
                    "leave N404 out for addresses in the United States; of other countries send no state, and a region in N407",
                statuses: ["A7:501:*"]),
            Fault(
                "no country", .error,
                "{at} ({name}) is {found}, a province of Canada, but no country (N404) is sent",
                help: "send CA in N404, or correct the state", statuses: ["A7:680:*"]),
            Fault(
                Fault.unlisted, .error, "{at} ({name}) is {found}, which is no country of ISO 3166",
                help: "send the two letters of the country", statuses: ["A7:680:*"]),
        ],
        source: RuleSource(.high, "the standard, front matter of the guide"),
        examples: [
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*ZZ*62701~", at: "N402",
                fault: "state"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD**62701~", at: "N401",
                fault: "no state"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*IL~", at: "N401", fault: "no zip"),
            RuleExample(
                .officeVisit, "N4*TORONTO*ON*M5V3L9*CA~", "N4*TORONTO**M5V3L9*CA~", at: "N401",
                fault: "no state",
                preparing: [RuleExample.Change("N4*SPRINGFIELD*IL*62701~", "N4*TORONTO*ON*M5V3L9*CA~")]),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*IL*62701-1~", at: "N403",
                fault: "zip"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*IL*62701*US~", at: "N404",
                fault: "country"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*TORONTO*ON*M5V3L9~", at: "N402",
                fault: "no country"),
            RuleExample(
                .officeVisit, "N4*SPRINGFIELD*IL*62701~", "N4*SPRINGFIELD*IL*62701*CA~", at: "N402",
                fault: "no province"),
            RuleExample(
                .officeVisit, "N4*TIJUANA**22000*MX~", "N4*SPRINGFIELD*IL*62701*MX~", at: "N402",
                fault: "abroad",
                preparing: [RuleExample.Change("N4*SPRINGFIELD*IL*62701~", "N4*TIJUANA**22000*MX~")]),
            RuleExample(
                .ambulance, "N4*PEORIA*IL*61602~", "N4*PEORIA*ZZ*61602~", at: "N402", fault: "state",
                preparing: [
                    RuleExample.Change(
                        "A0425:RH*150*UN*12***1**Y~\nDTP*472*D8*20260211~",
                        "A0425:RH*150*UN*12***1**Y~\nDTP*472*D8*20260211~\nNM1*45*2~\nN3*5 RIVER RD~\nN4*PEORIA*IL*61602~"
                    )
                ]),
            RuleExample(
                .officeVisit, "N4*TORONTO*ON*M5V3L9*CA~", "N4*TORONTO*ON*M5V3L9*XX~", at: "N404",
                fault: Fault.unlisted,
                preparing: [RuleExample.Change("N4*SPRINGFIELD*IL*62701~", "N4*TORONTO*ON*M5V3L9*CA~")]),
        ],
        check: .several([
            .billingProvider { level, _, findings in
                check(state: level.provider?.address, "provider", &findings)
                check(state: level.payToAddress?.address, "payToAddress", &findings)
                check(state: level.payToPlan?.address, "payToPlan", &findings)
            },
            .subscriber { level, _, findings in
                check(state: level.person?.address, "person", &findings)
                check(state: level.payer?.address, "payer", &findings)
            },
            .patient { level, _, findings in check(state: level.person?.address, "person", &findings) },
            .whereSent(
                ["2310C", "2310E", "2310F", "2330A", "2330B"],
                .claim { claim, _, findings in
                    check(state: claim.serviceFacility?.address, "serviceFacility", &findings)
                    check(state: claim.ambulancePickUp?.address, "ambulancePickUp", &findings)
                    check(state: claim.ambulanceDropOff?.address, "ambulanceDropOff", &findings)
                    for index in claim.otherSubscribers.indices {
                        check(
                            state: claim.otherSubscribers[index].person?.address,
                            "otherSubscribers[\(index)].person",
                            &findings)
                        check(
                            state: claim.otherSubscribers[index].payer?.address,
                            "otherSubscribers[\(index)].payer",
                            &findings)
                    }
                }),
            .whereSent(
                ["2420C", "2420E", "2420G", "2420H"],
                .claim { claim, _, findings in
                    for index in claim.serviceLines.indices {
                        checkLineStates(claim.serviceLines[index], index, &findings)
                    }
                }),
        ]))

    private static func checkLineStates(
        _ line: ServiceLine, _ index: Int, _ findings: inout RuleFindings
    ) {
        check(state: line.serviceFacility?.address, "serviceLines[\(index)].serviceFacility", &findings)
        check(state: line.orderingProvider?.address, "serviceLines[\(index)].orderingProvider", &findings)
        check(state: line.ambulancePickUp?.address, "serviceLines[\(index)].ambulancePickUp", &findings)
        check(state: line.ambulanceDropOff?.address, "serviceLines[\(index)].ambulanceDropOff", &findings)
    }

    private static func check(
        state address: Address?, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard let address else { return }
        if address.country == "US" || address.country == "USA" {
            findings.add("country", at: path() + ".address.country", found: .code(address.country ?? ""))
            return
        }
        if let country = address.country, country != "CA" {
            if let codes = findings.codes, !codes.has(country, in: .country) {
                return findings.add(
                    Fault.unlisted, at: path() + ".address.country", found: .code(country))
            }
            if let state = address.state, Places.states.contains(state) {
                findings.add(
                    "abroad", at: path() + ".address.state", found: .code(state), detail: country)
            }
            return
        }
        if address.city != nil, address.state == nil {
            return findings.add("no state", at: path() + ".address.city")
        }
        if address.city != nil, address.postalCode == nil {
            return findings.add("no zip", at: path() + ".address.city")
        }
        if let state = address.state, !Places.states.contains(state), !Places.provinces.contains(state) {
            return findings.add("state", at: path() + ".address.state", found: .code(state))
        }
        if address.country != nil, let state = address.state, Places.states.contains(state) {
            return findings.add("no province", at: path() + ".address.state", found: .code(state))
        }
        if address.country == nil, let state = address.state, Places.provinces.contains(state) {
            return findings.add("no country", at: path() + ".address.state", found: .code(state))
        }
        guard Places.isUnitedStates(address), address.state != nil, let zip = address.postalCode,
            !IdentifierForms.isDigits(zip, 5), !IdentifierForms.isDigits(zip, 9)
        else { return }
        let count = zip.utf8.count
        findings.add("zip", at: path() + ".address.postalCode", detail: "\(count) characters")
    }
}
