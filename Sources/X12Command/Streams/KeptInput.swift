internal import X12Diagnostics
internal import X12Text

/// An input that can be read only once, such as a pipe, kept so that it can be read again.
///
/// It waits in a ``NamelessFile``.
struct KeptInput {
    private let file: NamelessFile

    /// Reads all of an input.
    ///
    /// - Throws: what reading throws, and `sinkFailed` where it cannot be kept.
    init(_ source: consuming ByteSource) throws(X12Error) {
        file = try NamelessFile()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 1)
        defer { room.deallocate() }
        var done = 0
        while true {
            let count = try source.read(into: room)
            guard count > 0 else { return }
            try file.write(Array(room[..<count]), at: done)
            done += count
        }
    }

    /// Its bytes from the start.
    func source() -> ByteSource {
        let file = file
        var position = 0
        return ByteSource { buffer throws(X12Error) in
            let bytes = try file.read(buffer.count, at: position)
            buffer.copyBytes(from: bytes)
            position += bytes.count
            return bytes.count
        }
    }
}
