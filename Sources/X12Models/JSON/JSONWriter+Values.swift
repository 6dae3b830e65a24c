package import X12Text

extension JSONWriter {
    /// Writes a string, escaped by RFC 8259 §7.
    package mutating func string(_ text: String) {
        if ShortText.isKnown {
            let (low, high) = ShortText.words(text)
            let count = ShortText.count(high)
            if count >= 0, shortString(low, high, count) { return }
        }
        beginValue(0)
        appendQuoted(text)
    }

    /// Writes a text of up to 15 bytes, given by the two words it is kept in; `false`, and nothing written, when
    /// something in it is to be escaped.
    @inline(__always)
    private mutating func shortString(_ low: UInt64, _ high: UInt64, _ count: Int) -> Bool {
        // Zeros behind the text, and the count in the last byte, are taken for blanks.
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let lowBits = UInt64(truncatingIfNeeded: 8 &* min(count, 8))
        let highBits = UInt64(truncatingIfNeeded: 8 &* max(count &- 8, 0))
        let lowBlanks = count >= 8 ? 0 : blanks &<< lowBits
        let text = high & ((1 &<< highBits) &- 1)
        guard JSONScanner.marks(low | lowBlanks) | JSONScanner.marks(text | blanks &<< highBits) == 0 else {
            return false
        }
        beginValue(18)
        let room = UnsafeMutableRawPointer(target)
        room.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
        room.storeBytes(of: low, toByteOffset: 1, as: UInt64.self)
        room.storeBytes(of: text, toByteOffset: 9, as: UInt64.self)
        room.storeBytes(of: UInt8(ascii: "\""), toByteOffset: count &+ 1, as: UInt8.self)
        advance(count &+ 2)
        return true
    }

    /// Writes bytes as a string.
    ///
    /// - Returns: `false`, and nothing written, when they are not UTF-8; ``base64(_:)`` can take them.
    package mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard JSONScanner.isUTF8(bytes) else { return false }
        beginValue(0)
        appendQuoted(utf8: bytes)
        return true
    }

    /// Writes bytes as a string in Base64.
    package mutating func base64(_ bytes: UnsafeBufferPointer<UInt8>) {
        made { Base64.encode(bytes, to: &$0) }
    }

    /// Writes a day as a string: `"2026-02-20"`.
    package mutating func date(_ date: CalendarDate) { made(10) { date.writeISO(to: $0) } }

    /// Writes a time as a string, as fine as it is: `"09:30"`.
    package mutating func time(_ time: ClockTime) { made(11) { time.writeISO(to: $0) } }

    /// Writes a period as a string: `"2026-02-20/2026-02-25"`.
    package mutating func period(_ period: DateTimePeriod) {
        made(DateTimePeriod.maximumBytes) { period.writeISO(to: $0) }
    }

    /// Writes an exact decimal, as a string so that no reader rounds it: `"12.5"`.
    package mutating func decimal(_ number: ExactDecimal) {
        made(ExactDecimal.maximumBytes) { number.write(to: $0) }
    }

    /// Writes a whole number.
    package mutating func integer(_ number: Int) {
        // 20 bytes hold the longest one, -9223372036854775808; the digits are written from the back.
        beginValue(20)
        var rest = number.magnitude
        var start = 20
        repeat {
            start -= 1
            target[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 {
            start -= 1
            target[start] = UInt8(ascii: "-")
        }
        target.update(from: target + start, count: 20 - start)
        advance(20 - start)
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

    /// Writes `null`.
    package mutating func null() { word("null") }

    // MARK: - Bytes

    mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted(utf8: $0) }
    }

    /// Writes, as a string, the ASCII text of at most so many bytes that `make` writes, saying how many there are.
    @inline(__always)
    private mutating func made(_ most: Int, _ make: (UnsafeMutablePointer<UInt8>) -> Int) {
        beginValue(most + 2)
        target[0] = UInt8(ascii: "\"")
        let length = make(target + 1)
        target[length + 1] = UInt8(ascii: "\"")
        advance(length + 2)
    }

    /// Writes, as a string, the ASCII text that `make` appends.
    @inline(__always)
    private mutating func made(_ make: (inout [UInt8]) -> Void) {
        scratch.removeAll(keepingCapacity: true)
        make(&scratch)
        beginValue(scratch.count + 2)
        let (length, target) = (scratch.count, target)
        target[0] = UInt8(ascii: "\"")
        scratch.withUnsafeBufferPointer { text in
            if let base = text.baseAddress { (target + 1).update(from: base, count: length) }
        }
        target[length + 1] = UInt8(ascii: "\"")
        advance(length + 2)
    }

    private mutating func word(_ word: StaticString) {
        beginValue(word.utf8CodeUnitCount)
        target.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
        advance(word.utf8CodeUnitCount)
    }

    /// Writes the bytes eight at a time as long as none of them needs an escape.
    mutating func appendQuoted(utf8 source: UnsafeBufferPointer<UInt8>) {
        // Room for the quotes, and for one escape behind any byte: `appendEscaped` makes room for the rest.
        reserve(source.count + 8)
        append(UInt8(ascii: "\""))
        var index = 0
        if let base = source.baseAddress {
            while index < source.count {
                index += copyPlain(base + index, count: source.count - index)
                guard index < source.count else { break }
                appendEscaped(base[index], thenRoomFor: source.count - index)
                index += 1
            }
        }
        append(UInt8(ascii: "\""))
    }

    /// Copies bytes up to the first that needs an escape; the room is there.
    @inline(__always)
    private mutating func copyPlain(_ source: UnsafePointer<UInt8>, count: Int) -> Int {
        var index = 0
        let target = target
        while count - index >= 8 {
            let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            guard JSONScanner.marks(UInt64(littleEndian: word)) == 0 else { break }
            UnsafeMutableRawPointer(target + index).storeBytes(of: word, as: UInt64.self)
            index += 8
        }
        while index < count {
            let byte = source[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            target[index] = byte
            index += 1
        }
        advance(index)
        return index
    }

    private mutating func appendEscaped(_ byte: UInt8, thenRoomFor rest: Int) {
        reserve(rest + 8)
        let short: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            default: nil
            }
        append(UInt8(ascii: "\\"))
        if let short { return append(short) }
        for digit in [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), UInt8(ascii: "0") + byte >> 4]
        {
            append(digit)
        }
        let low = byte & 0xF
        append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
}
