#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A process's turn to do what only one may do at a time, on this machine or in containers that share a disk.
///
/// It is a lock on a file that is there for as long: whoever is killed gives its turn up. Where a disk knows no locks, every
/// turn is given at once.
struct Turn {
    private let path: String
    private let descriptor: Int32

    /// Waits for the turn.
    init(at path: String) {
        self.path = path
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
            var own = stat()
            var there = stat()
            // Whoever had it last took the file away, and it may be another one's by now.
            guard descriptor >= 0, fstat(descriptor, &own) == 0,
                stat(path, &there) != 0 || own.st_ino != there.st_ino || own.st_dev != there.st_dev
            else {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    /// Gives the turn to the next.
    func end() {
        guard descriptor >= 0 else { return }
        unlink(path)
        close(descriptor)
    }
}
