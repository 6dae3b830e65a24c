/// What a piece of X12 text holds that keeps it from being copied as it stands.
struct CharacterCheck: Equatable {
    /// Whether there is a character that XML writes differently, cannot hold, or that is not ASCII.
    var hasSpecial = false
    /// Whether there is a component or repetition separator.
    var hasSeparator = false

    /// Looks at bytes of which 16 more may be read.
    ///
    /// Sixteen bytes at a time; the last ones are looked at again together with some before them, or, in a
    /// text of less than sixteen bytes, told from what follows by their number.
    @inline(__always)
    init(_ text: UnsafePointer<UInt8>, _ count: Int, _ component: UInt8, _ repetition: UInt8) {
        let components = SIMD16<UInt8>(repeating: component)
        let repetitions = SIMD16<UInt8>(repeating: repetition)
        var special = SIMD16<UInt8>(repeating: 0)
        var separators = SIMD16<UInt8>(repeating: 0)
        if count >= 16 {
            var index = 0
            while true {
                let piece = UnsafeRawPointer(text + index).loadUnaligned(as: SIMD16<UInt8>.self)
                special |= Self.special(piece)
                separators |= Self.bytes(piece .== components) | Self.bytes(piece .== repetitions)
                index &+= 16
                if index >= count { break }
                if index &+ 16 > count { index = count &- 16 }
            }
        } else {
            let piece = UnsafeRawPointer(text).loadUnaligned(as: SIMD16<UInt8>.self)
            let places = SIMD16<UInt8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
            let length = SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: count))
            let inside = Self.bytes(places .< length)
            special = Self.special(piece) & inside
            separators = (Self.bytes(piece .== components) | Self.bytes(piece .== repetitions)) & inside
        }
        hasSpecial = Self.isAny(special)
        hasSeparator = Self.isAny(separators)
    }

    /// Control characters, bytes past ASCII, and the four that XML has other uses for.
    @inline(__always)
    private static func special(_ piece: SIMD16<UInt8>) -> SIMD16<UInt8> {
        // Read with a sign, all of the first two are less than a blank.
        let signed = unsafeBitCast(piece, to: SIMD16<Int8>.self)
        let blank = SIMD16<Int8>(repeating: 0x20)
        let outside: SIMDMask<SIMD16<Int8>> = signed .< blank
        let ampersand = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let less = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
        let greater = SIMD16<UInt8>(repeating: UInt8(ascii: ">"))
        return bytes(outside) | bytes(piece .== ampersand) | bytes(piece .== quote)
            | bytes(piece .== less) | bytes(piece .== greater)
    }

    @inline(__always)
    private static func bytes(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
        unsafeBitCast(mask, to: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private static func isAny(_ bytes: SIMD16<UInt8>) -> Bool {
        let halves = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }
}
