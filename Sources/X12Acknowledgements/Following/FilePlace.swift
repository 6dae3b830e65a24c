/// A segment of a file, in few bytes.
struct FilePlace: Sendable {
    var file: Int32
    var line: Int32
    var segment: Int32

    /// The same for callers.
    var open: FollowedClaim.Place {
        FollowedClaim.Place(file: Int(file), line: Int(line), segment: Int(segment))
    }
}
