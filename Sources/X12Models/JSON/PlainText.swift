/// Finds out whether bytes can be copied into strings of JSON as they are.
enum PlainText {
    /// Whether all bytes are ASCII and none of them needs an escape, line ends not counted: of a block whose segments are
    /// not wrapped over lines they stand between segments.
    static func isAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        let source = UnsafeRawPointer(start)
        guard bytes.count >= 16 else { return !bytes.contains { !isPlain($0) } }
        var marks = SIMD16<UInt8>(repeating: 0)
        var index = 0
        while index &+ 16 <= bytes.count {
            marks |= Self.marks(source.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
            index &+= 16
        }
        // The last ones, some of them for a second time.
        marks |= Self.marks(source.loadUnaligned(fromByteOffset: bytes.count &- 16, as: SIMD16<UInt8>.self))
        let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
        return (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: byte >= 0x20 && byte < 0x80
        }
    }

    /// The high bit of each byte that is not plain.
    @inline(__always)
    private static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
        let newline = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
        let carriageReturn = SIMD16<UInt8>(repeating: UInt8(ascii: "\r"))
        let blank = SIMD16<UInt8>(repeating: 0x20)
        let isEscaped: SIMDMask<SIMD16<Int8>> = (bytes .== quote) .| (bytes .== backslash)
        let isLineEnd: SIMDMask<SIMD16<Int8>> = (bytes .== newline) .| (bytes .== carriageReturn)
        let isControl: SIMDMask<SIMD16<Int8>> = bytes .< blank
        let marked = isEscaped .| (isControl .& .!isLineEnd)
        return bytes | unsafeBitCast(marked, to: SIMD16<UInt8>.self)
    }
}
