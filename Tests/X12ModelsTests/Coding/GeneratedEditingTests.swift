import Testing
import X12Models
import X12Specs
import X12TestSupport

@Suite("Changing properties of generated sets, one by one")
struct GeneratedEditingTests {
    /// The components of all segments, each segment with how many it has.
    private func values(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "~").map { segment in
            segment.split(separator: "*", omittingEmptySubsequences: false).flatMap { element in
                element.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "^" }.map(String.init)
            }
        }
    }

    private func items(_ identifier: String, seed: UInt64) throws -> [ModelItem] {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: seed, profile: .typical)
        return try ModelFlow.items(generator.interchange())
    }

    @Test(
        "a changed property changes exactly its element, as received and as issued",
        arguments: GeneratedRoundTripTests.guides, [1, 2] as [UInt64])
    func another(identifier: String, seed: UInt64) throws {
        let items = try items(identifier, seed: seed)
        let modes: [ModelWriter.Mode] = [.asReceived, .issue]
        let before = try modes.map { values(try ModelFlow.x12(items, $0)) }
        try forSome(items) { changed, name in
            for (mode, before) in zip(modes, before) {
                let after = values(try ModelFlow.x12(changed, mode))
                #expect(after.map(\.count) == before.map(\.count), "\(name)")
                let differences = zip(before.joined(), after.joined()).count { $0 != $1 }
                #expect(differences == 1, "\(name)")
            }
        }
    }

    /// Tries about forty properties, spread over all pieces.
    private func forSome(_ items: [ModelItem], _ try: ([ModelItem], String) throws -> Void) throws {
        for index in items.indices {
            let total = items[index].changing(.max, .another)?.1.count ?? 0
            for position in Swift.stride(from: 0, to: total, by: max(1, total / 8)) {
                guard let (item, changer) = items[index].changing(position, .another),
                    let name = changer.changed
                else { continue }
                var changed = items
                changed[index] = item
                try `try`(changed, name)
            }
        }
    }

    @Test(
        "a value that goes may take its segment with it, and the count of segments follows",
        arguments: GeneratedRoundTripTests.guides)
    func nothing(identifier: String) throws {
        let items = try items(identifier, seed: 3)
        for index in items.indices {
            let total = items[index].changing(.max, .nothing)?.1.count ?? 0
            for position in Swift.stride(from: 0, to: total, by: max(1, total / 8)) {
                guard let (item, _) = items[index].changing(position, .nothing) else { continue }
                var changed = items
                changed[index] = item
                let segments = values(try ModelFlow.x12(changed, .issue))
                let first = try #require(segments.firstIndex { $0[0] == "ST" })
                let last = try #require(segments.firstIndex { $0[0] == "SE" })
                #expect(segments[last][1] == String(last - first + 1))
            }
        }
    }
}
