/// The numbers by which a sent claim is known again.
public struct ClaimMark: Hashable, Sendable {
    /// The claim's number at the provider (CLM01).
    public let patientControlNumber: String
    /// Whether the claim replaces or voids one sent before (CLM05-3: `7`, `8`), and so may bear its number.
    public let isResubmission: Bool
    /// The control numbers of its service lines (2400 REF02 with `6R`), where they have any.
    public let lineItemControlNumbers: [String]

    /// Creates a mark.
    public init(patientControlNumber: String, isResubmission: Bool, lineItemControlNumbers: [String] = []) {
        self.patientControlNumber = patientControlNumber
        self.isResubmission = isResubmission
        self.lineItemControlNumbers = lineItemControlNumbers
    }
}
