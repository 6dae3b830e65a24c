internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Who treated, referred, supervised, and where: loops 2310 and 2420.
enum ProviderRules {
    static let all: [Rule] = [
        organizationName, rendering, lineRendering, facility, facilityIdentifier, referring, supervising,
    ]

    static let organizationName = Rule(
        "837P-NM102-ORG", level: 4, .claim,
        demand: "an organization (NM102 is 2) has no first name, middle name or suffix",
        reason: "receivers file such a name as a person's, and do not find the organization",
        faults: [
            Fault(
                .error, "{at} ({name}) is sent for an organization (NM102 is 2)",
                help: "take the name out, or send NM102 as 1",
                statuses: ["A8:505:*"], elementError: "I13")
        ],
        source: RuleSource(.high, "Medicare's edits as an open validator quotes them, RFI-2155, RFI-2502"),
        examples: [
            RuleExample(
                .officeVisit, "NM1*85*2*MAPLE CLINIC*****XX*", "NM1*85*2*MAPLE CLINIC*JO****XX*", at: "NM104"),
            RuleExample(
                .hospitalVisit, "NM1*82*1*MERRIWEATHER*ADA****", "NM1*82*2*MERRIWEATHER*ADA****", at: "NM104"),
            RuleExample(
                .officeVisit, "NM1*IL*1*ISAAC*ROSA****", "NM1*IL*2*ISAAC*ROSA****", at: "NM104"),
            RuleExample(
                .hospitalVisit, "NM1*82*1*PARK*SOL****", "NM1*82*2*PARK*SOL****", at: "NM104",
                preparing: [
                    RuleExample.Change(
                        "DTP*472*D8*20260209~", "DTP*472*D8*20260209~\nNM1*82*1*PARK*SOL****XX*1555000557~")
                ]),
        ],
        check: .several([
            .billingProvider { level, _, findings in
                guard let provider = level.provider else { return }
                check(
                    provider.entityType, provider.firstName, provider.middleName, provider.suffix, "provider",
                    &findings)
            },
            .subscriber { level, _, findings in
                guard let person = level.person else { return }
                check(
                    person.entityType, person.firstName, person.middleName, person.suffix, "person", &findings
                )
            },
            .claim { claim, _, findings in
                if let provider = claim.renderingProvider {
                    check(
                        provider.entityType, provider.firstName, provider.middleName, provider.suffix,
                        "renderingProvider", &findings)
                }
                for index in claim.otherSubscribers.indices {
                    guard let person = claim.otherSubscribers[index].person else { continue }
                    check(
                        person.entityType, person.firstName, person.middleName, person.suffix,
                        "otherSubscribers[\(index)].person", &findings)
                }
            },
            .whereSent(
                ["2420A"],
                .claim { claim, _, findings in
                    for index in claim.serviceLines.indices {
                        guard let provider = claim.serviceLines[index].renderingProvider else { continue }
                        check(
                            provider.entityType, provider.firstName, provider.middleName, provider.suffix,
                            "serviceLines[\(index)].renderingProvider", &findings)
                    }
                }),
        ]))

    private static func check(
        _ type: EntityType?, _ first: String?, _ middle: String?, _ suffix: String?,
        _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        guard type == .organization else { return }
        if first != nil { return findings.add(at: path() + ".firstName") }
        if middle != nil { return findings.add(at: path() + ".middleName") }
        if suffix != nil { findings.add(at: path() + ".suffix") }
    }

