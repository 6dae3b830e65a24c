import Testing
import X12Diagnostics

@Suite("Finding as JSON")
struct FindingJSONTests {
    func line(
        _ finding: Finding, _ explanation: FindingExplanation = .init(), showsValues: Bool = false
    ) -> String {
        var bytes: [UInt8] = []
        FindingJSON(file: "claims.837", showsValues: showsValues).append(
            finding, explanation: explanation, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("all fields are there, in the contract's order, on one line")
    func complete() {
        var explanation = FindingExplanation()
        explanation.path = "claims[0].facilityQualifier"
        explanation.box = "24B"
        explanation.serviceLine = 2
        let expected = [
            #"{"file":"claims.837","rule":"GDE-CODE-BAD","level":2,"severity":"error","guide":"005010X222A1","#,
            #""interchange":"000000101","group":"101","transactionSet":"0001","loop":"2300","segment":"CLM","#,
            #""segmentPosition":18,"line":20,"byteOffset":620,"element":5,"component":2,"repetition":1,"#,
            #""serviceLine":2,"claim":"PCN0001","path":"claims[0].facilityQualifier","found":"Z","expected":["B"],"#,
            #""box":"24B","ack":{"ik304":"8","ik403":"7"},"message":"CLM05-2 is 'Z', must be 'B'","#,
            #""help":"use a code the guide lists"}"#, "\n",
        ]
        #expect(line(FindingSamples.facilityQualifier, explanation) == expected.joined())
    }

    @Test("a field that has nothing to say is absent")
    func absent() {
        let finding = Finding(FindingSamples.notADate, at: Location())
        #expect(
            line(finding) == """
                {"file":"claims.837","rule":"ENV-TYPE-DT","level":1,"severity":"error",\
                "message":"the interchange (the interchange) is missing, which is not a date"}

                """)
    }

    @Test("byte 0 is told when a place is known")
    func firstByte() {
        let finding = Finding(FindingSamples.notADate, at: Location(line: 1, segment: 1))
        #expect(line(finding).contains(#""line":1,"byteOffset":0,"#))
    }

    @Test("a person's value is told only when asked for")
    func values() {
        var finding = FindingSamples.facilityQualifier
        finding.found = Fact("19700230", .date)
        #expect(!line(finding).contains("19700230"))
        #expect(!line(finding).contains(#""found""#))
        #expect(line(finding).contains(#""message":"CLM05-2 is a value of 8 characters, must be 'B'""#))
        #expect(line(finding, showsValues: true).contains(#""found":"19700230""#))
    }

    @Test(
        "texts are escaped",
        arguments: [
            ("a\"b", #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a\nb\tc\rd", #"a\nb\tc\rd"#),
            ("\u{0}\u{1F}\u{7F}", #"\u0000\u001f\u007f"#),
            ("é\u{1F600}/", "é\u{1F600}/"), ("\u{85}\u{9B}", #"\u0085\u009b"#), ("\r\n", #"\r\n"#),
        ])
    func escapes(text: String, escaped: String) {
        var finding = FindingSamples.facilityQualifier
        finding.context.claim = text
        #expect(line(finding).contains("\"claim\":\"\(escaped)\","))
    }

    @Test("the last line of an input counts, and names the versions; fatal findings are errors")
    func result() {
        var bytes = Array("x\n".utf8)
        FindingJSON(file: "a.837").appendResult(
            claims: 0, transactionSets: 3, unchecked: 1, counts: [.error: 2, .fatal: 1, .info: 4],
            versions: [("tool", "0.1.0"), ("rules", "1")],
            to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                x
                {"file":"a.837","type":"result","claims":0,"transactionSets":3,"unchecked":1,"findings":{"error":3,"warning":0,"info":4},\
                "versions":{"tool":"0.1.0","rules":"1"}}

                """)
    }
}
