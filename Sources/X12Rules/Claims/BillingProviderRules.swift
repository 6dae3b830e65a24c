internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Who sends and who bills: the head of the set and level 2000A.
enum BillingProviderRules {
    static let all: [Rule] = [
        submitter, billingIdentifier, taxNumber, streetAddress, payToAddress, payToPlan, currency,
        batchNumber,
    ]

    static let submitter = Rule(
        "837P-SUBMITTER", level: 2, .claim,
        demand: "an organization that submits (NM102 is 2) has no first or middle name",
        reason: "a first name makes receivers file the sender as a person, under another name",
        faults: [
            Fault(
                .error, "{at} ({name}) is sent, though the submitter is an organization (NM102 is 2)",
                help: "take the name out, or send NM102 as 1",
                statuses: ["A8:505:41"], elementError: "I13")
        ],
        source: RuleSource(.high, "guide maps; what else is required is the grammar's"),
        examples: [
            RuleExample(
                .officeVisit, "NM1*41*2*MAPLE CLINIC*****46*", "NM1*41*2*MAPLE CLINIC*ADA****46*", at: "NM104"
            )
        ],
        check: .claimHeader { header, _, findings in
            guard let submitter = header.submitter, submitter.entityType == .organization else { return }
            if submitter.firstName != nil {
                findings.add(at: "submitter.firstName", dependingOn: "submitter.entityType")
            } else if submitter.middleName != nil {
                findings.add(at: "submitter.middleName", dependingOn: "submitter.entityType")
            }
        })

    static let billingIdentifier = Rule(
        "837P-BILL-NPI", level: 4, .claim,
        demand:
            "a billing provider has an NPI (2010AA NM109), or a number of the payer's own for those who cannot (2010BB REF*G2)",
        reason: "without either, the payer cannot know whom to pay",
        faults: [
            Fault(
                .error,
                "the billing provider has no NPI, and the payer no other number for it (REF*G2 in 2010BB)",
                help:
                    "send XX and the NPI in NM108 and NM109; those who cannot have one send REF*G2 in loop 2010BB",
                statuses: ["A6:562:85"], elementError: "I9")
        ],
        source: RuleSource(.high, "the rule on national identifiers, guide maps"),
        examples: [RuleExample(.officeVisit, "MAPLE CLINIC*****XX*1234567893~", "MAPLE CLINIC~", at: "NM1")],
        check: .accumulated(BillingIdentifiers.self))

