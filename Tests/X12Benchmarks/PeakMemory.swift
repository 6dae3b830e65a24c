#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How much memory the process has used at most, in bytes of resident pages.
enum PeakMemory {
    /// Starts counting anew and says where from; `nil` where the system cannot.
    static func restart() -> Int? {
        // Writing 5 to this file sets the high-water mark back to what is resident now (Linux 4.0).
        let file = open("/proc/self/clear_refs", O_WRONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var five = UInt8(ascii: "5")
        guard write(file, &five, 1) == 1 else { return nil }
        return highWaterMark()
    }

    /// The most since the start or the last restart; `nil` where the system does not say.
    static func highWaterMark() -> Int? {
        guard let text = contents(of: "/proc/self/status") else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first
            .flatMap { Int($0) }.map { $0 * 1024 }
    }

    private static func contents(of path: String) -> String? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // The system's status file is a page at most and comes in one piece.
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = read(file, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
