internal import X12Diagnostics
internal import X12Text

/// What the products of the NDC directory are called: `product.txt` of the FDA.
enum ProductNames {
    /// Reads the names, by PRODUCTNDC: the proprietary name, or else the other.
    ///
    /// - Throws: `.malformedCodes` with the line that has another layout; what the source throws.
    static func read(_ source: consuming ByteSource) throws(X12Error) -> [String: String] {
        var lines = CodeFileLines(source)
        var names: [String: String] = [:]
        guard let first = try lines.next() else {
            throw CodeFileLine(number: 1, bytes: []).fault("the file is empty")
        }
        let columns = DelimitedColumns(try DelimitedLine(first, separator: UInt8(ascii: "\t")))
        guard let product = columns.place("PRODUCTNDC"), let brand = columns.place("PROPRIETARYNAME"),
            let substance = columns.place("NONPROPRIETARYNAME")
        else {
            throw first.fault(
                "the first line must name the columns of product.txt: PRODUCTNDC, PROPRIETARYNAME and so on")
        }
        while let line = try lines.next() {
            let row = try DelimitedLine(line, separator: UInt8(ascii: "\t"))
            guard row.fields.count > max(product, brand, substance) else {
                throw line.fault("\(row.fields.count) columns, but the first line has \(columns.count)")
            }
            let name = row.fields[brand].isEmpty ? row.fields[substance] : row.fields[brand]
            names[row.fields[product]] = name
        }
        return names
    }
}
