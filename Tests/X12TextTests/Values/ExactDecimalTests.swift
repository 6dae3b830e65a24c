import Testing
import X12Text

@Suite("Exact decimal")
struct ExactDecimalTests {
    static func parse(_ text: String) -> (value: ExactDecimal, isCanonical: Bool)? {
        Array(text.utf8).withUnsafeBufferPointer { ExactDecimal.parse($0) }
    }

    @Test(
        "canonical spellings come back as they were",
        arguments: [
            "0", "1", "100", "0.5", "-12.3", "180", "-0.07", "10.01", "999999999999999999",
            "-999999999999999999", "0.000000000000000001", "0.999999999999999999", "-0.1", "1000.0001",
        ])
    func canonical(text: String) throws {
        let parsed = try #require(Self.parse(text))
        #expect(parsed.isCanonical)
        #expect(parsed.value.description == text)
    }

    @Test(
        "other spellings have the same value and are not canonical",
        arguments: [
            ("100.00", "100"), (".5", "0.5"), ("5.", "5"), ("007", "7"), ("-0", "0"), ("-0.00", "0"),
            ("00", "0"),
            ("0.0", "0"), ("-.5", "-0.5"), ("-5.", "-5"), ("1.10", "1.1"), ("00.10", "0.1"), (".0", "0"),
            ("0.", "0"),
            ("999999999999999999.0", "999999999999999999"), ("1.0000000000000000000000", "1"),
            ("0000000000000000000000001", "1"),
        ])
    func otherSpellings(text: String, canonical: String) throws {
        let parsed = try #require(Self.parse(text))
        #expect(!parsed.isCanonical)
        #expect(parsed.value.description == canonical)
        #expect(parsed.value == ExactDecimal(canonical))
    }

    @Test(
        "what is no number is refused",
        arguments: [
            "", "-", ".", "-.", "+1", "1e3", "1E3", "1,000", " 1", "1 ", " ", "1.2.3", "--1", "1-", "$1",
            "NaN",
            "1000000000000000000", "0.0000000000000000001", "1.000000000000000001", "99999999999999999999",
            "\u{0661}", "1\0", "123456789012345678.9",
        ])
    func refused(text: String) {
        #expect(Self.parse(text) == nil)
        #expect(ExactDecimal(text) == nil)
    }

    @Test("value, not spelling, decides what is equal and hashes alike")
    func equality() {
        #expect(ExactDecimal("100") == ExactDecimal("100.00"))
        #expect(ExactDecimal("100")?.hashValue == ExactDecimal("100.00")?.hashValue)
        #expect(ExactDecimal(significand: 10_000, scale: 2) == 100)
        #expect(ExactDecimal("-0") == 0)
        #expect(ExactDecimal("0.1") != ExactDecimal("0.01"))
        #expect(ExactDecimal(significand: 5, scale: 19) == nil)
        #expect(ExactDecimal(significand: 5, scale: -1) == nil)
        #expect(ExactDecimal(significand: 0, scale: 400) == 0)
        #expect(ExactDecimal(exactly: Int.max) == nil)
    }

    @Test("smaller values come first, whatever their scale")
    func order() {
        let texts = [
            "-999999999999999999", "-100", "-99.99", "-0.000000000000000001", "0", "0.000000000000000001",
            "0.09",
            "0.1", "1", "99.99", "100", "999999999999999.999", "999999999999999999",
        ]
        let values = texts.compactMap { ExactDecimal($0) }
        #expect(values.count == texts.count)
        for left in values.indices {
            for right in values.indices { #expect((values[left] < values[right]) == (left < right)) }
        }
    }

    @Test("sums, differences and products are exact")
    func arithmetic() throws {
        let tenth = try #require(ExactDecimal("0.1"))
        let fifth = try #require(ExactDecimal("0.2"))
        #expect((tenth + fifth).description == "0.3")
        #expect((tenth - fifth).description == "-0.1")
        #expect((tenth - tenth) == .zero)
        #expect((tenth + (ExactDecimal("0.9") ?? 0)).description == "1")
        #expect(tenth.multiplied(by: fifth)?.description == "0.02")
        #expect(ExactDecimal("12.5")?.multiplied(by: 8)?.description == "100")
        #expect(ExactDecimal("-1.5")?.multiplied(by: tenth)?.description == "-0.15")
        #expect(ExactDecimal("-1.5")?.magnitude.description == "1.5")
        #expect(
            ExactDecimal("0.000000005")?.multiplied(by: ExactDecimal("0.000000002") ?? 0)?.description
                == "0.00000000000000001")
    }

