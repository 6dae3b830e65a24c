public import X12Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where bytes come from: a file, a pipe, bytes in memory, or a caller's own function.
///
/// A source is asked for the next bytes once per window (256 KiB), so what it costs to ask does not matter.
public struct ByteSource: ~Copyable {
    private enum Origin {
        case descriptor(Int32, owned: Bool)
        case memory([UInt8], position: Int)
        case function((UnsafeMutableRawBufferPointer) throws(X12Error) -> Int)
    }

    private var origin: Origin

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: ``X12Error/Code/sourceMissing`` when there is no such file, it may not be read, or it is a
    ///   folder.
    public init(path: String) throws(X12Error) {
        if path == "-" {
            origin = .descriptor(0, owned: false)
            return
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw X12Error(.sourceMissing, at: Location(), String(cString: strerror(errno)))
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw X12Error(.sourceMissing, at: Location(), "is a folder, not a file")
        }
        origin = .descriptor(descriptor, owned: true)
    }

    /// Reads from an open descriptor, which stays the caller's to close.
    public init(descriptor: Int32) { origin = .descriptor(descriptor, owned: false) }

    /// Reads bytes in memory.
    public init(bytes: [UInt8]) { origin = .memory(bytes, position: 0) }

    /// Reads what a function hands out: it fills the buffer and says how many bytes, 0 at the end; a count that the buffer
    /// cannot hold is ``X12Error/Code/sourceFailed``.
    public init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws(X12Error) -> Int) {
        origin = .function(read)
    }

    deinit {
        if case .descriptor(let descriptor, true) = origin { close(descriptor) }
    }

    /// Fills a buffer with the next bytes; 0 at the end, and then always 0.
    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        switch origin {
        case .descriptor(let descriptor, _):
            return try Self.read(descriptor, into: buffer)
        case .memory(let bytes, let position):
            let count = min(buffer.count, bytes.count - position)
            bytes.withUnsafeBytes { source in
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
            }
            origin = .memory(bytes, position: position + count)
            return count
        case .function(let read):
            let count = try read(buffer)
            // Whoever reads on trusts the count: it must not lead out of the buffer.
            guard (0...buffer.count).contains(count) else {
                throw X12Error(
                    .sourceFailed, "a function says that it filled \(count) bytes of \(buffer.count)")
            }
            return count
        }
    }

    /// Lends bytes in memory, so that they need not be copied: all that are left but the last `kept`, or `nil` where
    /// there are few, or none in memory. What is lent counts as read.
    ///
    /// The storage of an array stays where it is while the array is kept and nobody writes to it; the source does both,
    /// so what is lent is good for as long as the source lives.
    package mutating func lend(butLast kept: Int) -> UnsafeBufferPointer<UInt8>? {
        guard case .memory(let bytes, let position) = origin, bytes.count - position > Self.fewest + kept
        else {
            return nil
        }
        origin = .memory(bytes, position: bytes.count - kept)
        return bytes.withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[position..<bytes.count - kept])
        }
    }

    /// From how many bytes on lending is worth while.
    private static let fewest = 4096

    private static func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
    ) throws(X12Error) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            // A pipe that does not wait has nothing yet: then we do.
            if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, -1)
                continue
            }
            guard errno == EINTR else {
                throw X12Error(.sourceFailed, at: Location(), String(cString: strerror(errno)))
            }
        }
    }
}
