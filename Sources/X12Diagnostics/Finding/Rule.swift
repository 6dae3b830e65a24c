extension Finding {
    /// One rule of the catalogue: a stable id with its words.
    ///
    /// Ids are those of the published catalogue (`GDE-CODE-BAD`); they are never reused or renamed.
    public struct Rule: Hashable, Sendable {
        /// The stable id.
        public let id: String
        /// The WEDI SNIP level, 1 to 7.
        public let level: Int
        /// How much it matters unless a profile says otherwise.
        public let severity: Severity
        /// The message with `{at}`, `{name}`, `{found}`, `{expected}` and `{detail}` to be filled in.
        public let wording: String
        /// What to do about it.
        public let help: String
        /// The codes that an acknowledgement reports it with.
        public let acknowledgement: Acknowledgement

        /// Declares a rule.
        public init(
            _ id: String, level: Int, _ severity: Severity, _ wording: String, help: String,
            acknowledgement: Acknowledgement = Acknowledgement()
        ) {
            self.acknowledgement = acknowledgement
            self.id = id
            self.level = level
            self.severity = severity
            self.wording = wording
            self.help = help
        }

        /// The message without a finding's facts, which dots stand for.
        package var outline: String {
            wording.replacing("{shown}", with: "").replacing(/\{[a-z]+\}/, with: "…")
        }

        /// Rules are the same when their ids and words are: an id may have several, one for each way to break it; a profile may
        /// change how much it matters.
        public static func == (left: Rule, right: Rule) -> Bool {
            left.id == right.id && left.wording == right.wording
        }

        /// Hashes the id.
        public func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }
}
