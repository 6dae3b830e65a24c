import Foundation
import Testing
import X12Diagnostics
import X12Grammar
import X12Parser
import X12Specs
import X12TestSupport
import X12Text

@testable import X12Models

/// Objects made of the bytes of a block are held against those made of its model, byte for byte.
@Suite("Lines made without models")
struct LinesWithoutModelsTests {
    static let guides = ["005010X222A1", "005010X221A1", "005010X214", "005010X231A1"]

    // MARK: - The same lines

    @Test("every sample gives the lines of its models", arguments: InterchangeRoundTripTests.samples)
    func sample(path: String) throws { try expectSame(SampleFiles.samples.bytes(path), path) }

    @Test(
        "every file of the corpus gives the lines of its models",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"),
        arguments: InterchangeRoundTripTests.corpus)
    func corpusFile(path: String) throws {
        guard let bytes = try SampleFiles.corpus?.bytes(path) else { return }
        try expectSame(bytes, path)
    }

    @Test(
        "whatever a guide allows gives the lines of its models, made only where a decoder does not see what they carry",
        arguments: guides)
    func generated(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        for (seed, profile) in [GrammarProfile.typical, .minimal, .everything].enumerated() {
            var generator = GrammarGenerator(guide, seed: UInt64(seed) + 71, profile: profile)
            for number in 1...4 {
                let bytes = generator.interchange()
                try expectSame(bytes, "\(identifier), set \(number) of seed \(seed + 71)")
                let made = try Self.count(bytes)
                #expect(made.models == made.inexact, "\(identifier), set \(number) of seed \(seed + 71)")
            }
        }
    }

    @Test(
        "segments that say no more than the guide demands give the lines of their models", arguments: guides)
    func bare(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        var generator = GrammarGenerator(guide, seed: 12, profile: .bare)
        for number in 1...2 {
            try expectSame(generator.interchange(sets: 10), "\(identifier), bare \(number)")
        }
    }

    @Test(
        "made-up files give the lines of their models, whatever ends a line",
        arguments: [WorkloadKind.professionalClaims, .remittances],
        [WorkloadFormat.LineEnd.none, .lineFeed, .carriageReturnLineFeed])
    func workload(kind: WorkloadKind, lineEnd: WorkloadFormat.LineEnd) throws {
        var bytes: [UInt8] = []
        _ = kind.write(atLeast: 40_000, seed: 3, format: WorkloadFormat(lineEnd: lineEnd)) { bytes += $0 }
        try expectSame(bytes, "\(kind)")
        let made = try Self.count(bytes)
        #expect(made.models == 0 && made.objects > 30)
    }

    // MARK: - What cannot be copied

    /// A claim with one value in another spelling or with characters that JSON escapes, and whether its model must be made: only
    /// where a spelling is not read as the value that is written.
    static let edits: [(from: String, to: String, needsModel: Bool)] = [
        ("SV1*HC:99213*80*", "SV1*HC:99213*80.00*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*.5*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*-.25*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*0.5*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*-80*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*8O*", true),
        ("SV1*HC:99213*80*", "SV1*HC:99213**", false),
        ("LX*1~", "LX*01~", false),
        ("LX*1~", "LX*999999999999999999~", false),
        ("LX*1~", "LX*1234567890123456789~", false),
        ("D8*20260105", "D8*20260230", true),
        ("D8*20260105", "RD8*20260105-20260106", false),
        ("D8*20260105", "D6*260105", true),
        ("D8*20260105", "TM*0930", false),
        ("CLM*A1*", "CLM*A\"1*", false),
        ("CLM*A1*", "CLM*A\\1*", false),
        ("CLM*A1*", "CLM*A\u{1}1*", false),
        ("CLM*A1*", "CLM*\u{7}*", false),
        ("CLM*A1*", "CLM*Zürich*", false),
        ("CLM*A1*", "CLM*A1234567890123456789012345678901234567890*", false),
        ("CLM*A1*", "CLM*" + String(repeating: "0123456789ABCDEF", count: 2_500) + "*", false),
        ("CLM*A1*", "CLM*" + String(repeating: "\"", count: 12_000) + "*", false),
        ("CLM*A1*", "CLM**", false),
        ("11:B:1", "11::1", false),
        ("11:B:1", "11:B:1:", false),
        ("11:B:1", "11:B:1::", false),
        ("11:B:1", "11:B:1:X", true),
        ("SV1*HC:99213*80*", "SV1*HC:99213*80.*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*-0.0*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*+80*", true),
        ("SV1*HC:99213*80*", "SV1*HC:99213*123456789012345678*", false),
        ("SV1*HC:99213*80*", "SV1*HC:99213*1234567890123456789*", true),
        ("SV1*HC:99213*80*", "SV1*HC:99213:::::::*80.00*", false),
        ("UN*1***1~", "UN*1**X*1~", false),
        ("UN*1***1~", "UN*1***1******************X~", false),
        ("UN*1***1~", "UN*1***1::3~", false),
        ("UN*1***1~", "UN*1***:2~", false),
        ("UN*1***1~", "UN*1***1*~", false),
        ("UN*1***1~", "UN*1***1~SV1*HC:99214*1*UN*1***1~", true),
        ("HI*ABK:R0602~", "HI*ABK:R0602*ABF:G43909~", false),
        ("HI*ABK:R0602~", "HI*ABK:R0602**ABF:G43909~", false),
        ("HI*ABK:R0602~", "HI*ABK:R0602*:::::::~", false),
        ("HI*ABK:R0602~", "ZZZ*1~HI*ABK:R0602~", true),
    ]

