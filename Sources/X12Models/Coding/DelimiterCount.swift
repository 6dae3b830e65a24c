internal import X12Text

/// How many delimiters and line ends bytes hold, looked at sixteen at a time.
///
/// An encoder knows how many it wrote between segments, elements and components. Where there are no more than these, no value
/// holds one, and none has to be looked at by itself.
enum DelimiterCount {
    /// How many bytes are looked at together.
    static let width = 16

    /// How many of the bytes end segments or lines, or keep elements or components apart.
    ///
    /// - Parameters:
    ///   - bytes: The first byte of memory for `blocks` times ``width`` bytes.
    ///   - blocks: How many times ``width`` bytes there are.
    ///   - delimiters: What is counted; repetitions are not.
    /// - Returns: Their number.
    static func of(_ bytes: UnsafeRawPointer, blocks: Int, _ delimiters: Delimiters) -> Int {
        let segment = SIMD16(repeating: delimiters.segment)
        let element = SIMD16(repeating: delimiters.element)
        let component = SIMD16(repeating: delimiters.component)
        let lineFeed = SIMD16(repeating: UInt8(0x0A))
        let lineReturn = SIMD16(repeating: UInt8(0x0D))
        var total = 0
        var block = 0
        while block < blocks {
            // A byte counts to 255.
            let end = min(blocks, block &+ 255)
            var counts = SIMD16<UInt8>.zero
            while block < end {
                let bytes = bytes.loadUnaligned(fromByteOffset: block &* width, as: SIMD16<UInt8>.self)
                let cuts = (bytes .== segment) .| (bytes .== element) .| (bytes .== component)
                let found = cuts .| (bytes .== lineFeed) .| (bytes .== lineReturn)
                // All bits of a byte that was found are set: it is -1.
                counts &-= unsafeBitCast(found, to: SIMD16<UInt8>.self)
                block &+= 1
            }
            total &+= Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
        }
        return total
    }
}
