internal import X12Diagnostics
internal import X12Grammar
internal import X12Models
internal import X12Text

/// Procedures and their modifiers: form, and membership in HCPCS or a user's own list of CPT.
enum ProcedureCodeRules {
    static let all: [Rule] = [procedureCode, modifiers]

    static let procedureCode = Rule(
        "837P-SV101-CODE", level: 5, .claim,
        demand:
            "a procedure (SV101-2 with HC) has the form of a CPT or HCPCS code, five characters, and is in its list on the day of service",
        reason: "a code that is in no list has no price",
        faults: [
            Fault(
                "form", .error, "{at} ({name}) is {found}, which has not the form of a CPT or HCPCS code",
                help:
                    "send five characters: five digits, four digits and a letter, or a letter and four digits; modifiers go into SV101-3 to -6",
                statuses: ["A7:507"])
        ]
            + Fault.membership(
                in: "the list of procedures", .error, dates: .error, statuses: ["A7:507"],
                dateStatuses: ["A7:796"]),
        source: RuleSource(
            .high,
            "the public list of Medicare front-end edits; lists are asked where they were loaded: x12 codes load hcpcs, cpt"
        ),
        examples: [
            RuleExample(.officeVisit, "HC:99213*", "HC:9921*", at: "SV101-2", fault: "form"),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:Q9999*", at: "SV101-2", fault: Fault.unlisted,
                codes: .example(.hcpcs, "J1885")),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:99299*", at: "SV101-2", fault: Fault.unlisted,
                codes: .example(.cpt, "99213", "87880")),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:Q9999*", at: "SV101-2", fault: Fault.unsure,
                codes: .example(.hcpcs, last: "2025-12-31", "J1885")),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:Q9999*", at: "SV101-2", fault: Fault.early,
                codes: .example(.hcpcs, from: ("Q9999", "2026-04-01"))),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:Q9999*", at: "SV101-2", fault: Fault.ended,
                codes: .example(.hcpcs, until: ("Q9999", "2025-12-31"))),
        ],
        check: .claim { claim, _, findings in
            for index in claim.serviceLines.indices {
                guard let procedure = claim.serviceLines[index].procedure, procedure.isHCPCS,
                    let code = procedure.code
                else { continue }
                guard CodeForms.isHCPCS(code) else {
                    findings.add(
                        "form", at: "serviceLines[\(index)].procedure.code", found: .code(code))
                    continue
                }
                // D codes are of the dental association's own list.
                let isDental = code.first == "D"
                guard !isDental else { continue }
                let date = claim.serviceLines[index].serviceDate
                findings.ask(
                    code, in: CodeForms.isLevelTwo(code) ? .hcpcs : .cpt, from: date?.firstDay,
                    to: date?.lastDay, at: "serviceLines[\(index)].procedure.code")
            }
        })

    static let modifiers = Rule(
        "837P-MODIFIERS", level: 5, .claim,
        demand:
            "modifiers are two letters or digits each, from the left on without a gap, none twice on a line, and in their list on the day of service",
        reason: "a modifier changes the price; one that cannot be read stops the line",
        faults: [
            Fault(
                "form", .error, "{at} ({name}) is {found}, must be two letters or digits",
                help: "send the modifier of the code list", statuses: ["A7:453"]),
            Fault(
                "twice", .error, "{at} ({name}) is {found}, as an earlier modifier of the line",
                help: "leave the copy out", statuses: ["A7:453"]),
            Fault(
                "gap", .error, "{at} is empty, though a modifier follows",
                help: "move the modifiers behind it to the left", statuses: ["A7:453"]),
        ] + Fault.membership(in: "the list of modifiers", .error, dates: .error, statuses: ["A7:453"]),
        source: RuleSource(
            .high,
            "the public list of Medicare front-end edits; those with a letter first are in HCPCS, those with a digit in CPT"
        ),
        examples: [
            RuleExample(.officeVisit, "HC:99213*", "HC:99213:2$*", at: "SV101-3", fault: "form"),
            RuleExample(
                .officeVisit, "HC:99213:25*", "HC:99213:25:25*", at: "SV101-4", fault: "twice",
                preparing: [RuleExample.Change("HC:99213*", "HC:99213:25*")]),
            RuleExample(
                .officeVisit, "HC:99213:25*", "HC:99213::25*", at: "SV101-3", fault: "gap",
                preparing: [RuleExample.Change("HC:99213*", "HC:99213:25*")]),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:99213:JQ*", at: "SV101-3", fault: Fault.unlisted,
                codes: .example(.hcpcs, "J1885", "LT")),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:99213:JQ*", at: "SV101-3", fault: Fault.unsure,
                codes: .example(.hcpcs, last: "2025-12-31", "LT")),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:99213:JQ*", at: "SV101-3", fault: Fault.early,
                codes: .example(.hcpcs, from: ("JQ", "2026-04-01"))),
            RuleExample(
                .officeVisit, "HC:99213*", "HC:99213:JQ*", at: "SV101-3", fault: Fault.ended,
                codes: .example(.hcpcs, until: ("JQ", "2025-12-31"))),
        ],
        check: .claim { claim, _, findings in
            let isAsked = claim.serviceLines.contains { $0.procedure?.modifiers.isEmpty == false }
            guard isAsked else { return }
            let hasOwnList = findings.codes.map(hasModifiers) ?? false
            for index in claim.serviceLines.indices {
                guard let modifiers = claim.serviceLines[index].procedure?.modifiers, !modifiers.isEmpty
                else {
                    continue
                }
                let date = claim.serviceLines[index].serviceDate
                for place in modifiers.indices {
                    let modifier = modifiers[place]
                    guard let fault = fault(of: modifier, behind: modifiers[..<place]) else {
                        if CodeForms.beginsWithDigit(modifier), !hasOwnList { continue }
                        findings.ask(
                            modifier, in: CodeForms.beginsWithDigit(modifier) ? .cpt : .hcpcs,
                            from: date?.firstDay, to: date?.lastDay,
                            at: "serviceLines[\(index)].procedure.modifiers[\(place)]")
                        continue
                    }
                    findings.add(
                        fault, at: "serviceLines[\(index)].procedure.modifiers[\(place)]",
                        found: .code(modifier))
                }
            }
        })

    /// Whether the list of CPT at hand has modifiers: many have procedures alone, as the two are published apart.
    private static func hasModifiers(_ codes: CodeSets) -> Bool {
        commonModifiers.contains { codes.has($0, in: .cpt) }
    }

    /// Modifiers that no list of them is without.
    private static let commonModifiers = ["25", "26", "50", "51", "59", "76"]

    /// What can be told of a modifier without its list.
    private static func fault(of modifier: String, behind earlier: ArraySlice<String>) -> String? {
        if modifier.isEmpty { return "gap" }
        if !CodeForms.isModifier(modifier) { return "form" }
        return earlier.contains(modifier) ? "twice" : nil
    }
}
