import Testing
import X12Models
import X12Specs

@Suite("Outlines of acknowledgements")
struct AcknowledgementOutlineTests {
    /// One of the guides, with what parts that serve several of its loops show beyond one; each of these must occur.
    struct Sample: CustomTestStringConvertible {
        let guide: String
        let roots: Set<String>
        let parts: [ModelOutline]
        let surplus: [String]

        var testDescription: String { guide }

        func comparison() throws -> OutlineComparison {
            OutlineComparison(try #require(X12Specs.guide(guide)), roots: roots, repeated: nil, with: parts)
        }
    }

    static let samples = [
        Sample(
            guide: "005010X231A1", roots: ["2000"],
            parts: [
                ModelOutline(of: ImplementationAcknowledgementHeader.self),
                ModelOutline(of: TransactionSetResponse.self, loop: "2000"),
                ModelOutline(of: ImplementationAcknowledgementTrailer.self),
            ], surplus: []),
        Sample(
            guide: "005010X214", roots: ["2000A", "2000B", "2000C", "2000D"],
            parts: [
                ModelOutline(of: ClaimAcknowledgementHeader.self),
                ModelOutline(of: AcknowledgementSource.self, loop: "2000A"),
                ModelOutline(of: AcknowledgementReceiver.self, loop: "2000B"),
                ModelOutline(of: AcknowledgedProvider.self, loop: "2000C"),
                ModelOutline(of: PatientAcknowledgement.self, loop: "2000D"),
                ModelOutline(of: TransactionTrailer.self),
            ],
            surplus: [
                // A level's place in the hierarchy: the source has no parent, a patient nothing below.
                "2000A HL 20 2-0", "2000D HL PT 4-0",
                // One report serves batch, provider, claim and line.
                "2000B/2200B STC 12-0", "2000C/2200C STC 2-0", "2000C/2200C STC 12-0",
                "2000D/2200D/2220D STC 4-0",
                // The composite is shared with claims, where a procedure has a description.
                "2000D/2200D/2220D SVC 1-7",
            ]),
    ]

    @Test("every segment of the guide is walked through once, in the guide's order", arguments: samples)
    func order(sample: Sample) throws {
        let comparison = try sample.comparison()
        #expect(comparison.guide.count >= 11)
        #expect(comparison.strangers == [])
        #expect(comparison.walked.map(\.name) == comparison.guide.map(\.name))
    }

    @Test("every element that the guide uses is a property or a constant", arguments: samples)
    func coverage(sample: Sample) throws {
        let comparison = try sample.comparison()
        #expect(comparison.guide.reduce(0) { $0 + $1.places.count } > 40)
        #expect(comparison.missing == [])
        #expect(comparison.surplus.sorted() == sample.surplus.sorted())
    }

    @Test(
        "a constant is the guide's only code; other values have the kind of their element", arguments: samples
    )
    func kinds(sample: Sample) throws {
        let comparison = try sample.comparison()
        #expect(comparison.wrongConstants == [])
        // Numbers that are repeated as they were sent, and numbers of data elements, are nothing to count with.
        let numbers = [" AK1 2-0: text", "2000/2100/2110 IK4 2-0: text"]
        #expect(comparison.wrongKinds == (sample.guide == "005010X231A1" ? numbers : []))
        #expect(comparison.unordered == [])
    }

    @Test("no two properties share a path", arguments: samples)
    func paths(sample: Sample) {
        for part in sample.parts {
            let properties = part.visits.filter { $0.kind == .text || $0.kind == .decimal }.map(\.path)
            #expect(properties.allSatisfy { !$0.isEmpty })
        }
    }

    @Test(
        "a place of X12 leads to the property that holds its value",
        arguments: [
            ("005010X231A1", "2000/2100 IK3 2-0", "segmentErrors[].position"),
            ("005010X231A1", "2000/2100/2110 IK4 1-2", "segmentErrors[].elementErrors[].position.component"),
            ("005010X231A1", "2000/2100 CTX TRN0 1-2", "segmentErrors[].businessUnit.reference"),
            (
                "005010X231A1", "2000/2100/2110 CTX SITU 5-1",
                "segmentErrors[].elementErrors[].triggers[].position.element"
            ),
            ("005010X214", "2000B/2200B QTY AA 2-0", "batch.rejectedCount"),
            ("005010X214", "2000D/2200D STC 11-2", "claims[].statuses[].thirdStatus.code"),
            ("005010X214", "2000D/2200D/2220D REF FJ 2-0", "claims[].serviceLines[].lineItemControlNumber"),
        ])
    func properties(guide: String, place: String, path: String) throws {
        let sample = try #require(Self.samples.first { $0.guide == guide })
        let visits = try sample.comparison().walked.flatMap { walk in
            walk.visits.filter { "\(walk.name) \($0.element)-\($0.component)" == place }
        }
        #expect(visits.map(\.path) == [path])
    }
}
