import Testing
import X12Diagnostics
import X12TestSupport

@Suite("Damaged files")
struct DamageTests {
    @Test("whatever bytes are changed, findings stand inside the file", arguments: UInt64(1)...40)
    func damage(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let samples = SampleFilesTests.sound
        for _ in 0..<10 {
            var bytes = samples[random.number(in: 0...samples.count - 1)].bytes
            for _ in 0..<random.number(in: 1...6) {
                let place = random.number(in: 106...bytes.count - 1)
                switch random.number(in: 0...3) {
                case 0: bytes[place] = UInt8(random.number(in: 0...255))
                case 1: bytes[place] = Array("*:^~ \n".utf8)[random.number(in: 0...5)]
                case 2: bytes.remove(at: place)
                default: bytes.insert(bytes[random.number(in: 0...bytes.count - 1)], at: place)
                }
            }
            guard let findings = try? Validation.findings(in: bytes) else { continue }
            for finding in findings {
                #expect((0...bytes.count).contains(finding.location.byteOffset), "\(finding.rule.id)")
            }
        }
    }

    @Test("each set that repeats a number is remarked on")
    func endless() throws {
        var text = String(
            decoding: try SampleFile(path: "835/pass/capitation-without-claims.835").bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: "ST*835")).lowerBound
        let end = try #require(text.firstRange(of: "GE*")).lowerBound
        let set = text[start..<end]
        text.replaceSubrange(start..<end, with: String(repeating: String(set), count: 200))
        let findings = try Validation.findings(in: Array(text.utf8))
        #expect(findings.filter { $0.rule.id == "ENV-ST02-DUP" }.count == 199)
    }
}
