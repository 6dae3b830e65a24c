extension SplitMix64 {
    /// A national provider identifier with a right check digit.
    ///
    /// The Luhn digit over the nine digits with the card prefix 80840 in front, which adds 24 to the sum.
    package mutating func providerIdentifier() -> String {
        let nine = digits(number(in: 100_000_000...299_999_999), 9)
        var sum = 24
        for (position, digit) in nine.utf8.enumerated() {
            let value = Int(digit - UInt8(ascii: "0"))
            let weighted = position.isMultiple(of: 2) ? value * 2 : value
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return nine + String((10 - sum % 10) % 10)
    }

    /// A telephone number of the range kept for fiction.
    package mutating func telephone() -> String {
        pick(["217", "608", "520", "937", "518"]) + "55501" + digits(number(in: 0...99), 2)
    }

    /// An employer's identification number of nine digits.
    package mutating func taxIdentifier() -> String {
        digits(number(in: 100_000_000...989_999_999), 9)
    }

    /// A day in `years` as `yyyymmdd`; the 29th to 31st never come, so that every month has it.
    package mutating func date(inYears years: ClosedRange<Int>) -> String {
        digits(number(in: years), 4) + digits(number(in: 1...12), 2) + digits(number(in: 1...28), 2)
    }

    /// A day of service in the half year before generated files are dated.
    package mutating func serviceDate() -> String {
        pick(["202509", "202510", "202511", "202512", "202601"]) + digits(number(in: 1...28), 2)
    }
}
