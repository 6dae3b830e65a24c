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
                .error,
                "{at} ({name}) is {found}, which is no NPI: ten digits with the right check digit{detail}",
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
        findings.add(
            at: path() + ".identifier", found: .identifier(number),
            detail: number.hasPrefix(" ") ? ", and it begins with a blank" : "")
    }

    static let taxonomy = Rule(
        "837P-TAXONOMY", level: 5, .claim,
        demand: "a taxonomy code (PRV03) has nine letters or digits and an X behind them, and is in the list",
        reason: "payers choose contract and price by it where a provider has several specialties",
        faults: [
            Fault(
                "form", .warning, "{at} ({name}) is {found}, which has not the form of a taxonomy code",
                help: "send the ten characters of the code list, 207Q00000X",
                statuses: ["A7:145:85"]),
            Fault(
                "treated form", .warning,
                "{at} ({name}) is {found}, which has not the form of a taxonomy code",
                help: "send the ten characters of the code list, 207Q00000X",
                statuses: ["A7:145:82"]),
        ] + taxonomyList("A7:145:85") + taxonomyList("A7:145:82", prefix: treated),
        source: RuleSource(
            .high, "form of the taxonomy list; the list is asked where it was loaded: x12 codes load taxonomy"
        ),
        sent: ["2000A PRV", "2310B PRV", "2420A PRV"],
        examples: [
            RuleExample(
                .hospitalVisit, "PRV*PE*PXC*207R00000X~", "PRV*PE*PXC*207R~", at: "PRV03",
                fault: "treated form"),
            RuleExample(
                .officeVisit, "PRV*BI*PXC*207R00000X~", "PRV*BI*PXC*207R000000~", at: "PRV03", fault: "form",
                preparing: [specialty]),
        ] + taxonomyExamples(.officeVisit, "PRV*BI*PXC*", [specialty])
            + taxonomyExamples(.hospitalVisit, "PRV*PE*PXC*", [], prefix: treated),
        check: .several([
            .billingProvider { level, levels, findings in
                check(
                    taxonomy: level.taxonomyCode, on: levels.received, "taxonomyCode", prefix: "", &findings)
            },
            .claim { claim, context, findings in
                let day = context.firstServiceDay ?? context.received
                check(
                    taxonomy: claim.renderingProvider?.taxonomyCode, on: day,
                    "renderingProvider.taxonomyCode", prefix: treated, &findings)
                for index in claim.serviceLines.indices {
                    check(
                        taxonomy: claim.serviceLines[index].renderingProvider?.taxonomyCode, on: day,
                        "serviceLines[\(index)].renderingProvider.taxonomyCode", prefix: treated, &findings)
                }
            },
        ]))

    private static func check(
        taxonomy code: String?, on day: CalendarDate?, _ path: @autoclosure () -> String, prefix: String,
        _ findings: inout RuleFindings
    ) {
        guard let code else { return }
        guard IdentifierForms.isTaxonomy(code) else {
            return findings.add(prefix + "form", at: path(), found: .code(code))
        }
        findings.ask(code, in: .taxonomy, from: day, at: path(), prefix: prefix)
    }

    /// What the names of faults begin with for who treated; the others are of who bills.
    private static let treated = "treated "

    private static func taxonomyList(_ status: Finding.ClaimStatus, prefix: String = "") -> [Fault] {
        Fault.membership(
            in: "the taxonomy list", .warning, dates: .warning, [Fault.unlisted, Fault.unsure, Fault.ended],
            statuses: [status], prefix: prefix)
    }

    private static let specialty = RuleExample.Change("HL*1**20*1~", "HL*1**20*1~\nPRV*BI*PXC*207R00000X~")

    /// An example for each way in which the list can have something against a specialty.
    private static func taxonomyExamples(
        _ base: ExampleSet, _ segment: String, _ preparing: [RuleExample.Change], prefix: String = ""
    ) -> [RuleExample] {
        func example(_ code: String, _ fault: String, _ codes: CodeTables) -> RuleExample {
            RuleExample(
                base, segment + "207R00000X~", segment + code + "~", at: "PRV03", fault: prefix + fault,
                preparing: preparing, codes: codes)
        }
        return [
            example("207R99999X", Fault.unlisted, .example(.taxonomy, "207R00000X")),
            example("207R99999X", Fault.unsure, .example(.taxonomy, last: "2025-12-31", "207R00000X")),
            example(
                "246ZS0400X", Fault.ended,
                .example(.taxonomy, until: ("246ZS0400X", "2025-06-30"), "207R00000X")),
        ]
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
            RuleExample(
                .dependentVisit, "TE*2175550111~", "TE*555-0111~", at: "PER04", fault: "number",
                preparing: [
                    RuleExample.Change("PAT*19~", "PAT*20~"),
                    RuleExample.Change(
                        "DMG*D8*20190311*M~",
                        "DMG*D8*20190311*M~\nREF*Y4*RW1~\nPER*IC*BEN ISAAC*TE*2175550111~"),
                ]),
        ],
        check: .several([
            .claimHeader { header, _, findings in
                check(contacts: header.submitter?.contacts ?? [], "submitter.contacts", &findings)
            },
            .billingProvider { level, _, findings in
                check(contacts: level.provider?.contacts ?? [], "provider.contacts", &findings)
            },
            .whereSent(
                ["2010BA PER"],
                .subscriber { level, _, findings in
                    if let contact = level.person?.contact { check(contact, "person.contact", &findings) }
                }),
            .whereSent(
                ["2010CA PER"],
                .patient { level, _, findings in
                    if let contact = level.person?.contact { check(contact, "person.contact", &findings) }
                }),
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
