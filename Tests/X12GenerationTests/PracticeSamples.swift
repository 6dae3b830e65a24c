import Foundation
import X12Diagnostics
import X12Generation
import X12Ledger
import X12Models
import X12Parser
import X12TestSupport
import X12Text
import X12Validation

/// The sample practice, and what tests do with it.
enum PracticeSamples {
    static func practice() throws -> Practice {
        try Practice(ByteSource(bytes: SampleFiles.samples.bytes("practice/practice.json")))
    }

    static func table(_ text: String) -> ByteSource { ByteSource(bytes: Array(text.utf8)) }

    /// The settings of a fixed moment, with segments on lines of their own.
    static var settings: SubmissionSettings {
        get throws {
            guard let date = CalendarDate(year: 2026, month: 3, day: 2), let time = ClockTime(x12: "0930")
            else {
                throw X12Error(.malformedModel, "there is no such moment")
            }
            var settings = SubmissionSettings(date: date, time: time)
            settings.lineEnd = "\n"
            return settings
        }
    }

    /// Everything a source holds, put into a batch; the findings of what was kept back.
    static func gather(
        _ source: consuming ByteSource, _ settings: SubmissionSettings, practice: Practice?
    ) throws -> (batch: SubmissionBatch, refused: [[Finding]]) {
        let batch = try SubmissionBatch(
            .claims, settings, waitingIn: FileManager.default.temporaryDirectory.path)
        var source = try ClaimSource(source, practice: practice)
        var refused: [[Finding]] = []
        while let candidate = try source.next() {
            let (findings, isAccepted) = try batch.add(candidate.consignment)
            if !isAccepted { refused.append(findings) }
        }
        return (batch, refused)
    }

    /// A share as it is written with numbers of a new ledger.
    static func write(_ batch: SubmissionBatch, _ share: SubmissionBatch.Share) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "x12-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let numbers = try Ledger(path: path).reserve(batch.request(share, job: "test"))
        var bytes: [UInt8] = []
        try batch.write(share, numbers, note: { _ in }, to: { bytes += $0 })
        return bytes
    }

    /// What levels 1 and 2 find in a file.
    static func findings(in bytes: [UInt8]) throws -> [Finding] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            findings += block.findings
            validator.validate(block, into: &findings)
        }
        return findings
    }

    /// The claims of a file with their levels, without what is numbered anew.
    static func claims(in bytes: [UInt8]) throws -> [Claim] {
        var reader = ClaimReader(ByteSource(bytes: bytes))
        var claims: [Claim] = []
        while var claim = try reader.next() {
            claim.billingProvider?.hierarchicalLevel = nil
            claim.subscriber?.hierarchicalLevel = nil
            claim.patient?.hierarchicalLevel = nil
            claims.append(claim)
        }
        return claims
    }
}
