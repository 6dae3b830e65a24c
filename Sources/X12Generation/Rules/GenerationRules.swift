public import X12Diagnostics

/// What may be found while files are generated, before there is an X12 that could be checked.
public enum GenerationRules {
    /// All of it.
    public static let all: [Finding.Rule] = [
        .encounterIncomplete, .columnMalformed, .entryMalformed, .practiceKeyUnknown, .noteFieldUnknown,
        .characterUnwritable, .unwritable, .numberUsedBefore, .lineNumberUsedBefore, .traceUsedBefore,
    ]
}

extension Finding.Rule {
    /// Something that a claim or an inquiry needs stands neither in the input nor in the practice file.
    public static let encounterIncomplete = Self(
        "GEN-FIELD-MISSING", level: 2, .error, "{detail} is missing",
        help: "say it in the input, or once for all in the practice file; nothing is guessed")

    /// A text of a table is not in its column's form, or says something else than the claim's first row.
    public static let columnMalformed = Self(
        "GEN-COLUMN-FORM", level: 1, .error, "the text{shown} in {detail}",
        help: "correct it; what the row is about is kept back until then")

    /// An object of JSON, an encounter or an entry of a roster, is not in its form.
    public static let entryMalformed = Self(
        "GEN-ENTRY-FORM", level: 1, .error, "the entry is not in its form: {detail}",
        help: "correct it; the one entry is kept back until then")

    /// An encounter, or an entry of a roster, names a payer, provider or facility that the practice file does not have.
    public static let practiceKeyUnknown = Self(
        "GEN-KEY-UNKNOWN", level: 2, .error, "{detail} is not in the practice file",
        help: "add an entry with this key to the practice file, or correct the key in the input")

    /// An encounter gives a field that no note of the payer's profile has.
    public static let noteFieldUnknown = Self(
        "GEN-NOTE-FIELD", level: 7, .error, "the payer's profile words no note with the field {detail}",
        help:
            "name the field as the profile's template does (x12 profile show), or write the whole note as 'note'"
    )

    /// A text holds a character that the receiver's character set does not have.
    public static let characterUnwritable = Self(
        "GEN-CHARACTER", level: 1, .error, "{detail} holds a character that the file may not carry",
        help:
            "write it with letters, digits and signs of the receiver's character set, or let accents be taken off"
    )

    /// Something cannot be written as it stands, such as a claim with more of something than a segment has room for.
    public static let unwritable = Self(
        "GEN-UNWRITABLE", level: 1, .error, "it cannot be written: {detail}",
        help: "correct it; nothing of it is written otherwise")

    /// A claim number went out before, or stands twice in one job.
    public static let numberUsedBefore = Self(
        "GEN-NUMBER-USED", level: 7, .warning, "this claim number is used again: it {detail}",
        help: "make sure that this is not the same claim sent twice; a correction has frequency 7 or 8")

    /// A line's control number went out before, or stands twice in one job.
    public static let lineNumberUsedBefore = Self(
        "GEN-NUMBER-USED", level: 7, .warning,
        "the control number of its service line {found} is used again: it {detail}",
        help: "make sure that this is not the same claim sent twice; a correction has frequency 7 or 8")

    /// A trace number of a remittance (TRN02) went out before, or stands twice in one job.
    public static let traceUsedBefore = Self(
        "GEN-TRACE-USED", level: 7, .warning, "its trace number is used again: it {detail}",
        help: "a trace number is one payment's for ever: number the other one anew, or do not send it twice")
}
