public import X12Diagnostics
internal import X12Models
public import X12Text

/// Reads what is to become claims, whatever its form: encounters (CSV, JSON, NDJSON), or claims of our models (JSON,
/// NDJSON) and X12, whose envelopes then say where they go unless a practice file does.
public struct ClaimSource: ~Copyable {
    /// One claim to be, with what it was made of.
    public struct Candidate: Sendable {
        /// The claim, or what is missing for one.
        public var assembly: Assembly
        /// What it was made of; nil when it came as a claim.
        public var encounter: Encounter?

        /// The claim as it goes out.
        public var consignment: Consignment { assembly.consignment }

        /// Writes it among what stays behind, in the form it came in.
        public func write(to rejected: inout RejectedEntries, _ findings: [Finding]) {
            if let encounter { return rejected.write(encounter, findings) }
            rejected.write(consignment.items, in: assembly.envelope)
        }
    }

    private var encounters: EncounterReader?
    private var models: ModelInput?
    private var envelope = EnvelopeFindings()
    private let assembler: EncounterAssembler
    private var router: ClaimRouter

    /// Recognises a source's form and reads from it.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` for encounters without a practice file; what reading the source's
    ///   first bytes throws.
    public init(_ source: consuming ByteSource, practice: Practice?) throws(X12Error) {
        let source = try ReplayedSource(source)
        let models = try Self.models(source)
        let encounters = try Self.encounters(source)
        guard encounters == nil || practice != nil else {
            throw X12Error(
                .malformedSetting,
                "encounters need a practice file, which says who bills and who pays (--practice)")
        }
        self.models = models
        self.encounters = encounters
        assembler = EncounterAssembler(practice ?? Practice())
        router = ClaimRouter(practice)
    }

    private static func models(_ source: ReplayedSource) throws(X12Error) -> ModelInput? {
        guard source.holdsModels else { return nil }
        return try ModelInput(source.whole())
    }

    /// Looked at only when it does not hold models, which then have been read from already.
    private static func encounters(_ source: ReplayedSource) throws(X12Error) -> EncounterReader? {
        guard !source.holdsModels else { return nil }
        return try EncounterReader(source.whole())
    }

    /// Whether it holds transaction sets, which may be of another kind, and not encounters.
    public var holdsModels: Bool { models != nil }

    /// The next candidate; `nil` after the last.
    ///
    /// - Throws: what the reader of the form throws.
    public mutating func next() throws(X12Error) -> Candidate? {
        if encounters != nil {
            guard let encounter = try encounters?.next() else { return nil }
            return Candidate(assembly: assembler.assemble(encounter), encounter: encounter)
        }
        while let item = try models?.next() {
            envelope.add(models?.findings ?? [])
            if let assembly = router.take(item) { return Candidate(assembly: assembly) }
        }
        return nil
    }

    /// What is wrong with the envelope of what came as X12, since the last call: counts, control numbers, what is no segment,
    /// an end that is missing. Of the claims themselves checking them tells.
    public mutating func takeFindings() -> [Finding] { envelope.take() }
}
