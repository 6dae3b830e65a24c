public import X12Diagnostics
public import X12Models
public import X12Text

/// What became of an encounter: a claim with its levels and the way it goes, or what is missing for one.
public struct Assembly: Sendable {
    /// The claim under its billing provider, subscriber and patient.
    public var claim = Claim()
    /// Where it goes; nil when that is not known.
    public var destination: Destination?
    /// Values for the fields of notes that the payer words.
    public var noteFields: [String: String] = [:]
    /// The delimiters of the file it came in; nil when it was put together here.
    public var delimiters: Delimiters?
    /// The envelope it came in, as far as it was sent: interchange, group and header; empty when it was put together here.
    public var envelope: [ModelItem] = []
    /// Whether the interchange it came in was production or test (ISA15: `P`, `T`); `nil` where that was not sent.
    public var usage: String? {
        for case .interchange(let part) in envelope { return part.usage }
        return nil
    }
    /// What is missing; empty when the claim is complete as far as it goes here.
    public var findings: [Finding] = []

    /// Nothing yet.
    init() {}
}
