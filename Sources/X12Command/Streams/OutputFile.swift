internal import X12Diagnostics

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A file that is there when it is whole: written under a temporary name beside its own, then renamed.
///
/// It is created readable by its owner alone, since it holds what patients told. Something that is no plain
/// file (a device, a named pipe) is written straight away.
final class OutputFile {
    /// Where the bytes go.
    let output: Output

    private let descriptor: Int32
    private let path: String
    /// `nil` when it is written in place, or done.
    private var temporary: String?

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: where it stands in the end.
    ///   - name: what it is called until then, taken over from whoever left it; one that nobody else uses unless said.
    /// - Throws: `sinkFailed` where it cannot be made.
    init(path: String, temporary name: String? = nil) throws(X12Error) {
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        guard !exists || kind != S_IFDIR else {
            throw X12Error(
                .sinkFailed, "cannot write \(Printable.text(path)): it is a folder, not a file")
        }
        if exists, kind != S_IFREG {
            self.path = path
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            // A link keeps being one: what it leads to is replaced.
            self.path = exists ? Self.resolved(path) : path
            (descriptor, temporary) =
                name.map { Self.create($0, O_TRUNC) } ?? Self.createFree(beside: self.path)
        }
        let failure = System.failure
        output = Output(descriptor: descriptor, name: path)
        guard descriptor >= 0 else {
            throw X12Error(.sinkFailed, "cannot write \(Printable.text(path)): \(failure)")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// Puts the whole file in its place.
    func finish() throws(X12Error) {
        try output.flush()
        guard let name = temporary else { return }
        guard fsync(descriptor) == 0, rename(name, path) == 0 else {
            throw X12Error(.sinkFailed, "cannot write \(Printable.text(path)): \(System.failure)")
        }
        temporary = nil
    }

    /// Leaves no file: what an earlier run put in its place is removed, as it would have been replaced.
    func leaveNone() {
        if temporary != nil { unlink(path) }
    }

    private static func create(_ name: String, _ flag: Int32) -> (descriptor: Int32, name: String?) {
        let descriptor = open(name, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o600)
        return (descriptor, descriptor >= 0 ? name : nil)
    }

    /// Creates a file that was not there, under a name beside a path's: a run that was stopped may have left one behind, and in
    /// containers every run has the same process number.
    private static func createFree(beside path: String) -> (descriptor: Int32, name: String?) {
        var created = create("\(path).\(getpid()).part", O_EXCL)
        var attempt = 2
        while created.name == nil, errno == EEXIST, attempt <= 100 {
            created = create("\(path).\(getpid()).\(attempt).part", O_EXCL)
            attempt += 1
        }
        return created
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