    @Test(
        "what is not read as it is written needs its model, other spellings do not", arguments: edits.indices)
    func edited(index: Int) throws {
        let (from, to, needsModel) = Self.edits[index]
        let sound = Self.claim()
        #expect(try Self.count(sound).models == 0)
        let text = String(decoding: sound, as: UTF8.self)
        #expect(text.contains(from))
        let bytes = Array(text.replacingOccurrences(of: from, with: to).utf8)
        try expectSame(bytes, to)
        #expect(try (Self.count(bytes).models > 0) == needsModel, "\(to)")
    }

    @Test(
        "text that is not UTF-8 needs no model, codes in a composite neither; in a list it does",
        arguments: [("CLM*A1", 0), ("11:B", 0), ("ABK:R0602", 0), ("UN*1***1", 1)])
    func otherEncoding(text: String, models: Int) throws {
        var bytes = Self.claim()
        let at = try #require(bytes.firstRange(of: Array(text.utf8)))
        bytes[at.upperBound - 1] = 0xFC
        try expectSame(bytes, text)
        #expect(try Self.count(bytes).models == models)
    }

    @Test("a level that says the same as the one before it is told from it, known by its object or as a part")
    func sameAgain() throws {
        let subscriber = "SBR*P*18*GRP1******BL~NM1*IL*1*NAKAMURA*ESTHER****MI*W081414654~"
        let claim =
            "CLM*A1*80***11:B:1*Y*A*Y*Y~HI*ABK:R0602~LX*1~SV1*HC:99213*80*UN*1***1~DTP*472*D8*20260105~"
        // The same level number twice, as only a faulty file has it.
        let twice = "HL*2*1*22*0~" + subscriber + claim + "HL*2*1*22*0~" + subscriber + claim
        let bytes = Self.interchange(twice + "HL*2*1*22*0~" + subscriber)
        try expectSame(bytes, "the same level three times")
        let lines = String(decoding: try Self.lines(bytes), as: UTF8.self)
        #expect(lines.components(separatedBy: "\"beginsAgain\":true").count == 3)
    }

    // MARK: - Adjustments

    static let adjustments = [
        "CAS*CO*45*10~", "CAS*CO*45*10**253*.5~", "CAS*CO*45*10*1*253*.5*2~CAS*PR*1*3~",
        "CAS*CO*45*10~CAS*CO*253*5~", "CAS*CO*45*10~CAS*CO*253*5~CAS*CO*3*1~",
        "CAS*CO*1*1**2*1**3*1**4*1**5*1**6*1~CAS*CO*7*1~", "CAS*CO*45*10****253*5~", "CAS*CO****253*5~",
        "CAS*CO~", "CAS**45*10~", "CAS**45*10~CAS**253*1~", "CAS*CO*45*10*0~", "CAS*CO*45*10.0~CAS*CO*2*1~",
        "CAS*CO*45**1~", "CAS*CO*1*1**2*1**3*1**4*1**5*1**6*1**7*1~",
    ]

    @Test("adjustments are one list, however they share segments", arguments: adjustments)
    func adjustment(segments: String) throws {
        let text = """
            ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0930*^*00501*\
            000000555*0*T*:~GS*HP*A*B*20260301*0930*555*X*005010X221A1~ST*835*0001~\
            BPR*I*80*C*CHK************20260310~TRN*1*1*1207574333~N1*PR*P~N3*1~N4*C*IL*60601~N1*PE*M*XX*1~LX*1~\
            CLP*A1*1*90*80**HM*I1*22*1~\(segments)NM1*QC*1*Q*R~SVC*HC:99213*90*80~DTM*472*20260105~\(segments)\
            SE*14*0001~GE*1*555~IEA*1*000000555~
            """
        try expectSame(Array(text.utf8), segments)
    }

