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
/// It is created readable by its owner alone, since it holds what patients told. What a run that was stopped has left behind
/// is taken over by the next one for the same path; what another run is writing is locked, and left alone. Something that is
/// no plain file (a device, a named pipe) is written straight away.
final class OutputFile {
    /// Where the bytes go.
    let output: Output

    private let descriptor: Int32
    private let path: String
    /// `nil` when it is written in place, or done.
    private var temporary: String?

    /// Begins a file that stands at a path in the end.
    ///
    /// - Throws: `sinkFailed` where it cannot be made.
    init(path: String) throws(X12Error) {
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
            (descriptor, temporary) = Self.create(beside: self.path)
        }
        let failure = System.failure
        output = Output(descriptor: descriptor, name: path)
        guard descriptor >= 0 else {
            throw X12Error(.sinkFailed, "cannot write \(Printable.text(path)): \(failure)")
        }
    }

    deinit {
        // Removed while it is locked: behind that it may be another's.
        if let temporary { unlink(temporary) }
        if descriptor >= 0 { close(descriptor) }
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

    /// How many runs may write to one path at the same time.
    private static let mostWriters = 100

    /// Creates a file under a name beside a path's, or takes one over that nobody writes to any more.
    private static func create(beside path: String) -> (descriptor: Int32, name: String?) {
        for attempt in 1...mostWriters {
            let name = attempt == 1 ? "\(path).x12-part" : "\(path).\(attempt).x12-part"
            let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW
            var descriptor = open(name, flags | O_EXCL, 0o600)
            let isNew = descriptor >= 0
            if !isNew {
                guard errno == EEXIST else { return (descriptor, nil) }
                descriptor = open(name, flags, 0o600)
                // A link, or another user's.
                guard descriptor >= 0 else { continue }
            }
            if owns(descriptor, name, isNew: isNew) { return (descriptor, name) }
            close(descriptor)
        }
        errno = EEXIST
        return (-1, nil)
    }

    /// Locks and empties a file that was opened; `false` where it is another run's, or went away meanwhile.
    private static func owns(_ descriptor: Int32, _ name: String, isNew: Bool) -> Bool {
        // Where a disk knows no locks, what is new is still ours.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || isNew && errno != EWOULDBLOCK else { return false }
        guard let own = FileIdentity(descriptor: descriptor), own == FileIdentity(path: name) else {
            return false
        }
        return isNew || fchmod(descriptor, 0o600) == 0 && ftruncate(descriptor, 0) == 0
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
