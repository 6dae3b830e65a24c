import Testing
import X12Models
import X12TestSupport
import X12Text

@Suite("What an answer about eligibility comes to")
struct CoverageStatusTests {
    private func responses(_ sample: String, _ edits: [(String, String)] = []) throws -> [EligibilityResponse]
    {
        var text = String(decoding: try SampleFiles.samples.bytes("271/pass/\(sample)"), as: UTF8.self)
        for (old, new) in edits {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return try ModelFlow.items(Array(text.utf8)).compactMap { item in
            if case .response(let part) = item { part } else { nil }
        }
    }

    @Test(
        "whether somebody is covered is what EB01 and AAA say",
        arguments: [
            ("active-coverage.271", [], [.active]),
            ("active-coverage.271", [("EB*1**1^33", "EB*6**AL~\nEB*1**1^33")], [.divided]),
            ("active-coverage.271", [("EB*1*", "EB*7*")], [.inactive]),
            ("active-coverage.271", [("EB*1*", "EB*D*")], [.untold]),
            ("family-and-ended-coverage.271", [], [.active, .active, .rejected, .inactive]),
            ("member-not-found.271", [], [.rejected]),
            // Two questions have no answer, and coverage is active all the same.
            ("limits-and-visits.271", [], [.active]),
        ] as [(String, [(String, String)], [CoverageStatus])])
    func status(sample: String, edits: [(String, String)], expected: [CoverageStatus]) throws {
        #expect(try responses(sample, edits).map(\.coverageStatus) == expected)
    }

    @Test("reasons against an answer come with whom they are about, those of the levels above first")
    func rejections() throws {
        let provider = "NM1*1P*2*MAPLE CLINIC*****XX*1234567893~\n"
        let response = try #require(
            try responses(
                "active-coverage.271",
                [
                    (provider, provider + "AAA*N**51*C~\n"),
                    ("EB*1**1^33", "EB*V**88~\nAAA*N**33*C~\nEB*1**1^33"),
                ]
            ).first)
        #expect(response.rejections.map(\.level) == [.receiver, .benefit])
        #expect(response.rejections.map(\.validation.rejectReason?.rawValue) == ["51", "33"])
        let place = try #require(response.rejections.last?.benefit)
        #expect(response.benefits[place].serviceTypes.map(\.rawValue) == ["88"])
        #expect(response.ownRejections == response.rejections.filter { $0.level == .benefit })

        let family = try responses("family-and-ended-coverage.271")
        #expect(family.map { $0.rejections.map(\.level) } == [[], [], [.dependent], []])
        // A dependent cannot be answered for when the subscriber is not known.
        let refused = try responses(
            "dependent-child.271",
            [
                (
                    "NM1*IL*1*KOWALCZYK*OTTO****MI*W200300400~\n",
                    "NM1*IL*1*KOWALCZYK*OTTO****MI*W200300400~\nAAA*N**72*C~\n"
                )
            ])
        #expect(refused.last?.rejections.map(\.level) == [.subscriber])
        #expect(refused.last?.ownRejections.isEmpty == true)
        #expect(try responses("member-not-found.271").map { $0.rejections.map(\.level) } == [[.subscriber]])
    }

    @Test("the person told of is the dependent, else the subscriber, in the same words")
    func person() throws {
        let people = try responses("family-and-ended-coverage.271").map(\.person)
        #expect(people.map(\.lastName) == ["KOWALCZYK", "KOWALCZYK", "KOWALCZYK", "ALVAREZ"])
        #expect(people.map(\.firstName) == ["OTTO", "GRETA", "NILS", "ROSA"])
        #expect(people.map(\.isDependent) == [false, true, true, false])
        #expect(people.map { $0.birthDate?.description } == ["1982-08-20", "2015-09-04", nil, "1984-05-12"])
        #expect(people.map(\.relationship) == [.subscriber, .child, nil, .subscriber])
        #expect(EligibilityPerson(nil as ResponseSubscriber?).lastName == nil)
    }
}
