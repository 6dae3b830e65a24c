/// Keeps spreadsheets from taking a text for a formula: one that begins like a formula gets an apostrophe in front.
///
/// A text that begins with an apostrophe of its own gets one more, so that taking one off, where there is one, always
/// gives back what was sent. That is all a program has to do that reads our tables.
public enum FormulaGuard {
    static let mark = UInt8(ascii: "'")

    /// Whether a text is guarded: it begins as a formula does, also in the wide signs of East Asian keyboards.
    static func isNeeded(before text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "\n"), mark:
            true
        case 0xEF: text.count > 2 && text[1] == 0xBC && wideSigns.contains(text[2])
        default: false
        }
    }

    /// The last bytes of the wide plus, minus, equals and at.
    private static let wideSigns: Set<UInt8> = [0x8B, 0x8D, 0x9D, 0xA0]

    /// A text of a table as it was sent.
    public static func undone(_ text: some StringProtocol) -> String {
        String(text.utf8.first == mark ? text.dropFirst() : text[...])
    }
}