    static let taxNumber = Rule(
        "837P-BILL-TAXID", level: 2, .claim,
        demand:
            "the tax number of the billing provider is nine digits that can be one of an employer (EI) or a person (SY)",
        reason: "payments are reported to the tax office under it; a number that cannot be stops the claim",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which is no tax number of the kind that REF01 says",
                help: "send nine digits without a hyphen, and EI or SY as it is an employer's or a person's",
                statuses: ["A7:128:85"], elementError: "I12"),
            Fault(
                "plan", .warning, "{at} ({name}) is {found}, which is no tax number of an employer",
                help: "send the nine digits of the plan's tax number without a hyphen",
                statuses: ["A7:128:PE"], elementError: "I12"),
        ],
        source: RuleSource(.high, "guide maps; public form of social security numbers"),
        examples: [
            RuleExample(.officeVisit, "REF*EI*123456789~", "REF*EI*12-3456789~", at: "REF02"),
            RuleExample(
                .officeVisit, "REF*EI*987654321~", "REF*EI*98-7654321~", at: "REF02", fault: "plan",
                preparing: planBefore),
        ],
        check: .billingProvider { level, _, findings in
            if let number = level.payToPlan?.taxIdentifier, !IdentifierForms.isEmployerNumber(number) {
                findings.add("plan", at: "payToPlan.taxIdentifier", found: .identifier(number))
            }
            guard let number = level.provider?.taxIdentifier, let value = number.value else { return }
            let isRight =
                number.qualifier == "SY"
                ? IdentifierForms.isSocialSecurityNumber(value) : IdentifierForms.isEmployerNumber(value)
            if !isRight { findings.add(at: "provider.taxIdentifier.value", found: .identifier(value)) }
        })

    static let streetAddress = Rule(
        "837P-BILL-ADDR-STREET", level: 4, .claim,
        demand: "the billing provider's address is a street, not a box",
        reason: "the guide wants the place where the provider is; money and letters to a box go by 2010AB",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which names a box instead of a street",
                help: "send the street here, and the box as pay-to address in loop 2010AB",
                statuses: ["A7:503:85"])
        ],
        source: RuleSource(.high, "RFI-1451, Medicare"),
        examples: [RuleExample(.officeVisit, "N3*10 ELM ST~", "N3*PO BOX 123~", at: "N301")],
        check: .billingProvider { level, _, findings in
            guard let address = level.provider?.address else { return }
            if let line = address.line1, IdentifierForms.isBox(line) {
                findings.add(at: "provider.address.line1", found: .text(line))
            }
            if let line = address.line2, IdentifierForms.isBox(line) {
                findings.add(at: "provider.address.line2", found: .text(line))
            }
        })

    static let payToAddress = Rule(
        "837P-2010AB-DIFF", level: 4, .claim,
        demand: "a pay-to address (2010AB) is another than the billing provider's",
        reason: "the loop is for payments that go elsewhere; the same address twice makes two to keep up",
        faults: [
            Fault(
                .warning, "the pay-to address is the billing provider's own",
                help: "leave loop 2010AB out", segmentError: "I9"),
            Fault(
                "type", .warning,
                "{at} ({name}) is {found}, another kind than the billing provider's (2010AA)",
                help: "send NM102 as in loop 2010AA: 1 for a person, 2 for an organization"),
        ],
        source: RuleSource(.medium, "front matter of the guide"),
        sent: ["2010AB"],
        examples: [
            RuleExample(
                .officeVisit, "N3*PO BOX 9~\nN4*SPRINGFIELD*IL*627010009~",
                "N3*10 ELM ST~\nN4*SPRINGFIELD*IL*62701~", at: "NM1", preparing: [payee]),
            RuleExample(
                .officeVisit, "NM1*87*2~", "NM1*87*1~", at: "NM102", fault: "type", preparing: [payee]),
        ],
        check: .billingProvider { level, _, findings in
            if let own = level.provider?.entityType, let other = level.payToAddress?.entityType, own != other
            {
                findings.add("type", at: "payToAddress.entityType", found: .code(other.rawValue))
            }
            guard let own = level.provider?.address, let other = level.payToAddress?.address,
                Places.isSame(own, other)
            else { return }
            findings.add(at: "payToAddress")
        })

    private static let payee = RuleExample.Change(
        "REF*EI*123456789~",
        "REF*EI*123456789~\nNM1*87*2~\nN3*PO BOX 9~\nN4*SPRINGFIELD*IL*627010009~")

    static let payToPlan = Rule(
        "837P-2010AC-PLAN", level: 4, .claim,
        demand:
            "a pay-to plan (2010AC) stands only in demands of a plan that paid first and wants its money back (BHT06 is 31)",
        reason: "in an ordinary claim it would send the provider's money to somebody else",
        faults: [
            Fault(
                .warning,
                "a pay-to plan is sent, but BHT06 does not say that this is a demand of subrogation (31)",
                help: "leave loop 2010AC out, or send 31 in BHT06",
                segmentError: "I9")
        ],
        source: RuleSource(.medium, "guide maps"),
        sent: ["2010AC"],
        examples: [
            RuleExample(
                .officeVisit, "0930*31~", "0930*CH~", at: "NM1", preparing: planBefore)
        ],
        check: .billingProvider { level, levels, findings in
            guard level.payToPlan != nil, let type = levels.claimType, type != "31" else { return }
            findings.add(at: "payToPlan")
        })

    /// A demand of a plan that paid before.
    private static let planBefore = [
        RuleExample.Change("0930*CH~", "0930*31~"),
        RuleExample.Change(
            "REF*EI*123456789~",
            "REF*EI*123456789~\nNM1*PE*2*STATE PLAN*****PI*SP01~\nN3*1 PLAN RD~\nN4*SPRINGFIELD*IL*62701~\nREF*EI*987654321~"
        ),
    ]

    static let currency = Rule(
        "837P-CUR", level: 4, .claim,
        demand: "a currency (CUR) is sent only for amounts that are not in US dollars",
        reason: "dollars are what payers take for granted; Medicare rejects the segment",
        faults: [
            Fault(
                .error, "{at} ({name}) is {found}, which goes without saying",
                help: "leave CUR out", statuses: ["A7:681"])
        ],
        source: RuleSource(.high, "guide maps; Medicare"),
        sent: ["2000A CUR"],
        examples: [
            RuleExample(
                .officeVisit, "CUR*85*CAD~", "CUR*85*USD~", at: "CUR02",
                preparing: [RuleExample.Change("HL*1**20*1~", "HL*1**20*1~\nCUR*85*CAD~")])
        ],
        check: .billingProvider { level, _, findings in
            if level.currencyCode == "USD" { findings.add(at: "currencyCode", found: .code("USD")) }
        })

    static let batchNumber = Rule(
        "837P-BHT03-DUP", level: 4, .claim,
        demand: "a submitter gives each batch a number of its own (BHT03)",
        reason: "the same number with the same date is taken for the same file sent twice",
        faults: [
            Fault(
                .warning,
                "{at} ({name}){shown} was used by an earlier set of this file with the same date and time",
                help:
                    "number each batch anew, or find out whether the file was joined from the same file twice",
                statuses: ["A3:746"])
        ],
        source: RuleSource(.medium, "Medicare"),
        examples: [RuleExample(.twoBatches, "*B102*", "*B101*", at: "BHT03")],
        check: .accumulated(BatchNumbers.self))
}

