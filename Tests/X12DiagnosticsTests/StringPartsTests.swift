import Testing
import X12Diagnostics

@Suite("Texts, taken apart and filled up")
struct StringPartsTests {
    @Test(
        "blanks at the end are cut off, and nothing else is",
        arguments: [
            ("", ""), (" ", ""), ("    ", ""), ("A", "A"), ("A  ", "A"), ("  A B ", "  A B"), ("A\t ", "A\t"),
            ("É \u{2003} ", "É \u{2003}"), ("ñ ", "ñ"), ("A \u{301}", "A \u{301}"),
        ])
    func trimmedEnd(text: String, trimmed: String) {
        #expect(Array(text.trimmedEnd.utf8) == Array(trimmed.utf8))
    }

    @Test("numbers have zeros in front, and are never cut")
    func digits() {
        #expect(String(7, digits: 2) == "07")
        #expect(String(0, digits: 4) == "0000")
        #expect(String(12345, digits: 4) == "12345")
    }
}
