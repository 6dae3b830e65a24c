/// What other rooms know about a finding, for printing it: what codes mean, the box of the paper form, the line.
///
/// Made for findings that are printed and no others, so that it costs nothing to have many.
public struct FindingExplanation: Sendable, Equatable {
    /// A code with what it means.
    public struct Code: Sendable, Equatable {
        /// The code.
        public var code: String
        /// What it means, in a few words; empty where that is not known.
        public var meaning: String

        /// Creates a code with its meaning.
        public init(_ code: String, _ meaning: String) {
            self.code = code
            self.meaning = meaning
        }
    }

    /// What the code that was found means; empty where that is not known.
    public var foundMeaning = ""
    /// The codes that are allowed in its place.
    public var allowed: [Code] = []
    /// What the innermost loop holds, in words (`Claim Information`).
    public var loopName = ""
    /// The box of the CMS-1500 form (`24B`).
    public var box = ""
    /// The service line's number (LX01); 0 for none.
    public var serviceLine = 0
    /// Who has to mend it, where that is not whoever reads about it (`the payer`); empty otherwise.
    public var mender = ""
    /// The property in the JSON of the models (`claims[0].facilityQualifier`).
    public var path = ""

    /// Creates an explanation that says nothing.
    public init() {}
}
