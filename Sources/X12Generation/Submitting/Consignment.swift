public import X12Diagnostics
public import X12Models
public import X12Text

/// What goes out or stays behind as one: a claim or an inquiry with the levels it stands under.
public struct Consignment: Sendable, Assembled {
    /// The levels, the outermost first, and what stands under them.
    public var items: [ModelItem] = []
    /// What people call it by: a claim's number, an inquiry's.
    public var number = ""
    /// Where it goes; nil when that is not known.
    public var destination: Destination?
    /// Values for the fields of notes that the payer words.
    public var noteFields: [String: String] = [:]
    /// The delimiters of the file it came in; nil when it was put together here.
    public var delimiters: Delimiters?
    /// What is missing or wrong; without an error, it may go out as far as it goes here.
    public var findings: [Finding] = []

    /// Nothing yet.
    public init() {}
}

/// What an assembler makes, with what it found to be missing.
protocol Assembled {
    init()
    var findings: [Finding] { get set }
}

extension Assembly: Assembled {
    /// The claim under its levels, as it goes out.
    public var consignment: Consignment {
        var consignment = Consignment()
        consignment.items = [
            .billingProvider(claim.billingProvider ?? BillingProvider()),
            .subscriber(claim.subscriber ?? Subscriber()),
        ]
        if let patient = claim.patient { consignment.items.append(.patient(patient)) }
        consignment.items.append(.claim(claim))
        consignment.number = claim.patientControlNumber ?? ""
        consignment.destination = destination
        consignment.noteFields = noteFields
        consignment.delimiters = delimiters
        consignment.findings = findings
        return consignment
    }
}
