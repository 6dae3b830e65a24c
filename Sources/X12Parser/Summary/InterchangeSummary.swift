/// What one interchange holds: its envelopes, counts and sums.
public struct InterchangeSummary: Hashable, Sendable {
    /// The interchange control number (ISA13).
    public internal(set) var controlNumber = ""
    /// Who sent it (ISA06), without the padding.
    public internal(set) var sender = ""
    /// For whom it is (ISA08), without the padding.
    public internal(set) var receiver = ""
    /// The day of the interchange (ISA09) as sent: YYMMDD.
    public internal(set) var date = ""
    /// Whether it is marked as a test (ISA15 is `T`).
    public internal(set) var isTest = false
    /// How many interchange acknowledgements (TA1) it carries.
    public internal(set) var acknowledgements = 0
    /// The functional groups, in the order received.
    public internal(set) var groups: [GroupSummary] = []

    /// Creates a summary of nothing.
    public init() {}
}
