import Testing
import X12Text

@Suite("Sum of amounts")
struct MoneySumTests {
    private static func sum(_ amounts: [String?]) -> ExactDecimal? {
        var sum = MoneySum()
        for amount in amounts { sum.add(amount.flatMap { ExactDecimal($0) }) }
        return sum.value
    }

    @Test(
        "amounts add up exactly, also below a cent",
        arguments: [
            ([], "0"), (["100", "0.1", "0.05"], "100.15"), (["0.1", "0.2"], "0.3"),
            (["12.345", "-0.005"], "12.34"),
            (["80", "-80"], "0"), (["0.001", "0.009", "0.99"], "1"),
            (["99999999999999.99", "0.01"], "100000000000000"),
            (["9999999999999999.99", "9999999999999999.99", "-9999999999999999.99"], "9999999999999999.99"),
        ])
    func exact(amounts: [String], total: String) {
        #expect(Self.sum(amounts) == ExactDecimal(total))
    }

    @Test("with an amount that is not known, or past what a decimal holds, the sum is not known")
    func unknown() {
        #expect(Self.sum(["1", nil, "2"]) == nil)
        #expect(Self.sum(["999999999999999999", "1"]) == nil)
        #expect(Self.sum(["0.000000000000000001", "999999999999999999"]) == nil)
        #expect(Self.sum(Array(repeating: "9999999999999999.99", count: 10)) == nil)
    }

    @Test("sums add up to a sum, and an unknown one makes it unknown")
    func sums() {
        var one = MoneySum()
        one.add(ExactDecimal("1.25"))
        var all = one
        all.add(one)
        #expect(all.value == ExactDecimal("2.5"))
        one.add(nil)
        all.add(one)
        #expect(all.value == nil)
    }
}
