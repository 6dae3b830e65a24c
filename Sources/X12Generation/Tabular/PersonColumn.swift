internal import X12Models

/// A column that speaks of a person, of whom a table may have several.
struct PersonColumn: Sendable {
    /// What the column is called for the first person (`lastName`); for others with a word in front.
    let word: String
    /// What the text has to be, told to whoever wrote something else.
    let form: String
    /// Takes a text that is not empty; false when it is not in its form.
    let take: @Sendable (String, inout EncounterPerson) -> Bool

    /// The column's name for the person of a prefix (`patientLastName`).
    func name(_ prefix: String) -> String {
        prefix.isEmpty ? word : prefix + word.prefix(1).uppercased() + word.dropFirst()
    }

    /// All columns of a person.
    static let all: [Self] = [
        text("lastName", \.lastName), text("firstName", \.firstName), text("middleName", \.middleName),
        text("suffix", \.suffix),
        Self(word: "birthDate", form: "a date (1980-05-12 or 19800512)") { text, person in
            person.birthDate = ColumnText.date(text)
            return person.birthDate != nil
        },
        text("gender", \.gender), place("addressLine1", \.line1), place("addressLine2", \.line2),
        place("city", \.city), place("state", \.state), place("postalCode", \.postalCode),
    ]

    private static func text(
        _ word: String, _ path: any WritableKeyPath<EncounterPerson, String?> & Sendable
    ) -> Self {
        Self(word: word, form: "text") { text, person in
            person[keyPath: path] = text
            return true
        }
    }

    private static func place(
        _ word: String, _ path: any WritableKeyPath<Address, String?> & Sendable
    ) -> Self {
        Self(word: word, form: "text") { text, person in
            var address = person.address ?? Address()
            address[keyPath: path] = text
            person.address = address
            return true
        }
    }
}
