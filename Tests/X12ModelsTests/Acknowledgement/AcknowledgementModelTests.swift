import Testing
import X12Models
import X12Specs
import X12TestSupport
import X12Text

@Suite("Acknowledgements as models")
struct AcknowledgementModelTests {
    private func items(_ path: String) throws -> [ModelItem] {
        try ModelFlow.items(SampleFile(path: path).bytes)
    }

    @Test("sound acknowledgements are typed through and through", arguments: ["999", "277CA", "TA1"])
    func nothingCarried(folder: String) throws {
        let samples = SampleFile.all(in: "\(folder)/pass")
        #expect(samples.count >= 4)
        for sample in samples {
            let items = try ModelFlow.items(sample.bytes)
            #expect(items.allSatisfy { $0.carried == nil }, "\(sample.path)")
            #expect(
                !items.contains { if case .carried = $0 { true } else { false } }, "\(sample.path)")
        }
    }

    @Test(
        "generated acknowledgements are typed, and come back byte for byte",
        arguments: ["005010X231A1", "005010X214"])
    func generated(guide: String) throws {
        var generator = GrammarGenerator(try #require(X12Specs.guide(guide)), seed: 5)
        for number in 1...40 {
            let bytes = generator.interchange()
            let items = try ModelFlow.items(bytes)
            #expect(!items.contains { if case .carried = $0 { true } else { false } }, "\(number)")
            #expect(try ModelFlow.x12(items) == bytes, "\(number)")
            #expect(try ModelFlow.x12(ModelFlow.items(json: ModelFlow.json(items))) == bytes, "\(number)")
            #expect(try ModelFlow.x12(ModelFlow.items(ndjson: ModelFlow.ndjson(items))) == bytes, "\(number)")
        }
    }

    @Test("a 999 says what is wrong where")
    func response() throws {
        let responses = try items("999/pass/rejected-elements.999").compactMap { item in
            if case .transactionSetResponse(let part) = item { part } else { nil }
        }
        let response = try #require(responses.first)
        #expect(response.status == .rejected)
        #expect(response.errorCodes == ["5", "I5"])
        #expect(response.segmentErrors.map(\.segment) == ["CLM", "SV1", "DTP", "REF"])
        let claim = try #require(response.segmentErrors.first)
        #expect(claim.position == 18 && claim.loop == "2300" && claim.errorCode == "8")
        #expect(claim.businessUnit?.name == "CLM01" && claim.businessUnit?.reference == "PCN0001")
        #expect(claim.elementErrors.first?.position?.component == 2)
        #expect(claim.elementErrors.first?.badValue == "Z")
        let trigger = try #require(response.segmentErrors.last?.triggers.first)
        #expect(trigger.segment == "SBR" && trigger.segmentPosition == 11 && trigger.position?.element == 9)
    }

    @Test("a claim's answer stands under who answers, who sent it and who billed")
    func claim() throws {
        let patients = try items("277CA/pass/two-providers.277").compactMap { item in
            if case .patientAcknowledgement(let part) = item { part } else { nil }
        }
        #expect(patients.map { $0.claims.first?.patientControlNumber } == ["PCN0001", "PCN0006"])
        #expect(
            patients.map { $0.provider?.names.first?.lastOrOrganizationName } == [
                "MAPLE CLINIC", "RIVER THERAPY",
            ])
        #expect(patients.allSatisfy { $0.receiver?.batch?.batchIdentifier == "B101" })
        #expect(patients.allSatisfy { $0.source?.organization?.entity == "PR" })
        #expect(patients.first?.claims.first?.statuses.first?.action == .accept)
    }

    @Test("a 277CA is issued with its levels numbered anew")
    func issued() throws {
        let bytes = try SampleFile(path: "277CA/pass/two-providers.277").bytes
        #expect(try ModelFlow.x12(ModelFlow.items(bytes), .issue) == bytes)
    }
}
