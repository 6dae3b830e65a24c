internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

/// The NDC directory of the FDA: `package.txt`, tab-separated, with names out of `product.txt` where that is at hand.
///
/// A package has ten digits in three parts, 4-4-2, 5-3-2 or 5-4-1; a claim carries eleven, 5-4-2, without hyphens.
struct PackageLayout: CodeFileLayout {
    /// What the products are called, by PRODUCTNDC.
    private let products: [String: String]
    private var columns: Columns?

    private struct Columns {
        var count: Int
        let names: DelimitedColumns
        var package: Int
        var product: Int
        var words: Int
        var start: Int
        var stop: Int
    }

    init(products: [String: String]) { self.products = products }

    /// A package that two labelers' documents name stands twice.
    var allowsRepeats: Bool { true }

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        let row = try DelimitedLine(line, separator: UInt8(ascii: "\t"))
        guard let columns else {
            self.columns = try Self.columns(row, line)
            return nil
        }
        guard row.fields.count >= columns.count else {
            throw line.fault("\(row.fields.count) columns, but the first line has \(columns.count)")
        }
        try columns.names.checkLength(row, line)
        guard let code = Self.elevenDigits(row.fields[columns.package]) else {
            throw line.fault("NDCPACKAGECODE must be ten digits in three parts, 4-4-2, 5-3-2 or 5-4-1")
        }
        let words = row.fields[columns.words]
        let name = products[row.fields[columns.product]]
        let listed = ListedCode(
            name.map { "\($0): \(words)" } ?? words, start: try day(row.fields[columns.start], line),
            stop: try day(row.fields[columns.stop], line))
        return CodeRow(code: code, listed: listed, line: line)
    }

    private static func columns(_ row: DelimitedLine, _ line: CodeFileLine) throws(X12Error) -> Columns {
        let names = DelimitedColumns(row)
        guard let package = names.place("NDCPACKAGECODE"), let product = names.place("PRODUCTNDC"),
            let words = names.place("PACKAGEDESCRIPTION"), let start = names.place("STARTMARKETINGDATE"),
            let stop = names.place("ENDMARKETINGDATE")
        else {
            throw line.fault(
                names.place("PROPRIETARYNAME") != nil
                    ? "this is the list of products; load package.txt, and name this file with --products"
                    : "the first line must name the columns of package.txt: PRODUCTNDC, NDCPACKAGECODE and so on"
            )
        }
        return Columns(
            count: max(package, product, words, start, stop) + 1, names: names, package: package,
            product: product,
            words: words, start: start, stop: stop)
    }

    private func day(_ text: String, _ line: CodeFileLine) throws(X12Error) -> CalendarDate? {
        if text.isEmpty { return nil }
        guard let day = CalendarDate(x12: text) else { throw line.fault("a day must be CCYYMMDD, or empty") }
        return day
    }

    /// The package as claims carry it; `nil` when its parts have other lengths.
    ///
    /// Ten digits without hyphens could be of several packages.
    static func elevenDigits(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else {
            return nil
        }
        switch (parts[0].utf8.count, parts[1].utf8.count, parts[2].utf8.count) {
        case (4, 4, 2): return "0\(parts[0])\(parts[1])\(parts[2])"
        case (5, 3, 2): return "\(parts[0])0\(parts[1])\(parts[2])"
        case (5, 4, 1): return "\(parts[0])\(parts[1])0\(parts[2])"
        case (5, 4, 2): return "\(parts[0])\(parts[1])\(parts[2])"
        default: return nil
        }
    }
}
