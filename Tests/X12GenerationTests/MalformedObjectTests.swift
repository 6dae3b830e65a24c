import Testing
import X12Diagnostics
import X12Models
import X12Text

@testable import X12Generation

/// Encounters and rosters in JSON, of which something is not in its form.
@Suite("Objects that are not in their form")
struct MalformedObjectTests {
    private func encounters(_ text: String) throws -> [Encounter] {
        var reader = try EncounterReader(ByteSource(bytes: Array(text.utf8)))
        var encounters: [Encounter] = []
        while let encounter = try reader.next() { encounters.append(encounter) }
        return encounters
    }

    /// What stands between two sound objects, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let object: String
        var number: String?
        /// The line that it is noticed on.
        var line = 2
        let words: [String]
        var testDescription: String { object }
    }

    static let objects = [
        Case(
            object: #"{"claimNumber":"A2","services":[{"chargeAmount":"12,50","serviceDate":"2026-02-30"}]}"#,
            number: "A2",
            words: [
                #"services[0].chargeAmount: "12,50" is not a decimal"#,
                "services[0].serviceDate: the text is not a date",
            ]),
        Case(
            object: #"{"claimNumber":"A2","pajer":"x"}"#, number: "A2",
            words: ["pajer: unknown field, is payer meant?"]),
        Case(object: #"{"claimNumber":17}"#, words: ["claimNumber: a number stands where text is expected"]),
        Case(
            object: #"{"services":{},"claimNumber":"A2"}"#, number: "A2",
            words: ["services: an object stands where a list is expected"]),
        Case(object: "5", words: ["a number stands where an encounter, an object, is expected"]),
    ]

    static let lines = [
        Case(
            object: #"{"claimNumber":"A2""#, line: 3,
            words: ["a comma or the end of the object or array is missing"]),
        Case(object: #"{"claimNumber":"A2}"#, words: ["a control character stands in a string"]),
        Case(object: #"{"claimNumber":"A2","claimNumber":"A3"}"#, words: ["claimNumber: a key stands twice"]),
        Case(object: "claim A2", words: ["a value is missing"]),
    ]

    @Test("keep back themselves, in lines and in a list", arguments: objects, [true, false])
    func object(sample: Case, isList: Bool) throws {
        let parts = [#"{"claimNumber":"A1"}"#, sample.object, #"{"claimNumber":"A3"}"#]
        let text = isList ? "[" + parts.joined(separator: ",\n") + "]" : parts.joined(separator: "\n")
        try check(try encounters(text), sample)
    }

    @Test("a line that is no JSON keeps back itself", arguments: lines)
    func line(sample: Case) throws {
        let text = [#"{"claimNumber":"A1"}"#, sample.object, #"{"claimNumber":"A3"}"#, ""].joined(
            separator: "\n")
        try check(try encounters(text), sample)
        // Also as the first, where it shows that it is to be JSON, and as the last.
        guard sample.object.hasPrefix("{") else { return }
        #expect(
            try encounters(sample.object + "\n" + #"{"claimNumber":"A3"}"#).map(\.malformed.isEmpty) == [
                false, true,
            ])
        guard sample.line == 2 else { return }
        #expect(
            try encounters(#"{"claimNumber":"A1"}"# + "\n" + sample.object + "\n\n").map(\.malformed.isEmpty)
                == [true, false])
    }

    private func check(_ encounters: [Encounter], _ sample: Case) throws {
        #expect(encounters.map(\.claimNumber) == ["A1", sample.number, "A3"])
        #expect(encounters.map(\.malformed.isEmpty) == [true, false, true])
        let findings = EncounterAssembler(Practice()).assemble(encounters[1]).findings
        #expect(findings.map(\.rule) == sample.words.map { _ in .entryMalformed })
        for (finding, words) in zip(findings, sample.words) {
            #expect(finding.detail.hasPrefix("line \(sample.line), column "), "\(finding.detail)")
            #expect(finding.detail.contains(words), "\(finding.detail)")
            #expect(finding.context.claim == sample.number ?? "")
        }
    }

    @Test(
        "what nothing can be read behind stops the reading",
        arguments: [
            #"[{"claimNumber":"A1"},{"claimNumber""#, #"[{"claimNumber":"A1"},{"claimNumber":}]"#,
            #"{"claimNumber":"A1"}"# + "\n" + #"{"claimNumber":"A2","#, #"{"claimNumber":}"#,
            "{\n \"claimNumber\" 5\n}",
        ])
    func stops(text: String) {
        #expect(throws: X12Error(.malformedJSON)) { try encounters(text) }
    }

    @Test("a roster's entries do the same")
    func roster() throws {
        let text =
            #"{"inquiryNumber":"Q1"}"# + "\n" + #"{"inquiryNumber":"Q2","birthdate":"x"}"# + "\n{]\n"
            + #"{"inquiryNumber":"Q4"}"#
        var reader = try RosterReader(ByteSource(bytes: Array(text.utf8)))
        var entries: [RosterEntry] = []
        while let entry = try reader.next() { entries.append(entry) }
        #expect(entries.map(\.inquiryNumber) == ["Q1", "Q2", nil, "Q4"])
        #expect(entries.map(\.malformed.count) == [0, 1, 1, 0])
    }
}
