package import X12Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A specification file's bytes and the name to use in its faults.
package struct SpecSource: Sendable {
    /// The most bytes that a specification file may have.
    package static let maximumBytes = 16 << 20

    /// The file, as the caller named it.
    package let path: String
    /// Its content.
    package let bytes: [UInt8]

    /// Takes bytes that are in memory already.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file; throws `sourceMissing`, `sourceFailed`, or `limitPassed` past ``maximumBytes``.
    package init(path: String) throws(X12Error) {
        guard let file = fopen(path, "rb") else {
            throw X12Error(.sourceMissing, "\(path): cannot be opened")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            guard bytes.count <= Self.maximumBytes else {
                throw X12Error(.limitPassed, "\(path): longer than \(Self.maximumBytes) bytes")
            }
            guard count == chunk.count else { break }
        }
        guard ferror(file) == 0 else { throw X12Error(.sourceFailed, "\(path): cannot be read") }
        self.init(path: path, bytes: bytes)
    }
}
