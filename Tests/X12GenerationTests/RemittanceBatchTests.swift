import Foundation
import Testing
import X12Diagnostics
import X12Generation
import X12Models
import X12TestSupport
import X12Text

@Suite("Remittances of models")
struct RemittanceBatchTests {
    static let samples = SampleFiles.samples.paths(below: ["835/pass"]).filter { $0.hasSuffix(".835") }

    private func gather(_ bytes: [UInt8]) throws -> (batch: SubmissionBatch, refused: [[Finding]]) {
        let batch = try SubmissionBatch(
            .remittances, PracticeSamples.settings, waitingIn: FileManager.default.temporaryDirectory.path)
        var source = try RemittanceSource(ByteSource(bytes: bytes))
        var refused: [[Finding]] = []
        while let piece = try source.next() {
            switch piece {
            case .begin(let destination, let number, let delimiters):
                try batch.begin(destination, number: number, from: delimiters)
            case .item(let item): try batch.add(item)
            case .end:
                let (findings, isAccepted) = try batch.end()
                if !isAccepted { refused.append(findings) }
            }
        }
        return (batch, refused)
    }

    private func ndjson(_ bytes: [UInt8]) throws -> [UInt8] {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var writer = NDJSONWriter()
        while let item = try reader.next() { writer.write(item) }
        writer.finish()
        var text: [UInt8] = []
        try writer.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in text += part }
        return text
    }

    private func payments(_ bytes: [UInt8]) throws -> [ClaimPayment] {
        var reader = ClaimPaymentReader(ByteSource(bytes: bytes))
        var payments: [ClaimPayment] = []
        while var payment = try reader.next() {
            payment.remittance?.controlNumber = nil
            payments.append(payment)
        }
        return payments
    }

    @Test(
        "a remittance as JSON is written with the same content, counted and numbered anew", arguments: samples
    )
    func unchanged(_ path: String) throws {
        let bytes = try SampleFiles.samples.bytes(path)
        let (batch, refused) = try gather(ndjson(bytes))
        #expect(refused.isEmpty, "\(path)")
        let share = try #require(batch.shares.first)
        let written = try PracticeSamples.write(batch, share)
        #expect(try PracticeSamples.findings(in: written).isEmpty)
        #expect(try payments(written) == payments(bytes))
    }

    @Test("one that does not balance is refused with what is wrong, and the others are written")
    func refused() throws {
        let text = String(
            decoding: try SampleFiles.samples.bytes("835/pass/several-payments.835"), as: UTF8.self)
        let sets = text.split(separator: "\n").count { $0.hasPrefix("ST*") }
        let amount = try #require(text.split(separator: "\n").first { $0.hasPrefix("BPR*") })
        let fields = amount.split(separator: "*", omittingEmptySubsequences: false)
        let broken = text.replacing(
            "BPR*\(fields[1])*\(fields[2])*", with: "BPR*\(fields[1])*1.23*", maxReplacements: 1)
        let (batch, refused) = try gather(ndjson(Array(broken.utf8)))
        #expect(refused.map { $0.filter { $0.rule.severity == .error }.map(\.rule.id) } == [["835-BAL-TXN"]])
        #expect(batch.shares.map(\.count) == [sets - 1])
    }

    @Test("a remittance whose trailer is missing has no provider adjustments, and is closed")
    func withoutTrailer() throws {
        let bytes = try SampleFiles.samples.bytes("835/pass/paid-with-contract-and-copay.835")
        let lines = try ndjson(bytes).split(separator: UInt8(ascii: "\n"))
        let kept = lines.filter { !String(decoding: $0, as: UTF8.self).contains("Trailer") }
        #expect(kept.count < lines.count)
        let (batch, refused) = try gather(Array(kept.joined(separator: [UInt8(ascii: "\n")])))
        #expect(refused.isEmpty)
        let written = try PracticeSamples.write(batch, try #require(batch.shares.first))
        #expect(try PracticeSamples.findings(in: written).isEmpty)
    }
}
