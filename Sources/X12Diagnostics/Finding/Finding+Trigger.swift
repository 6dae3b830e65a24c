extension Finding {
    /// The value that makes another one necessary, or forbids it: what a situational rule looks at.
    public struct Trigger: Hashable, Sendable {
        /// Where it stands.
        public var location: Location
        /// The identifier of its segment.
        public var segment: String
        /// The identifier of its loop; empty in the transaction set itself.
        public var loop: String

        /// Names a place.
        public init(at location: Location, segment: String, loop: String = "") {
            self.location = location
            self.segment = segment
            self.loop = loop
        }
    }
}
