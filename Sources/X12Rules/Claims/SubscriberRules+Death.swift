internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Death and pregnancy of a patient, of whichever level.
extension SubscriberRules {
    static let deathAndPregnancy = Rule(
        "837P-PAT-DEATH", level: 4, .claim,
        demand:
            "a patient died not before being born, not before being treated, and not after the file was received; only women are pregnant",
        reason:
            "a date or mark that contradicts the patient's own data is a mix-up of patients more often than a slip",
        faults: [
            Fault(
                "future", .warning, "{at} ({name}) is {found}, later than the file was received",
                help: "correct the date of death", statuses: ["A7:159"]),
            Fault(
                "birth", .warning, "{at} ({name}) is {found}, before the patient's birth",
                help: "correct the date of death or of birth", statuses: ["A7:159"]),
            Fault(
                "service", .warning, "{at} ({name}) is {found}, after the patient's death (PAT06)",
                help: "correct the date of the service or of the death", statuses: ["A7:159"]),
            Fault(
                "pregnancy", .warning,
                "{at} ({name}) says that the patient is pregnant, whose gender is sent as M",
                help: "correct the gender or take the mark out", statuses: ["A7:626"]),
        ],
        source: RuleSource(
            .medium, "the standard's syntax; the comparison with the gender is a sanity check"),
        examples: [
            RuleExample(
                .dependentVisit, "D8*20260221~", "D8*20260401~", at: "PAT06", fault: "future",
                preparing: [RuleExample.Change("PAT*19~", "PAT*19****D8*20260221~")]),
            RuleExample(
                .dependentVisit, "D8*20260221~", "D8*20180221~", at: "PAT06", fault: "birth",
                preparing: [RuleExample.Change("PAT*19~", "PAT*19****D8*20260221~")]),
            RuleExample(
                .dependentVisit, "PAT*19****D8*20260221~", "PAT*19****D8*20260219~", at: "DTP03",
                fault: "service",
                preparing: [RuleExample.Change("PAT*19~", "PAT*19****D8*20260221~")]),
            RuleExample(
                .dependentVisit, "DTP*472*RD8*20260220-20260221~", "DTP*472*RD8*20260220-20260222~",
                at: "DTP03", fault: "service",
                preparing: [
                    RuleExample.Change("PAT*19~", "PAT*19****D8*20260221~"),
                    RuleExample.Change("DTP*472*D8*20260220~", "DTP*472*RD8*20260220-20260221~"),
                ]),
            RuleExample(
                .officeVisit, "DMG*D8*19800512*F~", "DMG*D8*19800512*M~", at: "PAT09", fault: "pregnancy",
                preparing: [RuleExample.Change("******CI~\n", "******CI~\nPAT*********Y~\n")]),
        ],
        check: .several([
            .whereSent(
                ["2000B PAT"],
                .subscriber { subscriber, levels, findings in
                    guard let health = subscriber.patientHealth else { return }
                    checkDeath(health.deathDate?.firstDay, "patientHealth.deathDate", levels, &findings)
                    if health.pregnancyIndicator == "Y", subscriber.person?.gender == "M" {
                        findings.add("pregnancy", at: "patientHealth.pregnancyIndicator")
                    }
                }),
            .whereSent(
                ["2000C PAT"],
                .patient { patient, levels, findings in
                    checkDeath(patient.deathDate?.firstDay, "deathDate", levels, &findings)
                    if patient.pregnancyIndicator == "Y", patient.person?.gender == "M" {
                        findings.add("pregnancy", at: "pregnancyIndicator")
                    }
                }),
            .claim { claim, context, findings in
                guard let death = context.levels.deathDate else { return }
                // One before the birth has been reported where it stands.
                if let birth = context.levels.birthDate, death < birth { return }
                for index in claim.serviceLines.indices {
                    guard let day = claim.serviceLines[index].serviceDate?.lastDay, death < day else {
                        continue
                    }
                    return findings.add(
                        "service", at: "serviceLines[\(index)].serviceDate", found: .date(day))
                }
            },
        ]))

    private static func checkDeath(
        _ day: CalendarDate?, _ path: String, _ levels: ClaimLevels, _ findings: inout RuleFindings
    ) {
        guard let day else { return }
        if let received = levels.received, received < day {
            findings.add("future", at: path, found: .date(day))
        }
        if let birth = levels.birthDate, day < birth { findings.add("birth", at: path, found: .date(day)) }
    }
}