/// Billing providers without an NPI, and whether their payers know them otherwise; said once for each provider.
struct BillingIdentifiers: RuleAccumulator {
    static let span = RuleSpan.transactionSet

    /// Whether a billing provider has an NPI, or a payer a number for it.
    enum Excerpt: Sendable {
        case provider(hasIdentifier: Bool)
        case payer(knowsProvider: Bool)
    }

    private var lacks = false

    init() {}

    static func excerpt(of level: BillingProvider) -> Excerpt? {
        guard let provider = level.provider else { return nil }
        // A lost NM1, and one with XX and nothing behind it, are reported as such.
        let isLost = provider.entityType == nil && provider.lastOrOrganizationName == nil
        let isCut = provider.identifierQualifier != nil
        return .provider(hasIdentifier: provider.identifier != nil || isLost || isCut)
    }

    static func excerpt(of level: Subscriber) -> Excerpt? {
        level.payer.map {
            .payer(knowsProvider: $0.billingProviderIdentifiers.contains { $0.qualifier == "G2" })
        }
    }

    mutating func add(_ excerpt: Excerpt, to findings: inout RuleFindings) {
        switch excerpt {
        case .provider(let hasIdentifier):
            lacks = !hasIdentifier
            if lacks { findings.keep("provider") }
        case .payer(let knowsProvider):
            if lacks, !knowsProvider {
                lacks = false
                findings.addAtKept()
            }
        }
    }
}

/// Numbers of batches that come again in one input.
struct BatchNumbers: RuleAccumulator {
    static let span = RuleSpan.input

    private var seen = SeenKeys()

    init() {}

    static func excerpt(of header: ClaimHeader) -> UInt64? {
        guard let number = header.referenceIdentifier, let sender = header.submitter?.identifier else {
            return nil
        }
        var key = SeenKeys.Key()
        for text in [sender, number, header.creationDate?.description, header.creationTime?.description] {
            key.add(text ?? "")
        }
        return key.value
    }

    mutating func add(_ excerpt: UInt64, to findings: inout RuleFindings) {
        if !seen.insert(excerpt) { findings.add(at: "referenceIdentifier") }
    }
}
