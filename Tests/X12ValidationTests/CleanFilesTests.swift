import Testing
import X12Diagnostics
import X12TestSupport

@Suite("Sound files")
struct CleanFilesTests {
    @Test("generated claims have no finding", arguments: UInt64(1)...6)
    func claims(seed: UInt64) throws {
        var workload = ClaimWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 5000
        let findings = try Validation.findings(in: workload.bytes(atLeast: 300_000).bytes)
        #expect(Validation.lines(findings).prefix(5) == [])
    }

    @Test("generated remittances have no finding", arguments: UInt64(1)...6)
    func remittances(seed: UInt64) throws {
        var workload = RemittanceWorkload(seed: seed)
        workload.claimsPerSet = seed.isMultiple(of: 2) ? 40 : 2000
        let findings = try Validation.findings(in: workload.bytes(atLeast: 300_000).bytes)
        #expect(Validation.lines(findings).prefix(5) == [])
    }

    @Test("other delimiters and line ends make no difference")
    func delimiters() throws {
        let format = WorkloadFormat(
            terminator: 0x1C, elementSeparator: 0x1D, componentSeparator: 0x1F, repetitionSeparator: 0x1E,
            lineEnd: .carriageReturnLineFeed)
        let claims = ClaimWorkload(seed: 9, format: format).bytes(atLeast: 100_000).bytes
        let payments = RemittanceWorkload(seed: 9, format: format).bytes(atLeast: 100_000).bytes
        #expect(Validation.lines(try Validation.findings(in: claims)).prefix(5) == [])
        #expect(Validation.lines(try Validation.findings(in: payments)).prefix(5) == [])
    }
}
