internal import X12Grammar
internal import X12Text

/// Which rules of a guide begin a block, worked out once so that most segments cost one look.
struct BlockCuts: ~Copyable {
    /// What a segment placed by a rule begins.
    enum Cut: UInt8, BitwiseCopyable {
        case none, level, unit, trailer
    }

    private let cuts: FixedTable<Cut>
    private let loops: FixedTable<Int32>

    init(_ guide: Guide) {
        cuts = FixedTable(guide.segments.indices.map { Self.cut(of: $0, guide) })
        loops = FixedTable(guide.segments.map { Int32($0.loop) })
    }

    /// What a rule's segment begins; a level or a unit only if it opens its loop.
    @inline(__always)
    subscript(rule: Int32) -> Cut { cuts[Int(rule)] }

    /// Whether a segment is to be looked at by itself when a rule takes it: one that begins a block, names its claim, or
    /// belongs to an envelope.
    static func stops(_ guide: Guide) -> (Int) -> Bool {
        { rule in
            let segment = guide.segments[rule]
            let isOpener = guide.loops[segment.loop].segments.first == rule
            switch cut(of: rule, guide) {
            case .level, .unit: if isOpener { return true }
            case .trailer: return true
            case .none: break
            }
            switch segment.identifier {
            case "ISA", "IEA", "GS", "GE", "ST", "SE", "TA1": return true
            case "CLM", "CLP": return isOpener
            default: return false
            }
        }
    }

    /// The loop of a rule.
    func loop(of rule: Int32) -> Int { Int(loops[Int(rule)]) }

    private static func cut(of rule: Int, _ guide: Guide) -> Cut {
        let loop = guide.segments[rule].loop
        return switch guide.loops[loop].block {
        case .level: .level
        case .unit: .unit
        case .inside: loop == 0 && isBehindUnits(rule, guide) ? .trailer : .none
        }
    }

    /// Whether a segment of the transaction set itself stands behind its levels and units in the guide.
    private static func isBehindUnits(_ rule: Int, _ guide: Guide) -> Bool {
        guide.loops[0].children.contains {
            guide.loops[$0].block != .inside && guide.loops[$0].order < guide.segments[rule].order
        }
    }
}