    @Test("a result of more than 18 digits is none")
    func overflow() throws {
        let largest = try #require(ExactDecimal("999999999999999999"))
        let smallest = try #require(ExactDecimal("0.000000000000000001"))
        #expect(largest.adding(1) == nil)
        #expect((-largest).subtracting(1) == nil)
        #expect(largest.adding(smallest) == nil)
        #expect(largest.adding(-1)?.description == "999999999999999998")
        #expect(ExactDecimal(1).subtracting(smallest)?.description == "0.999999999999999999")
        #expect(largest.multiplied(by: 2) == nil)
        #expect(largest.multiplied(by: largest) == nil)
        #expect(smallest.multiplied(by: smallest) == nil)
        #expect(largest.multiplied(by: 0) == 0)
    }

    @Test("any value written is read back as itself and as canonical", arguments: [UInt64(1), 2, 3])
    func roundTrip(seed: UInt64) throws {
        var random = ValueRandom(seed: seed)
        for _ in 0..<2_000 {
            let bound = Int64(1) << Int64.random(in: 0...59, using: &random)
            let significand = Int64.random(in: -bound...bound, using: &random)
            let scale = Int.random(in: 0...18, using: &random)
            let value = try #require(ExactDecimal(significand: significand, scale: scale))
            let parsed = try #require(Self.parse(value.description))
            #expect(parsed.isCanonical && parsed.value == value, "seed \(seed): \(value)")
        }
    }

    @Test("any spelling is canonical exactly when it is written back the same", arguments: [UInt64(4), 5, 6])
    func spellings(seed: UInt64) {
        var random = ValueRandom(seed: seed)
        let alphabet = Array("0001259.-".utf8)
        var taken = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...6, using: &random)
            let text = String(
                decoding: (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }, as: UTF8.self
            )
            guard let parsed = Self.parse(text) else { continue }
            taken += 1
            #expect(parsed.isCanonical == (parsed.value.description == text), "seed \(seed): \(text)")
        }
        #expect(taken > 5_000)
    }

    @Test("sums agree with whole-number arithmetic", arguments: [UInt64(7), 8])
    func sums(seed: UInt64) throws {
        var random = ValueRandom(seed: seed)
        for _ in 0..<2_000 {
            let left = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let right = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let first = try #require(ExactDecimal(significand: left, scale: 2))
            let second = try #require(ExactDecimal(significand: right, scale: 2))
            #expect(first.adding(second) == ExactDecimal(significand: left + right, scale: 2))
            #expect(first.subtracting(second) == ExactDecimal(significand: left - right, scale: 2))
            #expect(first.multiplied(by: second) == ExactDecimal(significand: left * right, scale: 4))
            #expect((first < second) == (left < right))
        }
    }

    @Test("a span is read as a buffer is")
    func span() {
        let bytes = Array("12.50".utf8)
        #expect(ExactDecimal.parse(bytes.span)?.value == ExactDecimal("12.5"))
        #expect(ExactDecimal.parse(bytes.span)?.isCanonical == false)
    }
}

@Suite("Exact decimals as X12")
struct ExactDecimalX12Tests {
    @Test(
        "a zero before the point is left out, and no other",
        arguments: [
            ("0.5", ".5"), ("-0.07", "-.07"), ("0", "0"), ("10.5", "10.5"), ("100", "100"), ("-3", "-3"),
            ("0.000000000000000001", ".000000000000000001"),
        ])
    func spelling(canonical: String, x12: String) throws {
        let value = try #require(ExactDecimal(canonical))
        #expect(String(decoding: value.x12, as: UTF8.self) == x12)
        #expect(ExactDecimal(x12) == value)
    }

    /// Reads in one step what is spelled as it is written; 16 bytes behind it are there, as behind a block's.
    static func parseCanonicalX12(_ text: String) -> ExactDecimal? {
        (Array(text.utf8) + Array(repeating: 0, count: 16)).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.flatMap { ExactDecimal.parseCanonicalX12($0, text.utf8.count) }
        }
    }

    @Test("what is spelled as X12 is written is read in one step, and nothing else is")
    func canonicalX12() {
        var random = ValueRandom(seed: 7)
        let letters = Array("0001234567899.-")
        var taken = 0
        for _ in 0..<50_000 {
            let length = Int.random(in: 0...19, using: &random) % (Bool.random(using: &random) ? 5 : 20)
            let text = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "0" })
            let parsed = ExactDecimalTests.parse(text)?.value
            let isCanonical = parsed.map { Array(text.utf8) == $0.x12 } ?? false
            #expect(Self.parseCanonicalX12(text) == (isCanonical && length <= 17 ? parsed : nil), "\(text)")
            if isCanonical { taken += 1 }
        }
        #expect(taken > 5_000)
    }
}
