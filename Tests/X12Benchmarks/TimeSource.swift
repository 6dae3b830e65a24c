import ArgumentParser

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What a job's time is taken from.
enum TimeSource: String, ExpressibleByArgument, CaseIterable {
    /// As it passes on the wall.
    case wall
    /// While this thread was running: for a machine that others keep busy, and for jobs of one thread.
    case cpu

    /// Seconds since some moment that stays the same.
    var now: Double {
        var time = timespec()
        clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
