/// Names of people, as two systems write the same one.
enum Names {
    /// Titles behind a last name, which some systems keep in a place of their own.
    private static let titles: Set<Substring> = ["JR", "SR", "II", "III", "IV"]

    /// Whether two last names are one: case, blanks, points, hyphens, apostrophes and titles behind them aside.
    static func isSame(_ left: String, _ right: String) -> Bool { bare(left) == bare(right) }

    /// `O'Brien-Low, Jr.` becomes `OBRIENLOW`.
    private static func bare(_ name: String) -> String {
        var words = name.uppercased().split { " .,-".contains($0) }
        while words.count > 1, let last = words.last, titles.contains(last) { words.removeLast() }
        return words.joined().filter { $0 != "'" && $0 != "’" && $0 != "`" }
    }
}
