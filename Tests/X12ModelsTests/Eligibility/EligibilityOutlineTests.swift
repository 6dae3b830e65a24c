import Testing
import X12Specs

@testable import X12Models

@Suite("Outlines of eligibility inquiries and responses")
struct EligibilityOutlineTests {
    /// One of the two transaction sets, with what its shared parts show beyond it; each of these must occur.
    struct Sample: CustomTestStringConvertible {
        let testDescription: String
        let comparison: OutlineComparison
        /// Segments of parts that serve the other set, or the other of subscriber and dependent.
        let strangers: [String]
        /// Elements of such parts.
        let surplus: [String]

        private init(
            _ set: String, _ parts: [ModelOutline], strangers: [String], surplus: [String]
        ) throws {
            testDescription = set
            comparison = OutlineComparison(
                try #require(X12Specs.guide("005010X279A1-\(set)")),
                roots: ["2000A", "2000B", "2000C", "2000D"], repeated: nil, with: parts)
            self.strangers = strangers
            // A level's place in the hierarchy: the source has no parent.
            self.surplus = surplus + ["2000A HL 20 2-0"]
        }

        static func all() throws -> [Sample] {
            let levels = [
                ModelOutline(of: InformationSource.self, loop: "2000A"),
                ModelOutline(of: InformationReceiver.self, loop: "2000B"),
            ]
            let trailer = [ModelOutline(of: TransactionTrailer.self)]
            let inquiry = try Sample(
                "270",
                [ModelOutline(of: EligibilityInquiryHeader.self)] + levels + [
                    ModelOutline(of: EligibilityInquiry.self, loop: "2000C"),
                    ModelOutline(of: EligibilityInquiry.self, loop: "2000D"),
                ] + trailer,
                strangers: [
                    "2000A AAA", "2000A/2100A PER IC", "2000A/2100A AAA", "2000B/2100B AAA",
                    "2000D/2100D/2110D AMT R", "2000D/2100D/2110D AMT PB",
                ],
                surplus: [
                    "2000C/2100C/2110C EQ 2-8", "2000D/2100D/2110D EQ 2-8", "2000D/2100D/2110D EQ 3-0",
                ])
            let response = try Sample(
                "271",
                [ModelOutline(of: EligibilityResponseHeader.self)] + levels + [
                    ModelOutline(of: EligibilityResponse.self, loop: "2000C"),
                    ModelOutline(of: EligibilityResponse.self, loop: "2000D"),
                ] + trailer,
                strangers: [], surplus: [])
            return [inquiry, response]
        }
    }

    private let samples: [Sample]

    init() throws { samples = try Sample.all() }

    @Test("every segment of the guide is walked through once, in the guide's order")
    func order() {
        for sample in samples {
            let comparison = sample.comparison
            #expect(comparison.guide.count > 40)
            #expect(
                comparison.walked.map(\.name).difference(from: comparison.guide.map(\.name)).map(\.self)
                    == [],
                "\(sample.testDescription)")
            #expect(comparison.strangers == sample.strangers)
        }
    }

    @Test("every element that the guide uses is a property or a constant")
    func coverage() {
        for sample in samples {
            #expect(sample.comparison.guide.reduce(0) { $0 + $1.places.count } > 150)
            #expect(sample.comparison.missing == [])
        }
    }

    @Test("a constant is the only code that the guide allows; other values have the kind of their element")
    func constants() {
        for sample in samples {
            #expect(sample.comparison.wrongConstants == [])
            #expect(sample.comparison.wrongKinds == [])
            #expect(sample.comparison.unordered == [])
        }
    }

    @Test("nothing is walked through that the guide does not use, save in parts that both sets share")
    func nothingMore() {
        for sample in samples { #expect(sample.comparison.surplus.sorted() == sample.surplus.sorted()) }
    }

    @Test("no two properties have the same path")
    func uniquePaths() {
        for outline in [
            ModelOutline(of: EligibilityInquiryHeader.self, as: .properties),
            ModelOutline(of: EligibilityResponseHeader.self, as: .properties),
            ModelOutline(of: InformationSource.self, as: .properties),
            ModelOutline(of: InformationReceiver.self, as: .properties),
            ModelOutline(of: EligibilityInquiry.self, as: .properties),
            ModelOutline(of: EligibilityResponse.self, as: .properties),
        ] {
            let paths = outline.visits.map(\.path)
            #expect(Set(paths).count == paths.count && !paths.isEmpty)
        }
    }

    @Test(
        "a place of X12 leads to the property that holds its value",
        arguments: [
            ("2000C TRN 1 2-0", "subscriber.traces[].number"),
            ("2000C/2100C NM1 IL 9-0", "subscriber.person.memberIdentifier"),
            ("2000D/2100D DMG 2-0", "dependent.person.birthDate"),
            ("2000C/2100C/2110C EB 7-0", "benefits[].amount"),
            ("2000D/2100D/2110D/2120D NM1 13 9-0", "benefits[].relatedEntities[].identifier"),
        ])
    func paths(place: String, path: String) {
        let visits = samples[1].comparison.walked.flatMap { walk in
            walk.visits.filter { "\(walk.name) \($0.element)-\($0.component)" == place }
        }
        #expect(visits.map(\.path) == [path])
    }
}
