import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12TestSupport
import X12Text

/// What a block reader makes of a text, in plain words.
struct PlacedText: Equatable {
    /// `CLM 2300`: identifier and innermost loop, `-` where nothing takes the segment.
    var places: [String] = []
    /// `GDE-SEG-UNEXPECTED ZZZ`: rule and segment.
    var findings: [String] = []
    /// Kind and number of segments of each block.
    var blocks: [String] = []
    /// All bytes, as received.
    var bytes: [UInt8] = []
    /// CLM01 or CLP01 around each finding.
    var claims: [String] = []
    /// Where the findings are.
    var offsets: [Int] = []
    var stopped: String?

    init(_ text: String) { self.init(ByteSource(bytes: Array(text.utf8))) }

    init(_ source: consuming ByteSource, limits: Limits = Limits()) {
        var reader = BlockReader(source, limits: limits)
        var block = Block()
        do throws(X12Error) {
            while try reader.next(into: &block) { add(block) }
        } catch {
            stopped = error.code.description
        }
    }

    private mutating func add(_ block: borrowing Block) {
        blocks.append("\(block.kind) \(block.count)")
        block.appendReceived(to: &bytes)
        for index in 0..<block.count {
            let rule = Int(block[index].placement.rule)
            var loop = "-"
            if rule >= 0, let guide = block.guide { loop = guide.loops[guide.segments[rule].loop].identifier }
            places.append("\(block.view(index).identifier) \(loop)")
        }
        for finding in block.findings {
            findings.append("\(finding.rule.id) \(finding.context.segment)")
            claims.append(finding.context.claim)
            offsets.append(finding.location.byteOffset)
        }
    }
}

/// A transaction set between sound envelopes, its SE added; each line is one segment, with the loop expected
/// behind `@`.
struct PlacementStory: CustomTestStringConvertible, Sendable {
    var story: String
    var body: String
    /// Rules and segments of the findings.
    var findings: [String] = []
    var testDescription: String { story }

    /// The segments, expectations left out.
    var segments: [String] {
        body.split(separator: "\n").map { String($0.split(separator: "@")[0]).trimmed }
    }

    /// `CLM 2300` for each.
    var places: [String] {
        body.split(separator: "\n").map { line in
            let parts = line.split(separator: "@").map { String($0).trimmed }
            return "\(parts[0].prefix { $0 != "*" }) \(parts[1])"
        }
    }
}

extension String {
    /// Without blanks around.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

/// Puts a set's segments, from BHT or BPR on, between ST, SE and sound envelopes.
func interchange(_ segments: [String], isRemittance: Bool = false) -> String {
    let guide = isRemittance ? "005010X221A1" : "005010X222A1"
    let start = isRemittance ? "ST*835*0001" : "ST*837*0001*\(guide)"
    let group = isRemittance ? "HP" : "HC"
    return SampleText.lines(
        [SampleText.header(), "GS*\(group)*A*B*20260401*0815*7*X*\(guide)", start] + segments
            + ["SE*\(segments.count + 2)*0001", "GE*1*7", "IEA*1*000000007"])
}
