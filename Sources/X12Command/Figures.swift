internal import X12Parser
internal import X12Text

/// Numbers as a person reads them.
enum Figures {
    /// `1 claim`, `2 claims`, `1,200 claims`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(String(number))) \(number == 1 ? one : many ?? one + "s")"
    }

    /// A count with its thousands set apart.
    static func plain(_ number: Int) -> String { grouped(String(number)) }

    /// An amount with at least two digits behind the point and its thousands set apart: `1,234.50`.
    static func money(_ amount: ExactDecimal) -> String {
        let parts = amount.magnitude.description.split(separator: ".")
        let whole = parts.first.map(String.init) ?? "0"
        var cents = parts.count > 1 ? String(parts[1]) : ""
        while cents.count < 2 { cents += "0" }
        return (amount.isNegative ? "-" : "") + grouped(whole) + "." + cents
    }

    /// A sum, or what keeps it from being one.
    static func money(_ total: MoneyTotal) -> String { total.sum.map(money) ?? "too large" }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, digit != "-", (digits.count - index) % 3 == 0, result != "-" { result += "," }
            result.append(digit)
        }
        return result
    }
}
