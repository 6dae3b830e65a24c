extension Finding.Acknowledgement {
    /// Reads codes as settings and profiles write them, blanks between them: `IK304:I6`, `IK403:I12`, `IK502:5`,
    /// `AK905:2`, and statuses of a claim such as `A7:562:85`.
    ///
    /// A code of an element brings IK304 `8` for its segment. `nil` for a word that is none of these, for more than
    /// three statuses, and for no code at all.
    public init?(text: some StringProtocol) {
        var (groupError, setError, segmentError, elementError) = ("", "", "", "")
        var statuses: [Finding.ClaimStatus] = []
        for word in text.split(separator: " ") {
            guard let colon = word.firstIndex(of: ":") else { return nil }
            let code = String(word[word.index(after: colon)...])
            guard !code.isEmpty else { return nil }
            switch word[..<colon] {
            case "IK304": segmentError = code
            case "IK403": elementError = code
            case "IK502": setError = code
            case "AK905": groupError = code
            case let category where Self.isCategory(category):
                statuses.append(Finding.ClaimStatus(stringLiteral: String(word)))
            default: return nil
            }
        }
        self.init(
            groupError: groupError, setError: setError, segmentError: segmentError,
            elementError: elementError,
            statuses: statuses)
        guard self != Self(), statuses.count <= 3 else { return nil }
    }

    /// Whether a text is a category of claim statuses: a letter and a digit (`A7`).
    private static func isCategory(_ text: some StringProtocol) -> Bool {
        text.count == 2 && text.first?.isLetter == true && text.last?.isNumber == true
    }
}
