internal import X12Diagnostics

/// Findings of the same kind, counted, so that one thing wrong in every claim does not bury the rest.
///
/// Findings are of one kind when they break the same rule at the same place of the guide.
struct FindingFolds {
    /// Findings of one kind.
    struct Fold {
        /// The first of them.
        var sample: Finding
        var count = 0
        /// Those that were not printed.
        var hidden = 0
    }

    private struct Kind: Hashable {
        var rule: Finding.Rule
        var loop = ""
        var segment = ""
        var element = 0
        var component = 0
    }

    /// The kinds, in the order in which they came up.
    private(set) var folds: [Fold] = []
    private var places: [Kind: Int] = [:]

    /// Kinds that come up past this many are told apart by their rule alone.
    private static let mostKinds = 500

    /// Counts a finding in.
    ///
    /// Returns where the fold of its kind stands in ``folds``.
    mutating func count(_ finding: Finding) -> Int {
        let context = finding.context
        var kind = Kind(
            rule: finding.rule, loop: context.loop, segment: context.segment,
            element: finding.location.element, component: finding.location.component)
        if places[kind] == nil, places.count >= Self.mostKinds { kind = Kind(rule: finding.rule) }
        let place = places[kind] ?? folds.count
        if place == folds.count {
            places[kind] = place
            folds.append(Fold(sample: finding))
        }
        folds[place].count += 1
        return place
    }

    /// Notes that the finding counted last at a place was not printed.
    mutating func hide(_ place: Int) { folds[place].hidden += 1 }
}

extension FindingFolds.Fold {
    /// What the hidden ones are: `20 more like REF in loop 2010AA [GDE-SEG-UNEXPECTED]`.
    var hiddenWords: String {
        let context = sample.context
        let location = sample.location
        var place = context.segment
        if location.element > 0 { place += String(location.element, digits: 2) }
        if location.component > 0 { place += "-\(location.component)" }
        if !context.loop.isEmpty { place += "\(place.isEmpty ? "" : " in ")loop \(context.loop)" }
        let like = place.isEmpty ? "" : " like \(Printable.text(place))"
        return "\(Figures.plain(hidden)) more\(like) [\(sample.rule.id)]"
    }
}
