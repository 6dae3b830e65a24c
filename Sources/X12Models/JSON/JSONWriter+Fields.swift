internal import X12Text

/// Fields written at once, name and value together, for whoever makes objects of bytes (``BlockTranscoder``).
///
/// Each value is followed by a comma, which the end of the object or list takes back. So nothing has to be remembered from one
/// field to the next: what was written last says whether an object is empty. Between ``beginFields()`` and ``endFields()``
/// nothing else is to be written; the form is the compact one.
extension JSONWriter {
    /// How many bytes are written behind a value at most, by copies that end where it suits them.
    private static var slack: Int { 40 }

    /// Begins such fields in the object that is open.
    mutating func beginFields() {
        assert(depth > 0, "fields stand in an object")
        if needsComma { append(UInt8(ascii: ",")) }
        needsComma = false
    }

    /// Ends them; the object can be ended now, or have other fields behind them.
    mutating func endFields() {
        guard (target - 1).pointee == UInt8(ascii: ",") else { return }
        rewind(toCount: count &- 1)
        needsComma = true
    }

    /// Writes `"name":{` or `"name":[`.
    ///
    /// - Returns: where the field begins, to be given to ``endField(_:from:)``.
    @inline(__always)
    mutating func beginField(_ name: StaticString, _ bracket: Unicode.Scalar) -> Int {
        let start = count
        let length = name.utf8CodeUnitCount
        reserve(length &+ Self.slack)
        write(name, opening: UInt8(truncatingIfNeeded: bracket.value), to: target)
        advance(length &+ 4)
        return start
    }

    /// Ends an object or list, or takes its field back when nothing was written into it.
    @inline(__always)
    mutating func endField(_ bracket: Unicode.Scalar, from start: Int) {
        if (target - 1).pointee == UInt8(ascii: ",") {
            close(UInt8(truncatingIfNeeded: bracket.value))
        } else {
            rewind(toCount: start)
        }
    }

    /// Begins an object in a list.
    @inline(__always)
    mutating func beginElement() { append(UInt8(ascii: "{")) }

    /// Ends an object in a list, where an empty one stands for what is not there.
    @inline(__always)
    mutating func endElement() { close(UInt8(ascii: "}")) }

