/// Where a rule comes from, and how sure that is.
public struct RuleSource: Sendable {
    /// The sources in few words: public interpretations by number (`RFI-1294`), agencies, other validators.
    public let text: String
    /// How sure it is.
    public let confidence: Confidence

    /// Names the sources.
    public init(_ confidence: Confidence, _ text: String) {
        self.confidence = confidence
        self.text = text
    }

    /// How sure a rule is: an error that is not sure is reported as a warning, until a second source is found.
    public enum Confidence: String, Sendable {
        /// Two sources at least, or the standard itself.
        case high
        /// One source, or practice.
        case medium
        /// Somebody's word.
        case low
    }
}
