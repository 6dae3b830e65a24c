public import X12Text

/// One transaction set of the base standard, before any guide narrows it: its loops and segments.
///
/// Tells what the standard itself demands from what only a guide does, and a segment that the set never has
/// from one that the guide leaves out.
public struct BaseTransactionSet: Sendable, Equatable {
    /// The set's identifier (`837`, ST01).
    public var identifier: String
    /// The functional identifier it travels under (`HC`, GS01).
    public var group: String
    /// Its name, in words.
    public var name: String
    /// Its loops, those around before those inside; the set itself is at index 0.
    public var loops: [Loop]
    /// Its segments in order.
    public var segments: [Segment]

    /// A loop of the set.
    public struct Loop: Sendable, Equatable {
        /// Its number without letters (`2010`), or its first segment's identifier where the standard has none.
        public var identifier: String
        /// The loop around it: an index of ``BaseTransactionSet/loops``; -1 for the set itself.
        public var parent: Int
        /// Whether the standard demands it.
        public var requirement: Requirement
        /// How often it may come.
        public var maximumUse: Int

        /// Creates a loop.
        public init(identifier: String, parent: Int, requirement: Requirement, maximumUse: Int) {
            self.identifier = identifier
            self.parent = parent
            self.requirement = requirement
            self.maximumUse = maximumUse
        }
    }

    /// A place for a segment in the set.
    public struct Segment: Sendable, Equatable {
        /// Its identifier.
        public var identifier: SegmentIdentifier
        /// Its loop: an index of ``BaseTransactionSet/loops``.
        public var loop: Int
        /// Whether the standard demands it.
        public var requirement: Requirement
        /// How often it may come.
        public var maximumUse: Int

        /// Creates a place.
        public init(identifier: SegmentIdentifier, loop: Int, requirement: Requirement, maximumUse: Int) {
            self.identifier = identifier
            self.loop = loop
            self.requirement = requirement
            self.maximumUse = maximumUse
        }
    }

    /// Creates a set.
    public init(identifier: String, group: String, name: String, loops: [Loop], segments: [Segment]) {
        self.identifier = identifier
        self.group = group
        self.name = name
        self.loops = loops
        self.segments = segments
    }

    /// Whether the set has a segment of this identifier anywhere.
    public func has(_ identifier: SegmentIdentifier) -> Bool {
        segments.contains { $0.identifier == identifier }
    }

    /// The places of a segment in the loop that a guide's loop stands for (`2010AA` for `2010`); an empty
    /// identifier stands for the set itself.
    public func places(of identifier: SegmentIdentifier, inGuideLoop loop: String) -> [Segment] {
        let number = Self.number(ofGuideLoop: loop)
        return segments.filter { $0.identifier == identifier && loops[$0.loop].identifier == number }
    }

    /// The loop that a guide's loop stands for; `nil` when the set has none of that number.
    public func loop(ofGuideLoop loop: String) -> Loop? {
        let number = Self.number(ofGuideLoop: loop)
        return loops.first { $0.identifier == number }
    }

    /// A guide's loop without the letters that tell its uses of one loop of the standard apart.
    static func number(ofGuideLoop loop: String) -> Substring {
        let digits = loop.prefix { ("0"..."9").contains($0) }
        return digits.count == 4 ? digits : loop[...]
    }
}
