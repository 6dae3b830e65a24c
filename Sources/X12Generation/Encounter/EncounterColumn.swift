internal import X12Models
internal import X12Text

/// One column of an encounter table: its name, what it belongs to, and how its text is taken.
struct EncounterColumn: NamedColumn {
    /// The name in the first row.
    let name: String
    /// Whether the column speaks of the claim, so that it need not be repeated in each of its rows.
    let isClaims: Bool
    /// Whether a table without the column cannot be used.
    let isRequired: Bool
    /// What the text has to be, told to whoever wrote something else.
    let form: String
    /// Takes a text that is not empty; false when it is not in its form.
    let take: @Sendable (String, inout Encounter, inout EncounterService) -> Bool

    private static func claim(
        _ name: String, isRequired: Bool = false, _ form: String = "text",
        _ take: @escaping @Sendable (String, inout Encounter) -> Bool
    ) -> Self {
        Self(name: name, isClaims: true, isRequired: isRequired, form: form) { text, encounter, _ in
            take(text, &encounter)
        }
    }

    private static func service(
        _ name: String, isRequired: Bool = false, _ form: String = "text",
        _ take: @escaping @Sendable (String, inout EncounterService) -> Bool
    ) -> Self {
        Self(name: name, isClaims: false, isRequired: isRequired, form: form) { text, _, service in
            take(text, &service)
        }
    }

    private static func text(
        _ name: String, isRequired: Bool = false, _ path: any WritableKeyPath<Encounter, String?> & Sendable
    ) -> Self {
        claim(name, isRequired: isRequired) { text, encounter in
            encounter[keyPath: path] = text
            return true
        }
    }

    private static func text(
        _ name: String, isRequired: Bool = false,
        _ path: any WritableKeyPath<EncounterService, String?> & Sendable
    ) -> Self {
        service(name, isRequired: isRequired) { text, service in
            service[keyPath: path] = text
            return true
        }
    }

    private static func decimal(
        _ name: String, isRequired: Bool = false,
        _ path: any WritableKeyPath<EncounterService, ExactDecimal?> & Sendable
    ) -> Self {
        service(name, isRequired: isRequired, "a decimal (120.50)") { text, service in
            service[keyPath: path] = ExactDecimal(text)
            return service[keyPath: path] != nil
        }
    }

    /// The person columns, for the subscriber and again for the patient.
    private static func person(
        _ prefix: String, _ path: any WritableKeyPath<Encounter, EncounterPerson?> & Sendable
    ) -> [Self] {
        PersonColumn.all.map { column in
            claim(column.name(prefix), column.form) { text, encounter in
                var person = encounter[keyPath: path] ?? EncounterPerson()
                defer { encounter[keyPath: path] = person }
                return column.take(text, &person)
            }
        }
    }

    /// All columns, in the order in which the documentation lists them.
    static let all: [Self] =
        [
            text("claimNumber", isRequired: true, \Encounter.claimNumber),
            text("payer", isRequired: true, \Encounter.payer),
            text("memberIdentifier", isRequired: true, \Encounter.memberIdentifier),
            text("groupNumber", \Encounter.groupNumber),
        ] + person("", \.subscriber) + [
            claim("relationship", "a relationship code (01, 19, G8)") { text, encounter in
                encounter.relationship = Relationship(rawValue: text)
                return true
            }
        ] + person("patient", \.patient) + [
            text("billingProvider", \Encounter.billingProvider),
            text("renderingProvider", \Encounter.renderingProvider),
            text("serviceFacility", \Encounter.serviceFacility),
            text("placeOfService", \Encounter.placeOfService),
            claim("diagnoses", isRequired: true, "codes with blanks between them (J02.0 E11.9)") {
                text, encounter in
                encounter.diagnoses = ColumnText.words(text)
                return !encounter.diagnoses.isEmpty
            },
            text("priorAuthorizationNumber", \Encounter.priorAuthorizationNumber),
            text("referralNumber", \Encounter.referralNumber),
            claim("claimFrequency", "1, 7 or 8") { text, encounter in
                encounter.claimFrequency = ClaimFrequency(rawValue: text)
                return true
            },
            text("payerClaimControlNumber", \Encounter.payerClaimControlNumber),
            text("laboratoryCertificationNumber", \Encounter.laboratoryCertificationNumber),
            claim("patientAmountPaid", "a decimal (30)") { text, encounter in
                encounter.patientAmountPaid = ExactDecimal(text)
                return encounter.patientAmountPaid != nil
            },
            text("note", \Encounter.note),
            claim("noteFields", "names and values with semicolons between them (code=CCP; visit=2)") {
                text, encounter in
                guard let fields = ColumnText.namedTexts(text) else { return false }
                encounter.noteFields = fields
                return true
            },
            claim(
                "attachments",
                "type, way and number of each, semicolons between them (OZ EL ACN17; B4 FX ACN18)"
            ) {
                text, encounter in
                guard let attachments = ColumnText.attachments(text) else { return false }
                encounter.attachments = attachments
                return true
            },
            service("serviceDate", isRequired: true, "a date, or two with a slash (2026-02-20/2026-02-22)") {
                text, service in
                service.serviceDate = ColumnText.period(text)
                return service.serviceDate != nil
            },
            text("procedureCode", isRequired: true, \EncounterService.procedureCode),
            service("modifiers", "codes with blanks between them (25 LT)") { text, service in
                service.modifiers = ColumnText.words(text)
                return service.modifiers.count <= 4
            },
            decimal("chargeAmount", isRequired: true, \.chargeAmount), decimal("unitCount", \.unitCount),
            text("unit", \EncounterService.unit),
            service("diagnosisPointers", "positions with blanks between them (1 2)") { text, service in
                service.diagnosisPointers = ColumnText.words(text)
                return service.diagnosisPointers.count <= 4
            },
            text("linePlaceOfService", \EncounterService.placeOfService),
            text("lineItemControlNumber", \EncounterService.lineItemControlNumber),
            text("description", \EncounterService.description), text("drugCode", \EncounterService.drugCode),
            decimal("drugQuantity", \.drugQuantity), text("drugUnit", \EncounterService.drugUnit),
        ]
}
