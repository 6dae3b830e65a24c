internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Identifiers and addresses of all parties: check digits, taxonomy, states, ZIP codes, telephone numbers.
enum IdentifierRules {
    static let all: [Rule] = [nationalIdentifier, taxonomy, nineDigitZIP, state, contactNumbers]

    static let nationalIdentifier = Rule(
        "837P-NPI-LUHN", level: 5, .claim,
        demand: "an NPI (NM109 with XX) has ten digits, begins with 1 or 2, and its check digit is right",
        reason: "a number that fails its check digit is nobody's: a slip in typing",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is no NPI: ten digits with the right check digit",
                help: "compare the number with the provider's; one digit is wrong or two have changed places",
                statuses: ["A7:562:*"])
        ],
        source: RuleSource(.high, "the standard for national identifiers; verified by computing"),
        examples: [
            RuleExample(.officeVisit, "*XX*1234567893~", "*XX*1234567894~", at: "NM109"),
            RuleExample(.hospitalVisit, "*XX*1555000110~", "*XX*1555000111~", at: "NM109"),
            RuleExample(.equipment, "*XX*1555000441~", "*XX*3555000441~", at: "NM109"),
        ],
        check: .several([
            .billingProvider { level, _, findings in check(level.provider?.npi, "provider", &findings) },
            .claim { claim, _, findings in
                check(claim.renderingProvider?.npi, "renderingProvider", &findings)
                for index in claim.referringProviders.indices {
                    check(claim.referringProviders[index].npi, "referringProviders[\(index)]", &findings)
                }
            },
            .whereSent(
                ["2310C", "2310D"],
                .claim { claim, _, findings in
                    check(claim.serviceFacility?.npi, "serviceFacility", &findings)
                    check(claim.supervisingProvider?.npi, "supervisingProvider", &findings)
                }),
            .whereSent(
                ["2420A", "2420B", "2420C", "2420D", "2420E", "2420F"],
                .claim { claim, _, findings in
                    for index in claim.serviceLines.indices {
                        checkLine(claim.serviceLines[index], index, &findings)
                    }
                }),
        ]))

    private static func checkLine(_ line: ServiceLine, _ index: Int, _ findings: inout RuleFindings) {
        check(line.renderingProvider?.npi, "serviceLines[\(index)].renderingProvider", &findings)
        check(
            line.purchasedServiceProvider?.npi, "serviceLines[\(index)].purchasedServiceProvider", &findings)
        check(line.serviceFacility?.npi, "serviceLines[\(index)].serviceFacility", &findings)
        check(line.supervisingProvider?.npi, "serviceLines[\(index)].supervisingProvider", &findings)
        check(line.orderingProvider?.npi, "serviceLines[\(index)].orderingProvider", &findings)
        for place in line.referringProviders.indices {
            check(
                line.referringProviders[place].npi, "serviceLines[\(index)].referringProviders[\(place)]",
                &findings)
        }
    }

    private static func check(
        _ number: String?, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard let number, !IdentifierForms.isNPI(number) else { return }
        findings.add(at: path() + ".identifier", found: .identifier(number))
    }

    static let taxonomy = Rule(
        "837P-TAXONOMY", level: 5, .claim,
        demand: "a taxonomy code (PRV03) has nine letters or digits and an X behind them, and is in the list",
        reason: "payers choose contract and price by it where a provider has several specialties",
        faults: [
            Fault(
                "form", .warning, "{at} ({name}) is {found}, which has not the form of a taxonomy code",
                help: "send the ten characters of the code list, 207Q00000X",
                statuses: ["A7:145:85"])
        ]
            + Fault.membership(
                in: "the taxonomy list", .warning, dates: .warning,
                [Fault.unlisted, Fault.unsure, Fault.ended],
                statuses: ["A7:145:85"]),
        source: RuleSource(
            .high, "form of the taxonomy list; the list is asked where it was loaded: x12 codes load taxonomy"
        ),
        sent: ["2000A PRV", "2310B PRV", "2420A PRV"],
        examples: [
            RuleExample(
                .hospitalVisit, "PRV*PE*PXC*207R00000X~", "PRV*PE*PXC*207R~", at: "PRV03", fault: "form"),
            RuleExample(
                .officeVisit, "PRV*BI*PXC*207Q00000X~", "PRV*BI*PXC*207Q000000~", at: "PRV03", fault: "form",
                preparing: [RuleExample.Change("HL*1**20*1~", "HL*1**20*1~\nPRV*BI*PXC*207Q00000X~")]),
            RuleExample(
                .hospitalVisit, "PRV*PE*PXC*207R00000X~", "PRV*PE*PXC*207R99999X~", at: "PRV03",
                fault: Fault.unlisted, codes: .example(.taxonomy, "207R00000X")),
            RuleExample(
                .hospitalVisit, "PRV*PE*PXC*207R00000X~", "PRV*PE*PXC*207R99999X~", at: "PRV03",
                fault: Fault.unsure, codes: .example(.taxonomy, last: "2025-12-31", "207R00000X")),
            RuleExample(
                .hospitalVisit, "PRV*PE*PXC*207R00000X~", "PRV*PE*PXC*246ZS0400X~", at: "PRV03",
                fault: Fault.ended,
                codes: .example(.taxonomy, until: ("246ZS0400X", "2025-06-30"), "207R00000X")),
        ],
        check: .several([
            .billingProvider { level, levels, findings in
                check(taxonomy: level.taxonomyCode, on: levels.received, "taxonomyCode", &findings)
            },
            .claim { claim, context, findings in
                let day = context.firstServiceDay ?? context.received
                check(
                    taxonomy: claim.renderingProvider?.taxonomyCode, on: day,
                    "renderingProvider.taxonomyCode", &findings)
                for index in claim.serviceLines.indices {
                    check(
                        taxonomy: claim.serviceLines[index].renderingProvider?.taxonomyCode, on: day,
                        "serviceLines[\(index)].renderingProvider.taxonomyCode", &findings)
                }
            },
        ]))

    private static func check(
        taxonomy code: String?, on day: CalendarDate?, _ path: @autoclosure () -> String,
        _ findings: inout RuleFindings
    ) {
        guard let code else { return }
        guard IdentifierForms.isTaxonomy(code) else {
            return findings.add("form", at: path(), found: .code(code))
        }
        findings.ask(code, in: .taxonomy, from: day, at: path())
    }

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
        ]))

    private static func check(
        state address: Address?, _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard let address else { return }
        if address.country == "US" || address.country == "USA" {
            findings.add("country", at: path() + ".address.country", found: .code(address.country ?? ""))
            return
        }
        if let country = address.country, country != "CA" {
            guard let codes = findings.codes, !codes.has(country, in: .country) else { return }
            return findings.add(
                Fault.unlisted, at: path() + ".address.country", found: .code(country))
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
        if address.country == nil, let state = address.state, Places.provinces.contains(state) {
            return findings.add("no country", at: path() + ".address.state", found: .code(state))
        }
        guard Places.isUnitedStates(address), address.state != nil, let zip = address.postalCode,
            !IdentifierForms.isDigits(zip, 5), !IdentifierForms.isDigits(zip, 9)
        else { return }
        let count = zip.utf8.count
        findings.add("zip", at: path() + ".address.postalCode", detail: "\(count) characters")
    }

    static let contactNumbers = Rule(
        "837P-PER-PHONE", level: 5, .claim,
        demand: "a telephone or fax number has ten digits, area code first, and an e-mail address one @",
        reason: "a number that cannot be called is as good as none when the payer has a question",
        faults: [
            Fault(
                "number", .warning,
                "{at} ({name}) is {found}, must have ten digits, area code first, and nothing else",
                help: "send the digits alone; an extension goes into a pair of its own, with EX",
                statuses: ["A7:127:*"]),
            Fault(
                "mail", .warning, "{at} ({name}) is {found}, which is no e-mail address",
                help: "send name, @ and domain", statuses: ["A7:127:*"]),
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        examples: [
            RuleExample(.officeVisit, "TE*5555550100~", "TE*555-0100~", at: "PER04", fault: "number"),
            RuleExample(
                .officeVisit, "EM*BILLING@EXAMPLE.COM~", "EM*BILLING.EXAMPLE.COM~", at: "PER06",
                fault: "mail",
                preparing: [RuleExample.Change("TE*5555550100~", "TE*5555550100*EM*BILLING@EXAMPLE.COM~")]),
        ],
        check: .several([
            .claimHeader { header, _, findings in
                check(contacts: header.submitter?.contacts ?? [], "submitter.contacts", &findings)
            },
            .billingProvider { level, _, findings in
                check(contacts: level.provider?.contacts ?? [], "provider.contacts", &findings)
            },
            .whereSent(
                ["2310C PER", "2420E PER"],
                .claim { claim, _, findings in
                    if let contact = claim.serviceFacility?.contact {
                        check(contact, "serviceFacility.contact", &findings)
                    }
                    for index in claim.serviceLines.indices {
                        guard let contact = claim.serviceLines[index].orderingProvider?.contact else {
                            continue
                        }
                        check(contact, "serviceLines[\(index)].orderingProvider.contact", &findings)
                    }
                }),
        ]))

    private static func check(contacts: [Contact], _ path: String, _ findings: inout RuleFindings) {
        for index in contacts.indices { check(contacts[index], "\(path)[\(index)]", &findings) }
    }

    private static func check(_ contact: Contact, _ path: String, _ findings: inout RuleFindings) {
        for (index, number) in contact.numbers.enumerated() {
            guard let value = number.value else { continue }
            switch number.qualifier {
            case "TE", "FX":
                if !IdentifierForms.isTelephone(value) {
                    findings.add("number", at: "\(path).numbers[\(index)].value", found: .identifier(value))
                }
            case "EM":
                let parts = value.split(separator: "@", omittingEmptySubsequences: false)
                if parts.count != 2 || parts.contains(where: \.isEmpty) {
                    findings.add("mail", at: "\(path).numbers[\(index)].value", found: .identifier(value))
                }
            default: break
            }
        }
    }
}