    static let rendering = Rule(
        "837P-RENDERING", level: 4, .claim,
        demand:
            "a rendering provider (2310B, 2420A) is named by a number, and only where it is another than who bills",
        reason:
            "the same provider twice is refused by some payers, who take it for a mistake about who treated",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, the billing provider's own",
                help: "leave loop 2310B out where the billing provider treated",
                statuses: ["A8:562:82"], segmentError: "I9"),
            Fault(
                "unnumbered", .warning,
                "{at} has neither an NPI (NM109) nor another number (REF) of who treated",
                help: "send XX and the NPI in NM108 and NM109; where there is none, REF of 0B, 1G or G2",
                statuses: ["A6:562:82"]),
        ],
        source: RuleSource(.medium, "front matter of the guide; payers differ"),
        sent: ["2310B", "2420A"], reliesOn: ["2310B NM1", "2310B REF", "2420A NM1", "2420A REF"],
        examples: [
            RuleExample(.hospitalVisit, "ADA****XX*1555000110~", "ADA****XX*1234567893~", at: "NM109"),
            RuleExample(
                .hospitalVisit, "ADA****XX*1555000110~", "ADA~", at: "NM1", fault: "unnumbered"),
            RuleExample(
                .hospitalVisit, "NM1*82*1*PARK*SOL****XX*1555000557~", "NM1*82*1*PARK*SOL~", at: "NM1",
                fault: "unnumbered",
                preparing: [
                    RuleExample.Change(
                        "DTP*472*D8*20260209~", "DTP*472*D8*20260209~\nNM1*82*1*PARK*SOL****XX*1555000557~")
                ]),
        ],
        check: .claim { claim, context, findings in
            if claim.renderingProvider?.isUnnumbered == true {
                findings.add("unnumbered", at: "renderingProvider")
            }
            for index in claim.serviceLines.indices
            where claim.serviceLines[index].renderingProvider?.isUnnumbered == true {
                findings.add("unnumbered", at: "serviceLines[\(index)].renderingProvider")
            }
            guard let own = context.levels.billingIdentifier,
                let npi = claim.renderingProvider?.npi,
                npi == own
            else { return }
            findings.add(at: "renderingProvider.identifier", found: .identifier(npi))
        })

    static let lineRendering = Rule(
        "837P-REND-LINE", level: 4, .claim,
        demand: "a line names a rendering provider (2420A) only where it is another than the claim's",
        reason: "what a line says again has to be kept right twice; some payers refuse it",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, as for the whole claim",
                help: "leave loop 2420A out", statuses: ["A8:562:82"], segmentError: "I9")
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2420A"],
        examples: [
            RuleExample(
                .hospitalVisit, "SOL****XX*1555000557~", "SOL****XX*1555000110~", at: "NM109",
                preparing: [
                    RuleExample.Change(
                        "DTP*472*D8*20260209~", "DTP*472*D8*20260209~\nNM1*82*1*PARK*SOL****XX*1555000557~")
                ])
        ],
        check: .claim { claim, context, findings in
            let own = claim.renderingProvider.map(\.npi) ?? context.levels.billingIdentifier
            guard let own else { return }
            for (index, line) in claim.serviceLines.enumerated() where line.renderingProvider?.npi == own {
                findings.add(
                    at: "serviceLines[\(index)].renderingProvider.identifier", found: .identifier(own))
            }
        })

    static let facility = Rule(
        "837P-FACILITY", level: 4, .claim,
        demand:
            "a service location (2310C) is sent only where it is another place than the billing provider's",
        reason:
            "the place is taken from the billing provider where none is sent; the same place twice is refused",
        faults: [
            Fault(
                .error, "the service location has the name and address of the billing provider",
                help: "leave loop 2310C out", statuses: ["A8:503:77"], segmentError: "I9")
        ],
        source: RuleSource(.high, "RFI-2810, RFI-423; name and address compared without case and blanks"),
        sent: ["2310C"],
        examples: [
            RuleExample(
                .hospitalVisit,
                "NM1*77*2*COUNTY HOSPITAL*****XX*1555000334~\nN3*1 HOSPITAL DR~\nN4*SPRINGFIELD*IL*627040002~",
                "NM1*77*2*MAPLE CLINIC*****XX*1555000334~\nN3*10 ELM ST~\nN4*SPRINGFIELD*IL*627010001~",
                at: "NM1")
        ],
        check: .claim { claim, context, findings in
            guard let there = claim.serviceFacility?.address,
                Places.isSame(
                    claim.serviceFacility?.organizationName,
                    context.levels.billingProvider?.provider?.lastOrOrganizationName),
                let here = context.levels.billingProvider?.provider?.address, Places.isSame(there, here)
            else { return }
            findings.add(at: "serviceFacility")
        })

    static let facilityIdentifier = Rule(
        "837P-FACILITY-NPI", level: 4, .claim,
        demand: "a service location has an NPI of its own, not the billing provider's",
        reason: "the number says that the two are one, while the address says that they are not",
        faults: [
            Fault(
                .warning, "{at} ({name}) is {found}, the billing provider's own",
                help: "send the location's NPI, or leave NM108 and NM109 out",
                statuses: ["A7:562:77"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2310C"],
        silentAfter: ["837P-FACILITY"],
        examples: [
            RuleExample(
                .hospitalVisit, "HOSPITAL*****XX*1555000334~", "HOSPITAL*****XX*1234567893~", at: "NM109")
        ],
        check: .claim { claim, context, findings in
            guard let own = context.levels.billingIdentifier,
                let npi = claim.serviceFacility?.npi,
                npi == own
            else { return }
            findings.add(at: "serviceFacility.identifier", found: .identifier(npi))
        })

    static let referring = Rule(
        "837P-REFERRING", level: 4, .claim,
        demand:
            "of two providers of a referral the first referred (DN); a primary care provider (P3) comes second, never alone",
        reason: "payers read the first as who referred",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, must be {expected} here",
                help:
                    "send who referred first, with DN; then the primary care provider, with P3, if there is another",
                statuses: ["A7:562:DN"], segmentError: "I9")
        ],
        source: RuleSource(.high, "guide maps; the order is practice"),
        sent: ["2310A", "2420F"],
        examples: [
            RuleExample(.hospitalVisit, "NM1*DN*1*BAINES*", "NM1*P3*1*BAINES*", at: "NM101"),
            RuleExample(
                .hospitalVisit, "NM1*P3*1*PARK*", "NM1*DN*1*PARK*", at: "NM101",
                preparing: [
                    RuleExample.Change(
                        "NM1*82*1*MERRI", "NM1*P3*1*PARK*SOL****XX*1555000557~\nNM1*82*1*MERRI")
                ]),
        ],
        check: .claim { claim, _, findings in
            check(claim.referringProviders, "referringProviders", &findings)
            for index in claim.serviceLines.indices {
                check(
                    claim.serviceLines[index].referringProviders, "serviceLines[\(index)].referringProviders",
                    &findings)
            }
        })

    private static func check(
        _ providers: [ReferringProvider], _ path: @autoclosure () -> String, _ findings: inout RuleFindings
    ) {
        for (index, role) in zip(providers.indices, ["DN", "P3"]) {
            guard let sent = providers[index].role, sent != role else { continue }
            findings.add(at: path() + "[\(index)].role", found: .code(sent), expected: [role])
            return
        }
    }

    static let supervising = Rule(
        "837P-SUPERVISING", level: 4, .claim,
        demand: "who supervised (2310D, 2420D) has an NPI",
        reason: "a supervisor who cannot be identified does not make the service payable",
        faults: [
            Fault(
                .warning, "the supervising provider has no NPI",
                help: "send XX and the NPI in NM108 and NM109", statuses: ["A6:562:DQ"])
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2310D", "2420D"],
        examples: [
            RuleExample(
                .hospitalVisit, "NM1*DQ*1*XIONG*PRIYA****XX*1555000441~", "NM1*DQ*1*XIONG*PRIYA~", at: "NM1")
        ],
        check: .claim { claim, _, findings in
            if let provider = claim.supervisingProvider, provider.identifier == nil {
                findings.add(at: "supervisingProvider")
            }
            for index in claim.serviceLines.indices {
                guard let provider = claim.serviceLines[index].supervisingProvider,
                    provider.identifier == nil
                else { continue }
                findings.add(at: "serviceLines[\(index)].supervisingProvider")
            }
        })
}

extension RenderingProvider {
    /// Whether no number says who it is.
    fileprivate var isUnnumbered: Bool {
        identifier == nil && identifierQualifier == nil && secondaryIdentifiers.isEmpty
    }
}
