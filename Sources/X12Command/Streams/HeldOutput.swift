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
/// It waits in a file without a name, in the system's folder for such, that no other user can read and that is gone
/// when the program ends, however that comes about.
final class HeldOutput {
    /// Where the bytes go.
    let output: Output

    private let descriptor: Int32

    init() throws(X12Error) {
        var folder = System.variable("TMPDIR") ?? "/tmp"
        if folder.isEmpty { folder = "/tmp" }
        var name = Array("\(folder)/x12-XXXXXX".utf8CString)
        // Created for its owner alone, as mkstemp does.
        descriptor = mkstemp(&name)
        let failure = System.failure
        if descriptor >= 0 { unlink(name) }
        output = Output(descriptor: descriptor)
        guard descriptor >= 0 else {
            throw X12Error(.sinkFailed, "cannot write a temporary file: \(failure)")
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Hands everything on.
    func finish(to target: Output) throws(X12Error) {
        try output.flush()
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw X12Error(.sinkFailed, "cannot read a temporary file: \(System.failure)")
        }
        var source = ByteSource(descriptor: descriptor)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { room.deallocate() }
        while true {
            let count = try source.read(into: room)
            guard count > 0 else { return }
            try target.append { $0.append(contentsOf: room[..<count]) }
        }
    }
}
