internal import X12Models
internal import X12Text

/// One column of a roster: its name, and how its text is taken.
struct RosterColumn: NamedColumn {
    let name: String
    let isRequired: Bool
    /// What the text has to be, told to whoever wrote something else.
    let form: String
    /// Takes a text that is not empty; false when it is not in its form.
    let take: @Sendable (String, inout RosterEntry) -> Bool

    private init(
        _ name: String, isRequired: Bool = false, _ form: String = "text",
        _ take: @escaping @Sendable (String, inout RosterEntry) -> Bool
    ) {
        self.name = name
        self.isRequired = isRequired
        self.form = form
        self.take = take
    }

    private static func text(
        _ name: String, isRequired: Bool = false,
        _ path: any WritableKeyPath<RosterEntry, String?> & Sendable
    ) -> Self {
        Self(name, isRequired: isRequired) { text, entry in
            entry[keyPath: path] = text
            return true
        }
    }

    private static func list(
        _ name: String, _ form: String, _ path: any WritableKeyPath<RosterEntry, [String]> & Sendable
    ) -> Self {
        Self(name, form) { text, entry in
            entry[keyPath: path] = ColumnText.words(text)
            return true
        }
    }

    private static func person(
        _ prefix: String, _ path: any WritableKeyPath<RosterEntry, EncounterPerson?> & Sendable
    ) -> [Self] {
        PersonColumn.all.map { column in
            Self(column.name(prefix), column.form) { text, entry in
                var person = entry[keyPath: path] ?? EncounterPerson()
                defer { entry[keyPath: path] = person }
                return column.take(text, &person)
            }
        }
    }

    /// All columns, in the order in which the documentation lists them.
    static let all: [Self] =
        [
            text("inquiryNumber", \.inquiryNumber),
            text("payer", isRequired: true, \.payer),
            text("memberIdentifier", isRequired: true, \.memberIdentifier),
            text("groupNumber", \.groupNumber),
        ] + person("", \.subscriber) + [
            Self("relationship", "a relationship code (01, 19, 34)") { text, entry in
                entry.relationship = Relationship(rawValue: text)
                return true
            }
        ] + person("patient", \.patient) + [
            text("billingProvider", \.billingProvider),
            list("serviceTypes", "codes with blanks between them (30 98)", \.serviceTypes),
            text("procedureCode", \.procedureCode),
            list("modifiers", "codes with blanks between them (25 LT)", \.modifiers),
            Self("serviceDate", "a date, or two with a slash (2026-02-20/2026-02-22)") { text, entry in
                entry.serviceDate = ColumnText.period(text)
                return entry.serviceDate != nil
            },
        ]
}
