internal import X12Grammar
internal import X12Specs
internal import X12Text

/// What the guide of the 999 has codes for.
enum Answerable {
    /// The kinds of groups that can be answered (AK101).
    static let groups = codes(of: "AK1")
    /// The kinds of transaction sets that can be named (AK201).
    static let sets = codes(of: "AK2")

    private static func codes(of segment: String) -> Set<String> {
        guard let guide = X12Specs.guide(SyntaxAnswer.guide),
            let rule = guide.segments.first(where: { $0.identifier.description == segment })
        else { return [] }
        let list = guide.elements[rule.elements.lowerBound].codes
        return list >= 0 ? Set(guide.codeLists[list]) : []
    }
}
