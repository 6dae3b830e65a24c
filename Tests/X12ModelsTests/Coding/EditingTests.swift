import Testing
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

@Suite("Changing what was read")
struct EditingTests {
    /// A sample's text with one replacement, as pieces.
    private func items(_ path: String, _ old: String = "", _ new: String = "") throws -> (String, [ModelItem])
    {
        var text = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        if !old.isEmpty {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return (text, try ModelFlow.items(Array(text.utf8)))
    }

    private func written(_ items: [ModelItem], _ mode: ModelWriter.Mode = .asReceived) throws -> String {
        String(decoding: try ModelFlow.x12(items, mode), as: UTF8.self)
    }

    /// Changes each claim.
    private func changing(_ items: [ModelItem], _ change: (inout Claim) -> Void) -> [ModelItem] {
        items.map { item in
            guard case .claim(var claim) = item else { return item }
            change(&claim)
            return .claim(claim)
        }
    }

    @Test("a changed property changes its element and nothing else")
    func oneElement() throws {
        let (text, items) = try items("837P/pass/office-visit.837")
        let changed = changing(items) { $0.serviceLines[0].procedure?.code = "99214" }
        #expect(try written(changed) == text.replacing("HC:99213", with: "HC:99214"))
    }

    @Test(
        "a carried spelling stays beside its value, and goes when the value changes",
        arguments: [("65", "65.00"), ("65", "065"), ("65", "65.")])
    func spelling(plain: String, odd: String) throws {
        let (text, items) = try items("837P/pass/office-visit.837", "*\(plain)*", "*\(odd)*")
        #expect(items.contains { $0.carried?.spellings.isEmpty == false })
        #expect(try written(items) == text)
        let changed = changing(items) { claim in
            claim.serviceLines[1].chargeAmount = ExactDecimal(significand: 6675, scale: 2)
        }
        #expect(try written(changed) == text.replacing("*\(odd)*", with: "*66.75*"))
        let other = changing(items) { $0.serviceLines[1].unit = "MJ" }
        #expect(try written(other) == text.replacing("*\(odd)*UN", with: "*\(odd)*MJ"))
    }

    @Test("a value that cannot be read is absent, comes back out, and gives way to a value")
    func unreadable() throws {
        let (text, items) = try items("837P/pass/office-visit.837", "*65*", "*65,00*")
        var amounts: [ExactDecimal?] = []
        let changed = changing(items) { claim in
            amounts.append(claim.serviceLines[1].chargeAmount)
            claim.serviceLines[1].chargeAmount = 65
        }
        #expect(amounts == [nil])
        #expect(try written(items) == text)
        #expect(try written(changed) == text.replacing("*65,00*", with: "*65*"))
    }

    @Test("a date that cannot be read is carried whole, and gives way to a date")
    func unreadableDate() throws {
        let (text, items) = try items("837P/fail/bad-date.837")
        #expect(try written(items) == text)
        let changed = changing(items) { claim in
            claim.serviceLines[0].serviceDate = DateTimePeriod(qualifier: "D8", x12: "20260228")
        }
        #expect(try written(changed) == text.replacing("DTP*472*D8*20260230", with: "DTP*472*D8*20260228"))
    }

    @Test("text that is not UTF-8 is read as Windows-1252, and its bytes come back, through JSON too")
    func otherEncoding() throws {
        let plain = try SampleFiles.samples.bytes("837P/pass/office-visit.837")
        let bytes = try Self.replacing("ROSA", by: [0x52, 0xD3, 0x92, 0x81, 0x41], in: plain)
        let items = try ModelFlow.items(bytes)
        #expect(Self.firstNames(items) == ["RÓ\u{2019}\u{81}A"])
        let json = try ModelFlow.json(items)
        #expect(String(decoding: json, as: UTF8.self).contains("base64"))
        #expect(try Self.firstNames(ModelFlow.items(json: json)) == Self.firstNames(items))
        #expect(try ModelFlow.x12(items) == bytes)
        #expect(try ModelFlow.x12(ModelFlow.items(json: json)) == bytes)
        #expect(try ModelFlow.x12(ModelFlow.items(ndjson: ModelFlow.ndjson(items))) == bytes)
    }

    @Test("a changed text is written as UTF-8, and the others stay as they were received")
    func changedEncoding() throws {
        let plain = try SampleFiles.samples.bytes("837P/pass/office-visit.837")
        let bytes = try Self.replacing("ROSA", by: [0x52, 0xD3, 0x41], in: plain)
        func changing(_ change: (inout Subscriber) -> Void) throws -> [UInt8] {
            try ModelFlow.x12(
                ModelFlow.items(bytes).map { item in
                    guard case .subscriber(var part) = item else { return item }
                    change(&part)
                    return .subscriber(part)
                })
        }
        let renamed = try changing { $0.person?.firstName = "EVÁ" }
        #expect(try renamed == Self.replacing("ROSA", by: Array("EVÁ".utf8), in: plain))
        let other = try changing { $0.person?.middleName = "Q" }
        #expect(other.contains([0x2A, 0x52, 0xD3, 0x41, 0x2A, 0x51]))
    }

    private static func replacing(_ text: String, by new: [UInt8], in bytes: [UInt8]) throws -> [UInt8] {
        let place = try #require(bytes.firstRange(of: Array(text.utf8)))
        return bytes[..<place.lowerBound] + new + bytes[place.upperBound...]
    }

    private static func firstNames(_ items: [ModelItem]) -> [String?] {
        items.compactMap { if case .subscriber(let part) = $0 { part.person?.firstName } else { nil } }
    }

    @Test("a segment that no guide knows stays where it was when the claim around it changes")
    func unknownSegment() throws {
        let (text, items) = try items("837P/fail/unknown-segment.837")
        let changed = changing(items) { $0.patientControlNumber = "NEW-1" }
        let old = try #require(text.split(separator: "CLM*").last?.prefix { $0 != "*" })
        #expect(try written(changed) == text.replacing("CLM*\(old)*", with: "CLM*NEW-1*"))
    }

    @Test("issuing counts again what the model has been changed to")
    func issue() throws {
        let (text, items) = try items("837P/fail/wrong-segment-count.837")
        let sound = try written(items, .issue)
        #expect(sound != text)
        let count = sound.split(separator: "~").drop { !$0.contains("ST*") }.prefix { !$0.contains("GE*") }
            .count
        #expect(sound.contains("SE*\(count)*"))
        let changed = changing(items) { $0.serviceLines.removeLast() }
        let shorter = try written(changed, .issue)
        #expect(shorter.contains("SE*\(count - 3)*") || shorter.contains("SE*\(count - 4)*"))
    }

    @Test("issuing numbers levels from 1 and says which have a level below")
    func levels() throws {
        let (text, items) = try items("837P/pass/dependent-child.837")
        let renumbered = items.map { item -> ModelItem in
            guard case .subscriber(var part) = item else { return item }
            part.hierarchicalLevel?.identifier = "17"
            part.hierarchicalLevel?.childCode = "0"
            return .subscriber(part)
        }
        #expect(try written(renumbered) != text)
        #expect(try written(renumbered, .issue) == text)
    }

    @Test("a clean file is issued as it is", arguments: WorkloadKind.allCases)
    func issueClean(kind: WorkloadKind) throws {
        var bytes: [UInt8] = []
        _ = kind.write(atLeast: 30_000, seed: 5, format: WorkloadFormat()) { bytes += $0 }
        #expect(try ModelFlow.x12(ModelFlow.items(bytes), .issue) == bytes)
    }

    @Test("a value that holds a delimiter is refused", arguments: ["A*B", "A~B"])
    func delimiter(value: String) throws {
        let (_, items) = try items("837P/pass/office-visit.837")
        let changed = changing(items) { $0.patientControlNumber = value }
        #expect { try ModelFlow.x12(changed) } throws: {
            "\($0)".contains("delimiter") && !"\($0)".contains(value)
        }
    }

    @Test(
        "a component that holds the component separator is refused; another element may",
        arguments: ["9:9213", "99213:25:LONGER:STILL"])
    func component(value: String) throws {
        let (_, items) = try items("837P/pass/office-visit.837")
        let cut = changing(items) { $0.serviceLines[0].procedure?.code = value }
        #expect(throws: X12Error(.delimiterInData)) { try ModelFlow.x12(cut) }
        let whole = changing(items) { $0.patientControlNumber = value }
        let written = String(decoding: try ModelFlow.x12(whole), as: UTF8.self)
        #expect(written.contains("CLM*\(value)*"))
    }

    @Test("copies of claims do not share what is changed in one of them")
    func sharing() throws {
        let (_, items) = try items("837P/pass/batch-of-two-sets.837")
        var claims = items.compactMap { item in if case .claim(let claim) = item { claim } else { nil } }
        let before = claims[1]
        claims[0].billingProvider?.provider?.identifier = "0000000000"
        claims[0].references = ClaimReferences()
        claims[0].references?.priorAuthorizationNumber = "AUTH-1"
        #expect(claims[1] == before)
    }
}
