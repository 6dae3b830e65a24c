#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// What is asked of the operating system.
enum System {
    static let standardInput: Int32 = 0
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    /// What the system says about the call that just failed.
    static var failure: String { words(for: errno) }

    static func words(for error: Int32) -> String { String(cString: strerror(error)) }

    /// Writes all bytes.
    ///
    /// - Returns: 0, or the number of the system's error.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                writeBytes(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 {
                let error = errno
                guard error == EINTR || error == EAGAIN else { return error }
                // A pipe that does not wait is full: then we do.
                if error == EAGAIN { waitToWrite(descriptor) }
            }
            written += max(count, 0)
        }
        return 0
    }

    private static func waitToWrite(_ descriptor: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
    }

    /// How many processors are there to use.
    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Whether there is a file or folder at a path.
    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The last byte of a plain file; `nil` where there is none.
    static func lastByte(of path: String) -> UInt8? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        guard lseek(descriptor, -1, SEEK_END) >= 0, readBytes(descriptor, &byte, 1) == 1 else { return nil }
        return byte
    }

    /// The first bytes of a file; `nil` where it cannot be read.
    static func head(of path: String, _ count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = readBytes(descriptor, &bytes, count)
        return read < 0 ? nil : Array(bytes[..<read])
    }

    /// Makes writing to a pipe that nobody reads an error of the write, not the end of the program.
    static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

    /// The number of a closed pipe's error.
    static let closedPipe = EPIPE

    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

private let writeBytes: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { write($0, $1, $2) }
private let readBytes: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = { read($0, $1, $2) }
