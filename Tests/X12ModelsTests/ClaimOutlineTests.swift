import Testing
import X12Models
import X12Specs

@Suite("Outline of a professional claim")
struct ClaimOutlineTests {
    private let comparison: OutlineComparison

    init() throws {
        comparison = OutlineComparison(
            try #require(X12Specs.guide("005010X222A1")), roots: ["2000B", "2300", "2000C"],
            repeated: (loop: "2300", parent: "2000C"),
            with: [
                ModelOutline(of: ClaimHeader.self),
                ModelOutline(of: BillingProvider.self, loop: "2000A"),
                ModelOutline(of: Subscriber.self, loop: "2000B"),
                ModelOutline(of: Claim.self, loop: "2300"),
                ModelOutline(of: Patient.self, loop: "2000C"),
                ModelOutline(of: TransactionTrailer.self),
            ])
    }

    @Test("every segment of the guide is walked through once, in the guide's order")
    func order() {
        #expect(comparison.guide.count > 200)
        let difference = comparison.walked.map(\.name).difference(from: comparison.guide.map(\.name))
        #expect(difference.map(\.self) == [])
    }

    @Test("every element that the guide uses is a property or a constant")
    func coverage() {
        #expect(comparison.guide.reduce(0) { $0 + $1.places.count } > 800)
        #expect(comparison.missing == [])
    }

    @Test("a constant is the only code that the guide allows")
    func constants() {
        let constants = comparison.walked.flatMap(\.visits).filter {
            if case .constant = $0.kind { true } else { false }
        }
        #expect(constants.count > 100)
        #expect(comparison.wrongConstants == [])
    }

    @Test("no property has another kind of value than its element")
    func kinds() {
        #expect(comparison.wrongKinds == [])
        #expect(comparison.strangers == [])
    }

    @Test("elements are shown in ascending order")
    func ascending() {
        #expect(comparison.unordered == [])
    }

    @Test("nothing is walked through that the guide does not use, save in parts that several loops share")
    func nothingMore() {
        #expect(comparison.surplus.sorted() == Self.sharedParts.sorted())
    }

    /// Where a part that serves several loops shows more than this loop uses; each of them must occur.
    private static let sharedParts: [String] = [
        // A level's place in the hierarchy: a billing provider has no parent.
        "2000A HL 20 2-0",
        // A contact has up to three numbers; property and casualty and facility contacts have two.
        "2000B/2010BA PER IC 7-0", "2000B/2010BA PER IC 8-0",
        "2000C/2010CA PER IC 7-0", "2000C/2010CA PER IC 8-0",
        "2300/2310C PER IC 7-0", "2300/2310C PER IC 8-0",
        // A line's provider and a claim's are one type; only a line's identifiers name the payer.
        "2300/2310A REF 0B 4-1", "2300/2310A REF 0B 4-2",
        "2300/2310B REF 0B 4-1", "2300/2310B REF 0B 4-2",
        "2300/2310D REF 0B 4-1", "2300/2310D REF 0B 4-2",
    ]

    @Test(
        "no two properties have the same path",
        arguments: [
            ModelOutline(of: ClaimHeader.self, as: .properties),
            ModelOutline(of: BillingProvider.self, as: .properties),
            ModelOutline(of: Subscriber.self, as: .properties),
            ModelOutline(of: Patient.self, as: .properties),
            ModelOutline(of: Claim.self, as: .properties),
            ModelOutline(of: TransactionTrailer.self, as: .properties),
        ])
    func uniquePaths(outline: ModelOutline) {
        var seen: Set<String> = []
        for visit in outline.visits {
            #expect(seen.insert(visit.path).inserted, "\(visit.path) twice")
        }
        #expect(!seen.isEmpty)
    }

    @Test(
        "a place of X12 leads to the property that holds its value",
        arguments: [
            ("2300 CLM 2-0", "chargeAmount"), ("2300 CLM 5-2", "facilityQualifier"),
            ("2300 REF F8 2-0", "references.payerClaimControlNumber"),
            ("2300 HI ABK 12-2", "diagnoses[].code"),
            ("2300/2320/2330B NM1 PR 9-0", "otherSubscribers[].payer.identifier"),
            ("2300/2400 SV1 1-4", "serviceLines[].procedure.modifiers[]"),
            ("2300/2400/2430 CAS 18-0", "serviceLines[].adjudications[].adjustments[].details[].amount"),
        ])
    func paths(place: String, path: String) {
        let visits = comparison.walked.flatMap { walk in
            walk.visits.filter { "\(walk.name) \($0.element)-\($0.component)" == place }
        }
        #expect(visits.map(\.path) == [path])
    }
}
