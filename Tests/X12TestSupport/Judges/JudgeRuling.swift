public import X12Grammar

/// One point in which another program judges by other rules than our guides, and which side is right.
public struct JudgeRuling: Sendable, CustomStringConvertible {
    /// Who is right.
    public enum Verdict: String, Sendable {
        /// Our guide is right, by the facts named.
        case ours
        /// The sources are even, and the wider reading was chosen, so that nothing valid is refused.
        case wider
    }

    /// What the other side has instead, as a change of the guide to something narrower.
    public enum Difference: Sendable {
        case usage(Usage)
        case maximumUse(Int)
        case maximumRepeat(Int)
        case maximumLength(Int)
        case without(Set<String>)
    }

    /// The guide.
    public let guide: String
    /// The places.
    public let cells: [GuideCell]
    /// What the other side has there.
    public let differences: [Difference]
    /// Who is right.
    public let verdict: Verdict
    /// Why.
    public let reason: String

    /// A ruling on places of a guide.
    public init(
        _ guide: String, _ cells: [GuideCell], _ differences: Difference..., verdict: Verdict,
        because reason: String
    ) {
        self.guide = guide
        self.cells = cells
        self.differences = differences
        self.verdict = verdict
        self.reason = reason
    }

    /// The places, for messages.
    public var description: String { "\(guide): \(cells.map(\.description).joined(separator: ", "))" }

    /// The guide with what the other side has instead. A set that is valid by the result is valid by both.
    ///
    /// Returns `nil` when the guide has no such place.
    public func narrowing(_ guide: Guide) -> Guide? {
        var guide = guide
        for cell in cells {
            for difference in differences {
                guard Self.apply(difference, to: cell, &guide) else { return nil }
            }
        }
        return guide
    }

    private static func apply(_ difference: Difference, to cell: GuideCell, _ guide: inout Guide) -> Bool {
        if cell.segment == nil {
            let loops = cell.loops(in: guide)
            for loop in loops {
                switch difference {
                case .usage(let usage): guide.loops[loop].usage = usage
                case .maximumUse(let most): guide.loops[loop].maximumUse = most
                case .maximumRepeat, .maximumLength, .without: return false
                }
            }
            return !loops.isEmpty
        }
        if cell.element == nil {
            let segments = cell.segments(in: guide)
            for segment in segments {
                switch difference {
                case .usage(let usage): guide.segments[segment].usage = usage
                case .maximumUse(let most): guide.segments[segment].maximumUse = most
                case .maximumRepeat, .maximumLength, .without: return false
                }
            }
            return !segments.isEmpty
        }
        let elements = cell.elements(in: guide)
        for element in elements {
            guard apply(difference, to: element, &guide) else { return false }
        }
        return !elements.isEmpty
    }

    private static func apply(_ difference: Difference, to element: Int, _ guide: inout Guide) -> Bool {
        switch difference {
        case .usage(let usage): guide.elements[element].usage = usage
        case .maximumRepeat(let most): guide.elements[element].maximumRepeat = most
        case .maximumLength(let most): guide.elements[element].maximumLength = most
        case .without(let codes):
            let list = guide.elements[element].codes
            guard list >= 0, codes.isSubset(of: guide.codeLists[list]) else { return false }
            guide.elements[element].codes = guide.codeLists.count
            guide.codeLists.append(guide.codeLists[list].filter { !codes.contains($0) })
        case .maximumUse: return false
        }
        return true
    }
}