    // MARK: - Parts of the tests

    /// A file with one claim.
    static func claim() -> [UInt8] {
        interchange(
            """
            HL*2*1*22*0~SBR*P*18*GRP1******BL~NM1*IL*1*NAKAMURA*ESTHER****MI*W081414654~NM1*PR*2*PLAN*****PI*P7~\
            CLM*A1*80***11:B:1*Y*A*Y*Y~HI*ABK:R0602~LX*1~SV1*HC:99213*80*UN*1***1~DTP*472*D8*20260105~
            """)
    }

    /// A file with a billing provider, and what stands below.
    static func interchange(_ levels: String) -> [UInt8] {
        Array(
            """
            ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0930*^*00501*\
            000000101*0*T*:~GS*HC*A*B*20260301*0930*101*X*005010X222A1~ST*837*0001*005010X222A1~\
            BHT*0019*00*B1*20260301*0930*CH~NM1*41*2*C*****46*C1~PER*IC*O*TE*5205550174~NM1*40*2*P*****46*P1~\
            HL*1**20*1~NM1*85*2*H*****XX*1888529405~N3*5178 MILL RD~N4*LUBBOCK*TX*794018772~REF*EI*806656979~\
            \(levels)SE*21*0001~GE*1*101~IEA*1*000000101~
            """.utf8)
    }

    /// The lines of an input, each made as it is for users.
    static func lines(_ bytes: [UInt8]) throws(X12Error) -> [UInt8] {
        var lines = NDJSONLines(ByteSource(bytes: bytes))
        var written: [UInt8] = []
        while try lines.next() {}
        try lines.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in written += Array(part) }
        return written
    }

    private func expectSame(_ bytes: [UInt8], _ name: String) throws {
        let expected: [UInt8]
        do { expected = try ModelFlow.ndjson(ModelFlow.items(bytes)) } catch {
            #expect(throws: X12Error.self) { try Self.lines(bytes) }
            return
        }
        let lines = try Self.lines(bytes)
        guard lines != expected else { return }
        let pairs = zip(lines.split(separator: 0x0A), expected.split(separator: 0x0A))
        let first = pairs.first { $0 != $1 }
        Issue.record(
            "\(name): \(first.map { String(decoding: $0.0, as: UTF8.self) } ?? "more or fewer lines") instead of \(first.map { String(decoding: $0.1, as: UTF8.self) } ?? "")"
        )
    }

    /// How many units and levels were made into objects without a model; for how many it had to be made; and of how
    /// many the decoder does not see what they carry.
    static func count(_ bytes: [UInt8]) throws -> (objects: Int, models: Int, inexact: Int) {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var maker = ItemMaker()
        var output = JSONWriter(.compact)
        output.beginObject()
        var maps = ModelMaps()
        var count = (objects: 0, models: 0, inexact: 0)
        while try reader.next(into: &block) {
            guard let type = maker.type(of: block), type.standsAlone else { continue }
            if maker.transcode(type, block, to: &output) { count.objects += 1 } else { count.models += 1 }
            if !isWhole(type, block, &maps) { count.inexact += 1 }
        }
        return count
    }

    private static func isWhole(_ type: ObjectType, _ block: borrowing Block, _ maps: inout ModelMaps) -> Bool
    {
        switch type {
        case .billingProvider: isWhole(BillingProvider.self, block, &maps)
        case .subscriber: isWhole(Subscriber.self, block, &maps)
        case .patient: isWhole(Patient.self, block, &maps)
        case .claim: isWhole(Claim.self, block, &maps)
        case .remittanceGroup: isWhole(RemittanceGroup.self, block, &maps)
        case .claimPayment: isWhole(ClaimPayment.self, block, &maps)
        case .transactionSetResponse: isWhole(TransactionSetResponse.self, block, &maps)
        case .acknowledgementSource: isWhole(AcknowledgementSource.self, block, &maps)
        case .acknowledgementReceiver: isWhole(AcknowledgementReceiver.self, block, &maps)
        case .acknowledgedProvider: isWhole(AcknowledgedProvider.self, block, &maps)
        default: isWhole(PatientAcknowledgement.self, block, &maps)
        }
    }

    private static func isWhole<Part: BlockPart>(
        _ type: Part.Type, _ block: borrowing Block, _ maps: inout ModelMaps
    ) -> Bool {
        guard let shared = block.shared else { return false }
        let map = maps.map(shared)
        var plan = BlockPlan()
        plan.fill(block, map, lineEnd: block.lineEnd)
        var part = Part()
        map.chart(part, loop: plan.loop)
        var decoder = BlockDecoder(plan, block.memory, map, block.delimiters)
        part.walk(&decoder)
        return decoder.isWhole
    }
}
