public import X12Models
public import X12Text

/// Somebody whose coverage is to be asked about, in about six words; the rest stands in the practice file.
public struct RosterEntry: ModelPart, ToldOfMalformed {
    /// The practice's number for the inquiry, which the answer gives back (TRN02, 1 to 50 characters); nil is one of
    /// ours: the interchange's control number and the inquiry's place in it.
    public var inquiryNumber: String?
    /// The key of the payer that is asked.
    public var payer: String?
    /// The key of the billing provider that asks; nil is the practice's first.
    public var billingProvider: String?
    /// The number on the insurance card (2100C NM109).
    public var memberIdentifier: String?
    /// Group number (2100C REF02 with `6P`).
    public var groupNumber: String?
    /// Whose insurance it is.
    public var subscriber: EncounterPerson?
    /// The patient, when that is not the subscriber.
    public var patient: EncounterPerson?
    /// What the patient is to the subscriber (INS02: `01` spouse, `19` child, `34` other); only with a patient.
    public var relationship: Relationship?
    /// The kinds of service that are asked about (EQ01); with neither these nor a procedure, it is `30`, health benefit
    /// plan coverage, the general question.
    public var serviceTypes: [String] = []
    /// A procedure that is asked about (EQ02, CPT or HCPCS).
    public var procedureCode: String?
    /// The procedure's modifiers.
    public var modifiers: [String] = []
    /// The day or days that are asked about (DTP03 with `291`); nil is the day of the inquiry.
    public var serviceDate: DateTimePeriod?

    /// Texts of its row that are not in their columns' form.
    package var malformed: [MalformedText] = []
    /// The line of the input at which it begins, from 1; 0 where it comes from no input.
    package var line = 0

    /// An empty entry.
    public init() {}

    /// Walks the properties; an entry has no segments of its own.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(0, "inquiryNumber", &inquiryNumber)
        visitor.text(0, "payer", &payer)
        visitor.text(0, "billingProvider", &billingProvider)
        visitor.text(0, "memberIdentifier", &memberIdentifier)
        visitor.text(0, "groupNumber", &groupNumber)
        visitor.part("subscriber", &subscriber)
        visitor.part("patient", &patient)
        visitor.code(0, "relationship", &relationship)
        visitor.texts(1...99, "serviceTypes", &serviceTypes)
        visitor.text(0, "procedureCode", &procedureCode)
        visitor.texts(1...4, "modifiers", &modifiers)
        visitor.period(0, 0, "serviceDate", &serviceDate)
    }
}
