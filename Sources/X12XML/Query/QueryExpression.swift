public import X12Diagnostics

/// An XPath 1.0 expression over the generic form, in which names in words may stand for ids.
///
///     //CLM[CLM02 > 500]/CLM01
///     //ClaimInformation[TotalClaimChargeAmount > 500]/PatientControlNumber
///
/// A name test that is no id is looked up among the names of guides and dictionary, written without blanks; it finds
/// whatever carries that name. Where a segment and one of its elements do (`PatientAmountPaid`: AMT and AMT02), the element is
/// meant, unless the expression goes on from there.
public struct QueryExpression: Sendable {
    /// The expression as it was given.
    public let text: String
    /// The expression as libxml2 takes it, names in words replaced.
    let path: String
    /// Whether names and meanings must stand in what is searched.
    let needsLabels: Bool
    /// Whether findings must stand in what is searched, so that it has to be validated.
    public let needsFindings: Bool

    /// Reads an expression.
    ///
    /// - Throws: ``X12Error/Code/malformedQuery`` with the place in the expression and the reason.
    public init(_ text: String) throws(X12Error) {
        var reader = QueryTokens(text)
        var path = ""
        var needsLabels = false
        while let token = reader.next() {
            guard case .nameTest(let name) = token.kind, Self.mayBeWords(name) else {
                path += token.text
                if token.text.hasSuffix("name") || token.text.hasSuffix("meaning") || token.text == "*" {
                    needsLabels = needsLabels || token.isAttribute
                }
                continue
            }
            let names = QueryNames.usual.meant(by: name)
            guard !names.isEmpty else { throw Self.unknown(name, at: token.place) }
            let test = Self.test(for: names)
            path += test
            if QueryNames.usual.isShared(name), !reader.goesOn {
                path += "/descendant-or-self::\(test)[not(\(test))]"
            }
            needsLabels = true
        }
        self.text = text
        self.path = path
        self.needsLabels = needsLabels
        needsFindings = reader.prefixes.contains("f")
        try XPathProgram.check(path)
    }

    /// Whether a name test is words: a capital, and a small letter somewhere behind it. Ids have none.
    private static func mayBeWords(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
            return false
        }
        return name.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// `*[@name="…"]`, for one of several names.
    private static func test(for names: [String]) -> String {
        let tests = names.map { "@name=" + quoted($0) }
        return "*[" + tests.joined(separator: " or ") + "]"
    }

    private static func quoted(_ name: String) -> String {
        name.contains("'") ? "\"\(name)\"" : "'\(name)'"
    }

    private static func unknown(_ name: String, at place: Int) -> X12Error {
        let like = QueryNames.usual.like(name)
        let help = like.isEmpty ? "" : "; there are \(like.joined(separator: ", "))"
        return X12Error(
            .malformedQuery, "character \(place): nothing is called \(name) in guides and dictionary\(help)")
    }
}
