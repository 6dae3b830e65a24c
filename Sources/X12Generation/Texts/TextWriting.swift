internal import X12Models
internal import X12Text

/// How texts come into a file of ours: by a policy, and with its delimiters instead of those they came with.
struct TextWriting: Sendable {
    let policy: TextPolicy
    /// The delimiters of the file they came in; nil when they came in none.
    var source: Delimiters?
    /// Those of the file they go into.
    let target: Delimiters
    /// Which bytes texts may have, by their values.
    private let allowed: [Bool]

    /// Prepares for a file of these settings.
    init(_ settings: SubmissionSettings) {
        policy = settings.texts
        target = settings.delimiters
        var allowed = policy.allowed
        for byte in Self.separators(of: target) { allowed[Int(byte)] = false }
        self.allowed = allowed
    }

    private static func separators(of delimiters: Delimiters) -> [UInt8] {
        [delimiters.element, delimiters.component, delimiters.segment]
            + [delimiters.repetition].compactMap(\.self)
    }

    /// A segment as it was received, with the delimiters of the file it goes into; nil when it holds one of those as
    /// data.
    private func segment(_ received: [UInt8]) -> [UInt8]? {
        guard let source, source != target else { return received }
        var written = received
        let reserved = Self.separators(of: target)
        for (index, byte) in received.enumerated() {
            switch byte {
            case source.element: written[index] = target.element
            case source.component: written[index] = target.component
            case source.repetition where source.repetition != nil:
                guard let repetition = target.repetition else { return nil }
                written[index] = repetition
            case _ where reserved.contains(byte): return nil
            default: break
            }
        }
        return written
    }

    /// Writes a part's texts.
    ///
    /// - Returns: the property of the first that cannot be written; `nil` when all can.
    func apply(to part: inout some ModelPart) -> String? { part.apply(policy, allowed) }

    /// What is carried beside a part, for the file it goes into: its own line ends are not.
    func carried(_ carried: Carried) -> Carried? {
        var carried = carried
        carried.leading = []
        carried.trailing = nil
        carried.isCut = false
        for index in carried.spellings.indices {
            guard let bytes = segment(carried.spellings[index].text.bytes) else { return nil }
            carried.spellings[index].text.bytes = bytes
        }
        for index in carried.segments.indices {
            guard let bytes = segment(carried.segments[index].text.bytes) else { return nil }
            carried.segments[index].text.bytes = bytes
        }
        for index in carried.omitted.indices {
            guard let bytes = segment(carried.omitted[index].text.bytes) else { return nil }
            carried.omitted[index].text.bytes = bytes
        }
        return carried
    }
}

extension BlockPart {
    /// Prepares the part for the file it goes into.
    ///
    /// - Returns: the property of the first text that cannot be written; `nil` when all can.
    mutating func apply(_ writing: TextWriting) -> String? {
        if let own = carried {
            guard let written = writing.carried(own) else { return "carried" }
            carried = written.isEmpty ? nil : written
        }
        return writing.apply(to: &self)
    }
}
