import Testing
import X12Diagnostics

@Suite("Finding wording")
struct FindingWordingTests {
    func message(
        _ wording: String, at location: Location = Location(),
        in context: Finding.Context = Finding.Context(),
        found: Fact? = nil, expected: [String] = [], detail: String = "", showsValues: Bool = false
    ) -> String {
        let rule = Finding.Rule("GDE-X", level: 2, .error, wording, help: "")
        let finding = Finding(
            rule, at: location, in: context, found: found, expected: expected, detail: detail)
        return FindingRenderer(file: "f", showsValues: showsValues).message(finding)
    }

    @Test(
        "the place is named as the guides do",
        arguments: [
            (Location(), "CLM"), (Location(element: 5), "CLM05"),
            (Location(element: 5, component: 2), "CLM05-2"),
            (Location(element: 12), "CLM12"), (Location(element: 3, repetition: 1), "CLM03"),
            (Location(element: 3, component: 1, repetition: 2), "CLM03-1 (repetition 2)"),
        ])
    func place(location: Location, expected: String) {
        var context = Finding.Context()
        context.segment = "CLM"
        #expect(message("{at}", at: location, in: context) == expected)
    }

    @Test("a finding on a loop names the loop")
    func loop() {
        var context = Finding.Context()
        context.loop = "2010AA"
        #expect(message("{at} is there twice", in: context) == "loop 2010AA is there twice")
        context.name = "Billing Provider Name"
        #expect(message("{name} is there twice", in: context) == "Billing Provider Name is there twice")
    }

    @Test(
        "a person's values are told by their length unless asked for",
        arguments: [
            (Fact("Z", .code), "'Z'", "'Z'"), (Fact("180.00", .amount), "'180.00'", "'180.00'"),
            (Fact("3", .count), "'3'", "'3'"),
            (Fact("JOHNSON", .text), "a value of 7 characters", "'JOHNSON'"),
            (Fact("W1", .identifier), "an identifier of 2 characters", "'W1'"),
            (Fact("X", .text), "a value of 1 character", "'X'"),
            (Fact("20250230", .date), "a value of 8 characters", "'20250230'"),
            (Fact("2025-02-28", .date), "a date", "'2025-02-28'"),
            (Fact("", .text), "empty", "empty"),
        ])
    func found(fact: Fact, hidden: String, shown: String) {
        #expect(message("is {found}", found: fact) == "is \(hidden)")
        #expect(message("is {found}", found: fact, showsValues: true) == "is \(shown)")
    }

    @Test("a count in a sentence has no quotes")
    func count() {
        #expect(
            message("comes {count} times, at most {most}", found: Fact("3", .count), expected: ["1"])
                == "comes 3 times, at most 1")
    }

    @Test("nothing found is missing, and a long value is cut")
    func oddValues() {
        #expect(message("is {found}") == "is missing")
        let long = Fact(String(repeating: "9", count: 200), .amount)
        #expect(message("{found}", found: long) == "'\(String(repeating: "9", count: 80))...'")
    }

    @Test(
        "what is allowed reads as a list, and a long one is shortened",
        arguments: [
            ([], "a code of its list"), (["A"], "'A'"), (["A", "B"], "'A' or 'B'"),
            (["A", "B", "C"], "'A', 'B' or 'C'"),
            (["1", "2", "3", "4", "5", "6", "7", "8"], "'1', '2', '3', '4', '5', '6', '7' or '8'"),
            ((1...20).map { "\($0)" }, "'1', '2', '3', '4', '5', '6', '7', '8', '9', '10' or 10 others"),
        ])
    func expected(values: [String], words: String) {
        #expect(message("{expected}", expected: values) == words)
    }

    @Test("braces that are no placeholder, and braces in values, stay")
    func braces() {
        #expect(message("{other} { {found} {", found: Fact("{at}", .code)) == "{other} { {found} {")
        #expect(message("{found} {detail}", found: Fact("{detail}", .code), detail: "d") == "'{detail}' d")
    }

    @Test("what somebody else has to mend is said to be theirs")
    func mender() {
        let rule = Finding.Rule("A-B", level: 1, .error, "{at}", help: "correct it")
        let finding = Finding(rule, at: Location())
        let renderer = FindingRenderer(file: "f")
        var explanation = FindingExplanation()
        #expect(renderer.help(finding, explanation) == "correct it")
        explanation.mender = "the payer"
        #expect(renderer.help(finding, explanation) == "for the payer to mend: correct it")
        let silent = Finding(Finding.Rule("A-B", level: 1, .error, "{at}", help: ""), at: Location())
        #expect(renderer.help(silent, explanation) == "")
    }

    @Test("rules are the same when id and words are, whatever they weigh")
    func sameRules() {
        let rule = Finding.Rule("A-B", level: 1, .error, "one way", help: "do this")
        #expect(rule == Finding.Rule("A-B", level: 1, .warning, "one way", help: "do this"))
        #expect(rule != Finding.Rule("A-B", level: 1, .error, "another way", help: "do that"))
        #expect(rule != Finding.Rule("A-C", level: 1, .error, "one way", help: "do this"))
    }
}
