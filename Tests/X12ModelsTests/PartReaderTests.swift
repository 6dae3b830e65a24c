import Testing
import X12Models
import X12Parser
import X12TestSupport
import X12Text

@Suite("Places of properties")
struct PartReaderTests {
    private static let claim = """
        ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0930*^*00501*000000101*0*T*:~
        GS*HC*A*B*20260301*0930*101*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*B101*20260301*0930*CH~
        HL*1**20*1~
        HL*2*1*22*0~
        SBR*S*18*******CI~
        CLM*P1*200***11:B:1*Y*A*Y*Y**AA:OA::IL~
        DTP*439*D8*20260101~
        REF*G1*AUTH~
        HI*ABK:J020*ABF:R509~
        SBR*P*18*******CI~
        CAS*CO*45*20*1*97*5~
        CAS*PR*2*20~
        AMT*D*110~
        MOA***M1*M2~
        SBR*T*18*******CI~
        CAS*OA*23*9~
        LX*1~
        SV1*HC:99213:25:59*120*UN*1***1:2~
        SVD*PRIMID*80*HC:99213**1~
        CAS*CO*45*20~
        CAS*PR*2*20~
        LX*2~
        SV1*HC:85025*80*UN*1***1~
        SVD*PRIMID*30*HC:85025**1~
        SVD*SECID*30*HC:85025**1~
        CAS*CO*45*50~
        SE*27*0001~
        GE*1*101~
        IEA*1*000000101~
        """

    @Test(
        "lead to their segment and element",
        arguments: [
            ("chargeAmount", "CLM 2-0", "P1"), ("claimFrequency", "CLM 5-3", "P1"),
            ("relatedCauses.causes[1]", "CLM 11-2", "P1"), ("relatedCauses.state", "CLM 11-4", "P1"),
            ("dates.accident", "DTP 3-0", "439"), ("references.priorAuthorizationNumber", "REF 2-0", "G1"),
            ("diagnoses[1].code", "HI 2-2", "ABK:J020"),
            ("otherSubscribers[0].payerPaidAmount", "AMT 2-0", "D"),
            ("otherSubscribers[0].adjustments[1].amount", "CAS 6-0", "CO"),
            ("otherSubscribers[0].adjustments[2].reason", "CAS 2-0", "PR"),
            ("otherSubscribers[0].adjustments[2].group", "CAS 1-0", "PR"),
            ("otherSubscribers[0].outpatientAdjudication.remarkCodes[1]", "MOA 4-0", ""),
            ("otherSubscribers[1].adjustments[0].amount", "CAS 3-0", "OA"),
            ("serviceLines[0].procedure.modifiers[1]", "SV1 1-4", "HC:99213:25:59"),
            ("serviceLines[0].diagnosisPointers[1]", "SV1 7-2", "HC:99213:25:59"),
            ("serviceLines[0].adjudications[0].adjustments[1].amount", "CAS 3-0", "PR"),
            ("serviceLines[1].adjudications[1].payerIdentifier", "SVD 1-0", "SECID"),
            ("serviceLines[1].adjudications[1].adjustments[0].amount", "CAS 3-0", "CO"),
            ("serviceLines[1]", "LX 0-0", "2"), ("serviceLines[1].number", "LX 1-0", "2"),
        ])
    func exact(path: String, place: String, first: String) throws {
        let found = try Self.place(path)
        #expect(found?.path == "claims[0].\(path)")
        #expect(found?.text == place)
        #expect(found?.first == first)
        #expect(found?.isExact == true)
    }

    @Test(
        "that were not sent lead to what is around",
        arguments: [
            ("references.payerClaimControlNumber", "CLM", "P1"), ("serviceLines[1].serviceDate", "LX", "2"),
            ("serviceLines[1].drug.code", "LX", "2"), ("otherSubscribers[1].payer.identifier", "SBR", "T"),
            ("serviceLines[1].adjudications[1].paymentDate", "SVD", "SECID"),
            ("serviceLines[7].number", "CLM", "P1"),
            ("noSuchProperty", "CLM", "P1"),
        ])
    func near(path: String, segment: String, first: String) throws {
        let found = try Self.place(path)
        #expect(found?.text == "\(segment) 0-0")
        #expect(found?.first == first)
        #expect(found?.isExact == false)
    }

    @Test("claims are numbered in their set, from 0")
    func numbers() throws {
        let sample = try SampleFile(path: "837P/pass/batch-of-two-sets.837")
        var reader = BlockReader(ByteSource(bytes: sample.bytes))
        var block = Block()
        var properties = PropertyFinder()
        var paths: [String] = []
        while try reader.next(into: &block) {
            properties.enter(block)
            guard case .unit = block.kind else { continue }
            paths.append(properties.path(of: PartPlace(segment: 0, element: 2), in: block))
        }
        #expect(paths == [0, 1, 2, 0].map { "claims[\($0)].chargeAmount" })
    }

    @Test("loops around a place are counted from the block on")
    func loops() throws {
        let found = try Self.place("serviceLines[1].adjudications[1].adjustments[0].amount")
        #expect(found?.loops == [2, 2])
    }

    @Test("blanks at the end are no part of a text, but all that a text of blanks has")
    func blanks() throws {
        let text = Self.claim.replacing("CLM*P1*", with: "CLM*P1 *").replacing(
            "SBR*T*18*", with: "SBR*T*18*   "
        )
        .replacing("HC:99213:25:59*", with: "HC:99213  :25 :59*")
        var reader = BlockReader(ByteSource(bytes: Array(text.utf8)))
        var block = Block()
        var parts = PartReader()
        var read: Claim?
        while try reader.next(into: &block) {
            if case .unit = block.kind { read = parts.read(Claim.self, from: block) }
        }
        let claim = try #require(read)
        #expect(claim.patientControlNumber == "P1")
        #expect(claim.otherSubscribers[1].groupNumber == "   ")
        #expect(claim.serviceLines[0].procedure?.code == "99213")
        #expect(claim.serviceLines[0].procedure?.modifiers == ["25", "59"])
    }

    private struct Found {
        var text: String
        var first: String
        var isExact: Bool
        /// The property that is found at the place.
        var path: String
        var loops: [Int]
    }

    private static func place(_ path: String) throws -> Found? {
        var reader = BlockReader(ByteSource(bytes: Array(claim.utf8)))
        var block = Block()
        var parts = PartReader()
        var properties = PropertyFinder()
        while try reader.next(into: &block) {
            properties.enter(block)
            guard case .unit = block.kind else { continue }
            guard let place = parts.place(of: path, in: Claim.self, block) else { return nil }
            let segment = block.view(place.segment)
            return Found(
                text: "\(segment.identifier) \(place.element)-\(place.component)", first: segment[1].string,
                isExact: place.isExact, path: properties.path(of: place, in: block),
                loops: place.loops.map(\.number))
        }
        return nil
    }
}
