import Testing
import X12Grammar
import X12Specs
import X12TestSupport

@testable import X12Models

/// Generated sets, with something broken in them, through the models and back.
@Suite("Damaged sets through the models")
struct DamagedRoundTripTests {
    @Test("come back byte for byte, whatever is broken", arguments: GeneratedRoundTripTests.guides)
    func damaged(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 11)
        var random = SplitMix64(seed: 12)
        for number in 0..<GeneratedRoundTripTests.sets / 4 {
            var segments = Self.split(generator.interchange())
            for _ in 0..<random.number(in: 1...6) { Self.damage(&segments, &random) }
            try check(Array(segments.joined()), "\(identifier), set \(number)")
        }
    }

    /// Segments that stand where the guide has others, which once were lost or made up; each in an otherwise empty set.
    @Test(
        "come back byte for byte where one damage hides another",
        arguments: [
            // A referral number without the number: what is behind it is kept with what tells it.
            ("837", "CLM*2XDUC*9.7***23:B:8~LX*1~REF*9F***2U:GH49K1~REF*9F*PQNGO9J~"),
            // A loop of which the first segment is missing.
            ("837", "LX*1~REF*EW*I4~CN1*09~CLM*3CY*8.5***22:B:1~REF*F4*CQ3~NM1*DK*1*UPTON~"),
            // A date that comes again behind an inner loop, in a claim of a dependent's that lost its CLM.
            (
                "837",
                "NM1*PW*2~N4*MADISON~HL*6*5*23*0~DTP*435*D8*20250927~DTP*444*D8*20250928~NM1*PW*2~N3*B~"
                    + "DTP*435*D8*20260118~"
            ),
            // A second first segment of a line, with others between.
            (
                "837",
                "SVD*AG*95~PAT*G8~NM1*QC*1*V~CRC*07*Y*07~LX*1~HI*BP:7F~HI*BG:C8~HI*BG:UL2~LX*1~"
            ),
            // What a payer adjusts, before the claims it belongs behind.
            (
                "835",
                "N1*PR*P~LX*1~PLB*1*20250913*50*14*****LS*90~CLP*A*1*9*9~CLP*B*1*9*9~PLB*1*20250913*50*1~"
            ),
            ("835", "N1*PR*P~LX*1~PLB*1*20250913*50*14~CLP*A*1*9*9~LX*2~"),
        ])
    func hidden(set: (kind: String, segments: String)) throws {
        let guide =
            set.kind == "837"
            ? "HC*A*B*20260301*0930*1*X*005010X222A1" : "HP*A*B*20260301*0930*1*X*005010X221A1"
        let text =
            "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260301*0930*^*00501*000000101*0*T*:~"
            + "GS*\(guide)~ST*\(set.kind)*0001~\(set.segments)SE*5*0001~GE*1*1~IEA*1*000000101~"
        try check(Array(text.utf8), "\(set)")
    }

    @Test(
        "come back byte for byte with identifiers in small letters, or with a blank behind them",
        arguments: ["GS", "ST", "REF", "CLM", "SE"])
    func misspelled(identifier: String) throws {
        for claim in try Misspelled.claims(identifier) { try check(claim.bytes, claim.spelling) }
    }

    private func check(_ bytes: [UInt8], _ name: String) throws {
        let items = try ModelFlow.items(bytes)
        #expect(try ModelFlow.x12(items) == bytes, "\(name) as X12")
        let lines = try ModelFlow.items(ndjson: ModelFlow.ndjson(items))
        #expect(try ModelFlow.x12(lines) == bytes, "\(name) through NDJSON")
        let document = try ModelFlow.items(json: ModelFlow.json(items, isPretty: false))
        #expect(try ModelFlow.x12(document) == bytes, "\(name) through JSON")
        // And pieces in this order are taken for a file.
        var order = PieceOrder()
        for item in lines { _ = try order.take(item) }
    }

    /// The segments, each with its terminator.
    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "~")).map { Array($0) + [UInt8(ascii: "~")] }
    }

    /// Breaks something behind the envelope's first two segments.
    private static func damage(_ segments: inout [[UInt8]], _ random: inout SplitMix64) {
        guard segments.count > 6 else { return }
        let place = random.number(in: 2...segments.count - 3)
        let star = UInt8(ascii: "*")
        switch random.number(in: 0...9) {
        case 0: segments.remove(at: place)
        case 1: segments.insert(segments[place], at: place)
        case 2: segments.swapAt(place, random.number(in: 2...segments.count - 3))
        case 3: segments.insert(Array("ZZZ*1~".utf8), at: place)
        case 4:
            // All values gone: the identifier alone, or with its separators.
            let identifier = segments[place].prefix { $0 != star && $0 != UInt8(ascii: "~") }
            segments[place] = Array(identifier) + (random.happens(percent: 50) ? [] : [star, star]) + [0x7E]
        default:
            var elements = segments[place].dropLast().split(separator: star, omittingEmptySubsequences: false)
                .map { Array($0) }
            guard elements.count > 1 else { return }
            let element = random.number(in: 1...elements.count - 1)
            let odd: [[UInt8]] = [
                [], Array("0".utf8), Array("01.50".utf8), Array("A:B:C^D".utf8), [0xFF, 0x41],
                Array("20260230".utf8), Array(" ".utf8), Array("::".utf8),
            ]
            elements[element] = random.pick(odd)
            if random.happens(percent: 20) { elements.append([]) }
            segments[place] = Array(elements.joined(separator: [star])) + [0x7E]
        }
    }
}
