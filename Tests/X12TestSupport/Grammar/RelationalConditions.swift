internal import X12Grammar

/// Which positions of a segment or composite are sent, chosen so that its relational conditions hold.
///
/// Positions are bits: position 1 is bit 0.
struct RelationalConditions: Sendable {
    /// What must, and what may be sent.
    let required: UInt64
    let usable: UInt64
    private let notes: [Note]

    private struct Note {
        let kind: SyntaxNote.Kind
        let all: UInt64
        let first: UInt64
        var others: UInt64 { all & ~first }
    }

    init(required: UInt64, usable: UInt64, notes: some Sequence<SyntaxNote>) {
        self.required = required
        self.usable = usable
        self.notes = notes.map { note in
            Note(
                kind: note.kind, all: note.positions.reduce(0) { $0 | Self.bit($1) },
                first: Self.bit(note.positions.first ?? 0))
        }
    }

    static func bit(_ position: Int) -> UInt64 { (1...64).contains(position) ? 1 << UInt64(position - 1) : 0 }

    /// A set of positions that holds what is required and `wanted`, and as much of `liked` as can be; `nil` when
    /// the conditions leave no such set, as far as some attempts tell.
    func choose(wanted: UInt64, liked: UInt64, _ random: inout SplitMix64) -> UInt64? {
        let fixed = required | wanted
        guard wanted & ~usable == 0 else { return nil }
        for attempt in 0..<24 {
            // Later attempts begin with less, so that less has to give way.
            let start = fixed | (attempt < 16 ? liked & usable : 0)
            if let found = repaired(start, fixed, &random) { return found }
        }
        return nil
    }

    /// One position with what it needs, where none has to be sent but not all can be empty.
    func one(_ random: inout SplitMix64) -> UInt64 {
        guard let wanted = pick(usable, &random) else { return 0 }
        return choose(wanted: wanted, liked: 0, &random) ?? wanted
    }

    private func repaired(_ start: UInt64, _ fixed: UInt64, _ random: inout SplitMix64) -> UInt64? {
        var present = start
        for _ in 0..<32 {
            guard let broken = notes.first(where: { !holds($0, present) }) else { return present }
            guard let next = mend(broken, present, fixed, &random) else { return nil }
            present = next
        }
        return nil
    }

    private func holds(_ note: Note, _ present: UInt64) -> Bool {
        let sent = note.all & present
        return switch note.kind {
        case .paired: sent == 0 || sent == note.all
        case .required: sent != 0
        case .exclusion: sent.nonzeroBitCount <= 1
        case .conditional: sent & note.first == 0 || sent == note.all
        case .listConditional: sent & note.first == 0 || sent & note.others != 0
        }
    }

    private func mend(
        _ note: Note, _ present: UInt64, _ fixed: UInt64, _ random: inout SplitMix64
    ) -> UInt64? {
        let sent = note.all & present
        switch note.kind {
        case .paired, .conditional:
            let removable = note.kind == .paired ? sent : note.first
            let canRemove = removable & fixed == 0
            let canAdd = note.all & ~usable == 0
            if canAdd, !canRemove || random.happens(percent: 60) { return present | note.all }
            return canRemove ? present & ~removable : nil
        case .required: return pick(note.all & usable, &random).map { present | $0 }
        case .exclusion:
            let kept = sent & fixed
            guard kept.nonzeroBitCount <= 1 else { return nil }
            guard let one = kept != 0 ? kept : pick(sent, &random) else { return nil }
            return present & ~note.all | one
        case .listConditional:
            let canRemove = note.first & fixed == 0
            if !canRemove || random.happens(percent: 60), let one = pick(note.others & usable, &random) {
                return present | one
            }
            return canRemove ? present & ~note.first : nil
        }
    }

    /// One of the bits; `nil` of none.
    private func pick(_ bits: UInt64, _ random: inout SplitMix64) -> UInt64? {
        guard bits != 0 else { return nil }
        var rest = bits
        for _ in 0..<random.number(in: 0...bits.nonzeroBitCount - 1) { rest &= rest - 1 }
        return rest & ~(rest - 1)
    }
}
