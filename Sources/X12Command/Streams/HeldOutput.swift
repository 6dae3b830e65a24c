internal import X12Diagnostics
internal import X12Text

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Output that is handed on when it is whole, or not at all.
///
/// It waits in a ``NamelessFile``.
final class HeldOutput {
    /// Where the bytes go.
    let output: Output

    private let file: NamelessFile

    init() throws(X12Error) {
        file = try NamelessFile()
        output = Output(descriptor: file.descriptor)
    }

    /// Hands everything on.
    func finish(to target: Output) throws(X12Error) {
        try output.flush()
        guard lseek(file.descriptor, 0, SEEK_SET) == 0 else {
            throw X12Error(.sinkFailed, "cannot read a temporary file: \(System.failure)")
        }
        var source = ByteSource(descriptor: file.descriptor)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { room.deallocate() }
        while true {
            let count = try source.read(into: room)
            guard count > 0 else { return }
            try target.append { $0.append(contentsOf: room[..<count]) }
        }
    }
}