    /// Puts a bracket in the place of the comma behind the last value, and a comma behind it.
    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        reserve(2)
        if (target - 1).pointee == UInt8(ascii: ",") { rewind(toCount: count &- 1) }
        target[0] = bracket
        target[1] = UInt8(ascii: ",")
        advance(2)
    }

    // MARK: - Values

    /// Writes a field with plain text: ASCII, nothing in it to be escaped, 16 readable bytes behind it.
    @inline(__always)
    mutating func field(_ name: StaticString, plain text: UnsafeBufferPointer<UInt8>) {
        let length = name.utf8CodeUnitCount
        reserve(length &+ text.count &+ Self.slack)
        let target = target
        write(name, opening: UInt8(ascii: "\""), to: target)
        Self.copyBlindly(text, to: target + (length &+ 4))
        Self.endText(target + (length &+ 4 &+ text.count))
        advance(length &+ text.count &+ 6)
    }

    /// Writes a field with text.
    ///
    /// - Returns: `false`, and nothing written, when it is not UTF-8.
    mutating func field(_ name: StaticString, text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard JSONScanner.isUTF8(text) else { return false }
        beginValue(of: name)
        appendQuoted(utf8: text)
        append(UInt8(ascii: ","))
        return true
    }

    /// Writes a field with text that was not UTF-8.
    mutating func field(_ name: StaticString, text: String) {
        beginValue(of: name)
        var text = text
        text.withUTF8 { appendQuoted(utf8: $0) }
        append(UInt8(ascii: ","))
    }

    /// Writes a text of a list, plain as for ``field(_:plain:)``.
    @inline(__always)
    mutating func element(plain text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count + Self.slack)
        let target = target
        target[0] = UInt8(ascii: "\"")
        Self.copyBlindly(text, to: target + 1)
        Self.endText(target + 1 + text.count)
        advance(text.count + 3)
    }

    /// Writes a text of a list.
    ///
    /// - Returns: `false`, and nothing written, when it is not UTF-8.
    mutating func element(text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard JSONScanner.isUTF8(text) else { return false }
        appendQuoted(utf8: text)
        append(UInt8(ascii: ","))
        return true
    }

    /// Writes a field with a decimal that is spelled as X12 spells it, which has no zero before the point (``ExactDecimal``).
    @inline(__always)
    mutating func field(_ name: StaticString, decimal: UnsafeBufferPointer<UInt8>) {
        guard
            decimal[0] == UInt8(ascii: ".")
                || decimal[0] == UInt8(ascii: "-") && decimal[1] == UInt8(ascii: ".")
        else { return field(name, plain: decimal) }
        fieldBelowOne(name, decimal)
    }

    private mutating func fieldBelowOne(_ name: StaticString, _ decimal: UnsafeBufferPointer<UInt8>) {
        made(name, atMost: decimal.count + 1) { target in
            let sign = decimal[0] == UInt8(ascii: "-") ? 1 : 0
            target[0] = decimal[0]
            target[sign] = UInt8(ascii: "0")
            for index in sign..<decimal.count { target[index + 1] = decimal[index] }
            return decimal.count + 1
        }
    }

    /// Writes a field with a whole number, given by its digits.
    mutating func field(_ name: StaticString, digits: UnsafeBufferPointer<UInt8>) {
        beginValue(of: name)
        reserve(digits.count + Self.slack)
        Self.copyBlindly(digits, to: target)
        target[digits.count] = UInt8(ascii: ",")
        advance(digits.count + 1)
    }

    /// Writes a field with a decimal.
    mutating func field(_ name: StaticString, decimal: ExactDecimal) {
        made(name, atMost: ExactDecimal.maximumBytes) { decimal.write(to: $0) }
    }

    /// Writes a field with a whole number.
    mutating func field(_ name: StaticString, integer: Int) {
        beginValue(of: name)
        for digit in String(integer).utf8 { append(digit) }
        append(UInt8(ascii: ","))
    }

    /// Writes a field with a day.
    mutating func field(_ name: StaticString, date: CalendarDate) {
        made(name, atMost: 10) { date.writeISO(to: $0) }
    }

    /// Writes a field with a time.
    mutating func field(_ name: StaticString, time: ClockTime) {
        made(name, atMost: 11) { time.writeISO(to: $0) }
    }

    /// Writes a field with a period.
    mutating func field(_ name: StaticString, period: DateTimePeriod) {
        made(name, atMost: DateTimePeriod.maximumBytes) { period.writeISO(to: $0) }
    }

    /// Writes a field with bytes in Base64.
    mutating func field(_ name: StaticString, base64 bytes: UnsafeBufferPointer<UInt8>) {
        beginValue(of: name)
        needsComma = false
        base64(bytes)
        append(UInt8(ascii: ","))
    }

    /// Writes a field that says `true`.
    mutating func trueField(_ name: StaticString) {
        beginValue(of: name)
        for byte in [UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "e")] {
            append(byte)
        }
        append(UInt8(ascii: ","))
    }

    // MARK: - Bytes

    /// Writes a field with the ASCII text that `make` writes, saying how many bytes there are.
    @inline(__always)
    private mutating func made(
        _ name: StaticString, atMost most: Int, _ make: (UnsafeMutablePointer<UInt8>) -> Int
    ) {
        let length = name.utf8CodeUnitCount
        reserve(length &+ most &+ Self.slack)
        let target = target
        write(name, opening: UInt8(ascii: "\""), to: target)
        let count = make(target + (length &+ 4))
        Self.endText(target + (length &+ 4 &+ count))
        advance(length &+ count &+ 6)
    }

    /// Writes `"name":`.
    private mutating func beginValue(of name: StaticString) {
        reserve(name.utf8CodeUnitCount + Self.slack)
        write(name, opening: 0, to: target)
        advance(name.utf8CodeUnitCount + 3)
    }

    /// Writes `"name":` and one byte more.
    @inline(__always)
    private func write(_ name: StaticString, opening: UInt8, to target: UnsafeMutablePointer<UInt8>) {
        let length = name.utf8CodeUnitCount
        target[0] = UInt8(ascii: "\"")
        Self.copy(name.utf8Start, to: target + 1, count: length)
        let colon = UInt32(UInt8(ascii: "\"")) | UInt32(UInt8(ascii: ":")) &<< 8 | UInt32(opening) &<< 16
        UnsafeMutableRawPointer(target + (length &+ 1)).storeBytes(of: colon.littleEndian, as: UInt32.self)
    }

    /// Writes `",`.
    @inline(__always)
    private static func endText(_ target: UnsafeMutablePointer<UInt8>) {
        let end = UInt16(UInt8(ascii: "\"")) | UInt16(UInt8(ascii: ",")) &<< 8
        UnsafeMutableRawPointer(target).storeBytes(of: end.littleEndian, as: UInt16.self)
    }

    /// Copies 16 bytes at a time, up to 15 more than there are.
    @inline(__always)
    private static func copyBlindly(
        _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) {
        guard let start = source.baseAddress else { return }
        let from = UnsafeRawPointer(start)
        let to = UnsafeMutableRawPointer(target)
        var index = 0
        repeat {
            to.storeBytes(
                of: from.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self), toByteOffset: index,
                as: SIMD16<UInt8>.self)
            index &+= 16
        } while index < source.count
    }
}
