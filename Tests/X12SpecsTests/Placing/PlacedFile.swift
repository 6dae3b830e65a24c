import X12Diagnostics
import X12Grammar
import X12Parser
import X12Text

/// What a block reader makes of an input: each block's kind with its segments and the loops they stand in.
struct PlacedFile {
    /// The blocks inside transaction sets: `unit 2000C: HL NM1 EQ`.
    private(set) var blocks: [String] = []
    /// What was found.
    private(set) var findings: [Finding] = []
    /// The segments of guided sets that nothing takes, as `position identifier*first element`.
    private(set) var unplaced: [String] = []
    /// The segments of guided sets that come too late, or whose telling value is none listed.
    private(set) var odd: [String] = []
    /// How many segments stand in sets that follow a guide.
    private(set) var guided = 0
    /// The guides followed, with the set's identifier behind each: `005010X279A1 271`.
    private(set) var guides: Set<String> = []

    init(_ text: String) throws { try self.init(ByteSource(bytes: Array(text.utf8))) }

    init(_ source: consuming ByteSource) throws {
        var reader = BlockReader(source)
        var block = Block()
        while try reader.next(into: &block) {
            findings += block.findings
            add(block)
        }
    }

    private mutating func add(_ block: borrowing Block) {
        guard let guide = block.guide else { return }
        guides.insert("\(guide.identifier) \(guide.transactionSet)")
        guided += block.count
        var words: [String] = []
        for index in 0..<block.count {
            let view = block.view(index)
            let identifier = view.identifier.description
            let placement = block[index].placement
            words.append(identifier)
            let place = "\(block[index].position) \(identifier)*\(view[1].string)"
            if placement.rule < 0 {
                unplaced.append(place)
            } else if !placement.remarks.isDisjoint(with: [.late, .lenient, .orphan]) {
                odd.append(place)
            }
        }
        let kind =
            switch block.kind {
            case .level(let loop): "level \(guide.loops[loop].identifier)"
            case .unit(let loop): "unit \(guide.loops[loop].identifier)"
            case .header: "header"
            case .trailer: "trailer"
            default: "other"
            }
        blocks.append("\(kind): \(words.joined(separator: " "))")
    }
}
