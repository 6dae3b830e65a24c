#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Whether some bytes stand in others from a place on; quicker than the job that is measured.
func isSame(_ bytes: [UInt8], _ original: [UInt8], at place: Int) -> Bool {
    guard bytes.count <= original.count - place else { return false }
    return bytes.withUnsafeBytes { bytes in
        original.withUnsafeBytes { original in
            guard let left = bytes.baseAddress, let right = original.baseAddress else { return true }
            return memcmp(left, right + place, bytes.count) == 0
        }
    }
}
