import ArgumentParser
import CYardstick
import X12Diagnostics
import X12Models
import X12Parser
import X12Rules
import X12Text
import X12Validation
import X12XML

/// What a file that is not in memory is read as.
enum StreamReading: String, ExpressibleByArgument, CaseIterable {
    /// The unit U over windows of a megabyte.
    case yardstick
    case segments, blocks
    /// Levels 1 and 2.
    case validate
    /// Levels 1 to 6.
    case validateAll = "validate-all"
    case models, ndjson, xml

    /// Reads all of a source; how many pieces that were.
    func read(_ source: consuming ByteSource) throws(X12Error) -> Int {
        switch self {
        case .yardstick: return try Self.delimiters(source)
        case .segments: return try Self.segments(source)
        case .blocks: return try Self.blocks(source) { _ in }
        case .validate:
            var validator = BlockValidator()
            var findings: [Finding] = []
            return try Self.blocks(source) { block in
                validator.validate(block, into: &findings)
                findings.removeAll(keepingCapacity: true)
            }
        case .validateAll:
            var validator = BlockValidator()
            var rules = RuleEngine()
            var findings: [Finding] = []
            return try Self.blocks(source) { block in
                validator.validate(block, into: &findings)
                rules.check(block, into: &findings)
                findings.removeAll(keepingCapacity: true)
            }
        case .models: return try Self.models(source)
        case .ndjson: return try Self.lines(source)
        case .xml:
            var writer = GenericXMLWriter(.bare)
            var bytes = 0
            let count = try Self.blocks(source) { (block) throws(X12Error) in
                writer.write(block)
                try writer.drain(over: 32 << 10) { piece throws(X12Error) in bytes += piece.count }
            }
            return count
        }
    }

    private static func delimiters(_ source: consuming ByteSource) throws(X12Error) -> Int {
        let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        let positions = UnsafeMutablePointer<UInt32>.allocate(capacity: window.count + 64)
        defer {
            window.deallocate()
            positions.deallocate()
        }
        var found = 0
        while true {
            let count = try source.read(into: window)
            guard count > 0 else { return found }
            found += Int(
                yardstick_index(
                    window.baseAddress?.assumingMemoryBound(to: UInt8.self), count, UInt8(ascii: "~"),
                    UInt8(ascii: "*"), UInt8(ascii: ":"), positions))
        }
    }

    private static func segments(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var reader = SegmentReader(source)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }

    private static func blocks(
        _ source: consuming ByteSource, _ take: (borrowing Block) throws(X12Error) -> Void
    ) throws(X12Error) -> Int {
        var reader = BlockReader(source)
        var block = Block()
        var count = 0
        while try reader.next(into: &block) {
            try take(block)
            count += 1
        }
        return count
    }

    private static func models(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var reader = ModelReader(source)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }

    private static func lines(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var lines = NDJSONLines(source)
        var bytes = 0
        while try lines.next() { try lines.drain { piece throws(X12Error) in bytes += piece.count } }
        try lines.drain { piece throws(X12Error) in bytes += piece.count }
        return bytes
    }
}
