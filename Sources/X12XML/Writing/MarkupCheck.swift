/// The look for characters that XML has other uses for.
enum MarkupCheck {
    /// Whether there is one of the four characters that XML has other uses for; up to 16 bytes more are read.
    static func hasMarkup(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        // Two pairs that differ in one bit each: " and &, < and >.
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let quoteBits = SIMD16<UInt8>(repeating: 0xFB)
        let less = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
        let lessBits = SIMD16<UInt8>(repeating: 0xFD)
        var found = SIMD16<UInt8>(repeating: 0)
        var index = 0
        while index &+ 16 <= count {
            let piece = UnsafeRawPointer(text + index).loadUnaligned(as: SIMD16<UInt8>.self)
            found |= bits((piece & quoteBits) .== quote) | bits((piece & lessBits) .== less)
            index &+= 16
        }
        if isAny(found) { return true }
        while index < count {
            if text[index] & 0xFB == UInt8(ascii: "\"") || text[index] & 0xFD == UInt8(ascii: "<") {
                return true
            }
            index &+= 1
        }
        return false
    }

    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
        unsafeBitCast(mask, to: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private static func isAny(_ bytes: SIMD16<UInt8>) -> Bool {
        let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }
}
