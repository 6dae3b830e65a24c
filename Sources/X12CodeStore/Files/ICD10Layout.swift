internal import X12Diagnostics
internal import X12Grammar

/// ICD-10-CM and ICD-10-PCS: the order file, or the file of valid codes alone.
///
/// The order file (`icd10cm_order_2026.txt`) has a number in columns 1 to 5, the code in 7 to 13, 0 for a heading or 1
/// for a valid code in 15, a short description in 17 to 76, a long one from 78 on. The codes file
/// (`icd10cm_codes_2026.txt`) has the code in columns 1 to 7 and its description from 9 on. Which of them it is, the first
/// line tells. Addenda list changes only and are no code set.
struct ICD10Layout: CodeFileLayout {
    private enum Kind { case order, codes }

    private let isProcedure: Bool
    private var kind: Kind?
    private var lastNumber = 0

    init(isProcedure: Bool) { self.isProcedure = isProcedure }

    mutating func read(_ line: CodeFileLine) throws(X12Error) -> CodeRow? {
        switch kind ?? Self.kind(of: line) {
        case .order:
            kind = .order
            return try readOrder(line)
        case .codes:
            kind = .codes
            return try readCode(line)
        }
    }

    private static func kind(of line: CodeFileLine) -> Kind {
        let isNumbered = (1...5).allSatisfy { isDigit(line.byte($0)) } && line.byte(6) == UInt8(ascii: " ")
        return isNumbered ? .order : .codes
    }

    private mutating func readOrder(_ line: CodeFileLine) throws(X12Error) -> CodeRow {
        guard let number = Int(line.text(1, 5)), line.byte(6) == UInt8(ascii: " "), number > lastNumber else {
            throw line.fault("columns 1 to 5 must be an order number, higher than the one before")
        }
        lastNumber = number
        let flag = line.byte(15)
        guard line.byte(14) == UInt8(ascii: " "), flag == UInt8(ascii: "0") || flag == UInt8(ascii: "1")
        else {
            throw line.fault("column 15 must be 0 for a heading or 1 for a valid code")
        }
        let isHeading = flag == UInt8(ascii: "0")
        let long = line.text(78)
        let label = long.isEmpty ? line.text(17, 76) : long
        return CodeRow(
            code: try code(line, 7, 13, isHeading), listed: ListedCode(label, isHeading: isHeading),
            line: line)
    }

    private func readCode(_ line: CodeFileLine) throws(X12Error) -> CodeRow {
        guard line.byte(8) == UInt8(ascii: " ") else {
            throw line.fault("column 8 must be blank between the code and its description")
        }
        return CodeRow(code: try code(line, 1, 7, false), listed: ListedCode(line.text(9)), line: line)
    }

    private func code(
        _ line: CodeFileLine, _ first: Int, _ last: Int, _ isHeading: Bool
    ) throws(X12Error) -> String {
        let code = line.text(first, last)
        guard isProcedure ? Self.isProcedure(code, isHeading) : Self.isDiagnosis(code) else {
            let form =
                isProcedure
                ? "seven letters and digits without I and O, three in a heading"
                : "a letter, a digit and up to five more, without a point"
            throw line.fault("columns \(first) to \(last) must be a code: \(form)")
        }
        return code
    }

    private static func isDiagnosis(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        return 3...7 ~= bytes.count && isLetter(bytes[0]) && isDigit(bytes[1])
            && bytes.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isProcedure(_ code: String, _ isHeading: Bool) -> Bool {
        let length = code.utf8.count
        return (isHeading ? 1...7 ~= length : length == 7)
            && code.utf8.allSatisfy {
                (isLetter($0) || isDigit($0)) && $0 != UInt8(ascii: "I") && $0 != UInt8(ascii: "O")
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }
}
