import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Specs
import X12TestSupport
import X12Text

@testable import X12Validation

/// A segment's text spoilt at random: bytes changed, left out, put in, doubled.
private struct Spoiler {
    var random: SplitMix64

    mutating func spoil(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0..<random.number(in: 1...2) {
            guard text.count > 5 else { return text }
            let place = random.number(in: 4...text.count - 1)
            let byte = random.pick(Array("0123456789.-+AZaz *:^|{ ~\u{7F}".utf8))
            guard byte != UInt8(ascii: "~") else { continue }
            switch random.number(in: 0...3) {
            case 0: text[place] = byte
            case 1: text.remove(at: place)
            case 2: text.insert(byte, at: place)
            default: text.insert(contentsOf: text[place..<min(text.count, place + 6)], at: place)
            }
        }
        return text
    }
}

@Suite("Quick look")
struct QuickLookTests {
    @Test(
        "what it calls sound has no fault, whatever is done to segments", arguments: WorkloadKind.allCases,
        0..<4)
    func soundIsFaultless(kind: WorkloadKind, number: Int) throws {
        var bytes: [UInt8] = []
        kind.write(atLeast: 15_000, seed: UInt64(20 + number)) { bytes += $0 }
        var spoiler = Spoiler(random: SplitMix64(seed: UInt64(number)))
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var checks: GuideChecks?
        var (looks, sound) = (0, 0)
        while try reader.next(into: &block) {
            guard let guide = block.guide else { continue }
            if checks?.guide.transactionSet != guide.transactionSet { checks = GuideChecks(guide) }
            let table = try #require(checks).table
            let scan = SegmentScan(table, block.delimiters)
            for index in 0..<block.count {
                let rule = Int(block[index].placement.rule)
                guard rule >= 0 else { continue }
                for _ in 0..<4 {
                    let text = spoiler.spoil(Array(block.raw(index).bytes))
                    looks += 1
                    guard Loose(text, block.delimiters).look({ scan.isSound($0, table.segments[rule]) })
                    else { continue }
                    sound += 1
                    let faults = Loose(text, block.delimiters).look { segment in
                        var examination = SegmentExamination(
                            table, table.segments[rule], segment, block.delimiters, identifier: "", name: "",
                            codes: BaseCodes())
                        examination.examine()
                        return examination.faults.map(\.rule.id)
                    }
                    #expect(faults == [], "\(String(decoding: text, as: UTF8.self))")
                }
            }
        }
        #expect(sound > looks / 20 && sound < looks * 9 / 10)
    }

    @Test(
        "a block's look finds the same sound as that at each segment", arguments: WorkloadKind.allCases, 0..<6
    )
    func blockLook(kind: WorkloadKind, number: Int) throws {
        var bytes: [UInt8] = []
        kind.write(atLeast: 15_000, seed: UInt64(40 + number)) { bytes += $0 }
        var spoiler = Spoiler(random: SplitMix64(seed: UInt64(70 + number)))
        let segments = bytes.split(separator: UInt8(ascii: "~")).enumerated().map { place, segment in
            place > 3 && spoiler.random.happens(percent: 20) ? spoiler.spoil(Array(segment)) : Array(segment)
        }
        var reader = BlockReader(
            ByteSource(bytes: Array(segments.joined(separator: "~".utf8)) + Array("~".utf8)))
        var block = Block()
        var checks: GuideChecks?
        var sound = 0
        while try reader.next(into: &block) {
            guard let guide = block.guide else { continue }
            if checks?.guide.transactionSet != guide.transactionSet { checks = GuideChecks(guide) }
            let known = try #require(checks)
            let table = known.table
            let memory = SetMemory(known)
            let scan = SegmentScan(table, block.delimiters)
            // Twice, for what is remembered of the first time.
            for _ in 0..<2 {
                let all = BlockScan(block.memory, table, block.delimiters, memory)
                for index in 0..<block.count {
                    let rule = Int(block[index].placement.rule)
                    guard rule >= 0 else { continue }
                    let expected = scan.isSound(block.raw(index), table.segments[rule])
                    #expect(
                        all.isSound(all.segments + index, rule) == expected,
                        "\(block.view(index).text.string)")
                    sound += expected ? 1 : 0
                }
            }
        }
        #expect(sound > 100)
    }

    @Test("digits are told from other characters, and the point is found")
    func digits() {
        var random = SplitMix64(seed: 5)
        let alphabet = Array("00112233445566778899.//:-. ".utf8)
        for _ in 0..<20_000 {
            let length = random.number(in: 1...8)
            let text = (0..<length).map { _ in random.pick(alphabet) }
            let points = text.indices.filter { text[$0] == UInt8(ascii: ".") }
            let areDigits =
                points.count <= 1 && text.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
            let memory = text + (0..<8).map { _ in random.pick(alphabet) }
            let found = memory.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { ShortDigits($0, length) }
            }
            #expect(found?.areDigits == areDigits)
            guard areDigits else { continue }
            #expect(found?.hasPoint == !points.isEmpty)
            #expect(found?.tail == points.first.map { length - $0 } ?? 0)
        }
    }
}

/// A segment in memory of its own, as a reader would show it.
private struct Loose {
    var bytes: [UInt8]
    var ends: [UInt32] = []

    init(_ text: [UInt8], _ delimiters: Delimiters) {
        for (place, byte) in text.enumerated() where byte == delimiters.element { ends.append(UInt32(place)) }
        ends.append(UInt32(text.count))
        bytes = text + [delimiters.segment] + Array(repeating: 0, count: 64)
    }

    func look<Answer>(_ answer: (RawSegment) -> Answer) -> Answer {
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                answer(
                    RawSegment(
                        base: bytes.baseAddress.unsafelyUnwrapped, start: 0,
                        ends: ends.baseAddress.unsafelyUnwrapped,
                        elementCount: ends.count - 1))
            }
        }
    }
}
