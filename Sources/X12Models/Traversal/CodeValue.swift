/// A code of an X12 code list as a type: open, so that a code we do not know survives as it was sent.
///
///     public struct AdjustmentGroup: CodeValue {
///         public let rawValue: String
///         public init(rawValue: String) { self.rawValue = rawValue }
///         /// Contractual obligation: the provider may not bill the patient (CAS01 `CO`).
///         public static let contractualObligation = Self(rawValue: "CO")
///     }
public protocol CodeValue: RawRepresentable, Hashable, Sendable where RawValue == String {
    /// Wraps the code as it is sent.
    init(rawValue: String)
}
