/// What to do about an inquiry that could not be answered (AAA04).
public struct FollowUpAction: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Correct and send again (`C`).
    public static let correctAndResubmit = Self(rawValue: "C")
    /// Do not send again (`N`).
    public static let doNotResubmit = Self(rawValue: "N")
    /// Send the original again (`P`).
    public static let resubmitOriginal = Self(rawValue: "P")
    /// May be sent again (`R`).
    public static let resubmissionAllowed = Self(rawValue: "R")
    /// Do not send again, already forwarded (`S`).
    public static let alreadyForwarded = Self(rawValue: "S")
    /// Wait 30 days and send again (`W`).
    public static let waitThirtyDays = Self(rawValue: "W")
    /// Wait 10 days and send again (`X`).
    public static let waitTenDays = Self(rawValue: "X")
    /// Do not send again, will be answered later (`Y`).
    public static let willBeAnsweredLater = Self(rawValue: "Y")
}
