public import X12Diagnostics

/// Where the original file has what an answer speaks of.
public struct OriginalPlace: Sendable, Equatable {
    /// The segment; of something missing, the one behind which it was expected.
    public var location: Location
    /// Its identifier; another one than the answer names where something is missing, or where the answer is to another
    /// file.
    public var segment = ""
    /// The innermost loop around it, in full: `2010AA`.
    public var loop = ""
    /// What the loop is called: `Billing Provider Name`.
    public var loopName = ""
    /// The claim's patient control number (CLM01); empty outside of a claim.
    public var claim = ""
    /// The number of the service line (LX01); empty outside of one.
    public var serviceLine = ""
    /// How many claims there are in what was rejected as a whole; 0 where that does not matter.
    public var claims = 0
    /// In how many places the same number stands; more than one means that the first of them is given.
    public var candidates = 1
    /// The segment as it was sent, for whoever may see it.
    public var excerpt: SegmentText?

    init(at location: Location) { self.location = location }

    /// A segment's bytes with the separators to read them by.
    public struct SegmentText: Sendable, Equatable {
        /// The bytes, terminator excluded.
        public let bytes: [UInt8]
        /// The separators: element, component, repetition (0 for none), terminator.
        public let separators: [UInt8]
    }
}
