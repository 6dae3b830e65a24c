import Testing
import X12Grammar
import X12Specs
import X12TestSupport

@Suite("Grammar-driven generator")
struct GrammarGeneratorTests {
    private func guide(_ identifier: String) throws -> Guide { try #require(X12Specs.guide(identifier)) }

    @Test("the same seed gives the same bytes, another seed others")
    func seeds() throws {
        let guide = try guide("005010X222A1")
        func bytes(_ seed: UInt64) -> [UInt8] {
            var generator = GrammarGenerator(guide, seed: seed)
            return generator.interchange(sets: 3)
        }
        #expect(bytes(5) == bytes(5))
        #expect(bytes(5) != bytes(6))
    }

    @Test("a set spells the same as an interchange of it", arguments: X12Specs.guides)
    func spelling(identifier: String) throws {
        var first = GrammarGenerator(try guide(identifier), seed: 3)
        var second = first
        #expect(first.transactionSet().interchange() == second.interchange())
    }

    @Test("elements that are read and set again change nothing", arguments: X12Specs.guides)
    func elements(identifier: String) throws {
        var generator = GrammarGenerator(try guide(identifier), seed: 4, profile: .everything)
        let set = generator.transactionSet()
        for segment in set.segments {
            var copy = segment
            copy.elements = segment.elements
            #expect(copy == segment)
        }
        #expect(set.segments.count > 5)
    }

    @Test("a file is at least as large as wanted, in one set or many", arguments: X12Specs.guides)
    func size(identifier: String) throws {
        let guide = try guide(identifier)
        for isOneSet in [false, true] {
            var generator = GrammarGenerator(guide, seed: 5)
            var bytes = 0
            var largest = 0
            let key = generator.write(atLeast: 60_000, isOneSet: isOneSet) { chunk in
                bytes += chunk.count
                largest = max(largest, chunk.count)
            }
            #expect(key.bytes == bytes)
            #expect((60_000..<400_000).contains(bytes))
            #expect((key.transactionSets == 1) == isOneSet)
            #expect(largest < 400_000, "chunks stay small")
        }
    }

    @Test("pieces can be changed before they go out, and SE01 counts what was made of them")
    func adjusting() throws {
        var generator = GrammarGenerator(try guide("005010X222A1"), seed: 6, profile: .minimal)
        generator.adjust = { piece in
            for index in piece.indices where piece[index].identifier == "CLM" { piece[index][2] = "100" }
            if let line = piece.first(where: { $0.identifier == "SV1" }) { piece.append(line) }
        }
        let set = generator.transactionSet()
        let claims = set.segments.filter { $0.identifier == "CLM" }
        #expect(!claims.isEmpty && claims.allSatisfy { $0[2] == "100" })
        #expect(set.segments.last?[1] == "\(set.segments.count)")
        #expect(set.segments.filter { $0.identifier == "SV1" }.count > claims.count)
    }

    @Test("a value is put where it belongs, with room made before it")
    func setting() throws {
        var generator = GrammarGenerator(try guide("005010X222A1"), seed: 7, profile: .minimal)
        var segment = try #require(generator.transactionSet().segments.first { $0.identifier == "CLM" })
        segment[10] = "P"
        segment[5, 2] = "B"
        #expect(segment[10] == "P" && segment[5, 2] == "B" && segment[9] != "" && segment[12] == "")
        segment[10] = ""
        #expect(segment.elements.count == 9)
    }
}
