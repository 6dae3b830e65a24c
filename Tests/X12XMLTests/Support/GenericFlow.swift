import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text
import X12Validation
import X12XML

/// Whole inputs to XML and back, as tests want them.
enum GenericFlow {
    /// Ways to write a document that must all come back.
    static let options: [GenericXMLOptions] = {
        var positions = GenericXMLOptions()
        positions.showsPositions = true
        positions.isIndented = false
        return [GenericXMLOptions(), .bare, positions]
    }()

    /// A document with the findings of a validator in it.
    static func xml(
        _ bytes: [UInt8], _ options: GenericXMLOptions = GenericXMLOptions(), chunks: [Int] = []
    ) throws -> [UInt8] {
        var reader = BlockReader(ByteSource(bytes, chunks: chunks))
        var validator = BlockValidator()
        var writer = GenericXMLWriter(options)
        var block = Block()
        var output: [UInt8] = []
        while try reader.next(into: &block) {
            var findings = block.findings
            validator.validate(block, into: &findings)
            findings = findings.enumerated().sorted {
                ($0.element.location.segment, $0.offset) < ($1.element.location.segment, $1.offset)
            }.map(\.element)
            writer.write(block, findings: findings)
            try writer.drain { output += $0 }
        }
        return output
    }

    /// The bytes of X12 that a document holds.
    static func x12(_ xml: [UInt8], chunks: [Int] = []) throws -> [UInt8] {
        var reader = try GenericXMLReader(ByteSource(xml, chunks: chunks))
        var block = Block()
        var output: [UInt8] = []
        while try reader.next(into: &block) { block.appendReceived(to: &output) }
        return output
    }
}
