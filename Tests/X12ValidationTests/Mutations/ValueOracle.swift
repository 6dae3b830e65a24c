import X12Grammar
import X12Specs

/// What is wrong with one value, told from the rules of the element alone: slow and plain, for tests.
///
/// Written from the rules catalogue (ENV-TYPE-*, ENV-MIN-MAX-LEN, ENV-DATE-QUAL, ENV-MONEY-SCALE, GDE-CODE-*),
/// without a look at how the product does it.
struct ValueOracle {
    let guide: Guide
    let rule: ElementRule
    /// The code that says how a period (element 1251) is written.
    let format: String

    /// The rule that the value breaks; `nil` when it breaks none.
    func broken(by value: String) -> String? {
        if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value > 0x7E }) {
            return "ENV-CHARSET"
        }
        if rule.codes >= 0 { return code(value) }
        if rule.dataElement == "1251", let broken = period(value) { return broken }
        switch rule.type {
        case .identifier: return value != value.uppercased() ? "ENV-TYPE-ID" : length(value.count)
        case .integer, .implied2: return wholeNumber(value)
        case .decimal: return decimal(value)
        case .date: return isDigits(value) && value.count != 8 ? "ENV-MIN-MAX-LEN" : date(value)
        case .time: return length(value.count) ?? (isTime(value) ? nil : "ENV-TYPE-DT-TM")
        case .text, .binary, .composite: return text(value)
        }
    }

    private func code(_ value: String) -> String? {
        let allowed = guide.codeLists[rule.codes]
        if allowed.contains(value) { return nil }
        if allowed.contains(value.uppercased()) { return "ENV-TYPE-ID" }
        let listed = X12Specs.dictionary.codes(of: rule.dataElement) ?? []
        return listed.contains(value[...]) ? "GDE-CODE-NOTUSED" : "GDE-CODE-BAD"
    }

    private func text(_ value: String) -> String? {
        if value.allSatisfy({ $0 == " " }) { return "ENV-TYPE-AN" }
        if let broken = length(value.count) { return broken }
        return value.hasSuffix(" ") && value.count > rule.minimumLength ? "ENV-TYPE-AN" : nil
    }

    private func wholeNumber(_ value: String) -> String? {
        let digits = value.hasPrefix("-") ? String(value.dropFirst()) : value
        guard !digits.isEmpty, isDigits(digits) else { return "ENV-TYPE-N" }
        if let broken = length(digits.count) { return broken }
        return digits.hasPrefix("0") && digits.count > rule.minimumLength ? "ENV-TYPE-N" : nil
    }

    private func decimal(_ value: String) -> String? {
        let unsigned = value.hasPrefix("-") ? String(value.dropFirst()) : value
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let digits = parts.joined()
        guard parts.count <= 2, !digits.isEmpty, isDigits(digits) else { return "ENV-TYPE-R" }
        if digits.count > rule.maximumLength { return "ENV-MIN-MAX-LEN" }
        let fraction = parts.count == 2 ? parts[1] : ""
        if rule.dataElement == "782" {
            // At most 99999999.99.
            if fraction.count > 2 || parts[0].count > 8 { return "ENV-MONEY-SCALE" }
        } else if let broken = length(digits.count) {
            return broken
        }
        let isMinusZero = value.hasPrefix("-") && digits.allSatisfy { $0 == "0" }
        let saysNothing =
            parts[0].count > 1 && parts[0].hasPrefix("0") || fraction.hasSuffix("0") || isMinusZero
        return saysNothing || parts.count == 2 && fraction.isEmpty ? "ENV-TYPE-R" : nil
    }

    private func period(_ value: String) -> String? {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        switch format {
        case "D8": return isDate(value) ? nil : "ENV-DATE-QUAL"
        case "RD8":
            let isRange = parts.count == 2 && parts.allSatisfy(isDate) && parts[0] <= parts[1]
            return isRange ? nil : "ENV-DATE-QUAL"
        default: return nil
        }
    }

    private func date(_ value: String) -> String? { isDate(value) ? nil : "ENV-TYPE-DT-TM" }

    private func length(_ count: Int) -> String? {
        let most = rule.guideMaximumLength > 0 ? rule.guideMaximumLength : rule.maximumLength
        return (rule.minimumLength...most).contains(count) ? nil : "ENV-MIN-MAX-LEN"
    }

    private func isDigits(_ text: String) -> Bool { text.allSatisfy { $0.isASCII && $0.isNumber } }

    private func isDate(_ text: String) -> Bool {
        guard text.count == 8, isDigits(text), let number = Int(text) else { return false }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year > 0 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    private func isTime(_ text: String) -> Bool {
        guard [4, 6, 7, 8].contains(text.count), isDigits(text) else { return false }
        let pairs = stride(from: 0, to: min(6, text.count), by: 2).map {
            Int(text.dropFirst($0).prefix(2)) ?? 99
        }
        return zip(pairs, [23, 59, 59]).allSatisfy { $0 <= $1 }
    }
}
