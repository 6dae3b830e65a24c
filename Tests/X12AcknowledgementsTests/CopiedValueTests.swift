import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Parser
import X12Text

@testable import X12Acknowledgements

@Suite("Values copied into answers")
struct CopiedValueTests {
    private func copies(_ input: String, showsValues: Bool = true) throws -> [String] {
        var options = try Answer.options
        options.showsValues = showsValues
        return try Answer.verdict(input, options).filter { $0.hasPrefix("IK4") || $0.hasPrefix("CTX") }
    }

    @Test("a person's value is copied only when asked for")
    func people() throws {
        let input = Inputs.claim.with("NM1*IL*1*ISAAC*ROSA", "NM1*IL*1*ISAAC*ROSA**DR*")
            .with("D8*19800512*F", "D8*19800532*F")
        #expect(try copies(input, showsValues: false).contains("IK4*2*1251*8"))
        #expect(try copies(input).contains("IK4*2*1251*8*19800532"))
    }

    @Test("a value with a delimiter in it is left out")
    func delimiters() throws {
        // A component separator in an element that has none, a repetition separator in one that does not repeat.
        #expect(
            try copies(Inputs.claim.with("*180***", "*1:80***")) == ["CTX*CLM01:PCN0001", "IK4*2:2*782*13"])
        #expect(try copies(Inputs.claim.with("SBR*P*", "SBR*P^S*")) == ["IK4*1::2*1138*12"])
    }

    @Test(
        "what is no plain text or too long is left out, and blanks at its end are",
        arguments: [
            ("A~B", ""), ("A*B", ""), ("A:B", ""), ("A^B", ""), ("A\u{7}", ""), ("É", ""), ("A ", "A"),
            (" ", ""),
            ("A B", "A B"), (String(repeating: "9", count: 99), String(repeating: "9", count: 99)),
            (String(repeating: "9", count: 100), ""),
        ])
    func texts(text: String, copy: String) {
        #expect(CopiedText(delimiters: .usual).copy(text, atMost: 99) == copy)
    }

    @Test("a claim number that cannot stand in a CTX leaves it out")
    func claimNumber() throws {
        let long = String(repeating: "A", count: 36)
        let input = Inputs.claim.with("CLM*PCN0001", "CLM*\(long)").with("11:B:1", "11:Z:1")
        #expect(try Answer.verdict(input).filter { $0.hasPrefix("CTX") } == [])
    }
}
