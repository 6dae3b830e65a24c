internal import X12Diagnostics
internal import X12Text

/// What is open around the segment being read: interchange, group, transaction set, with what is counted.
struct EnvelopeState {
    /// One envelope that is open.
    struct Level {
        var isOpen = false
        var controlNumber = ""
        /// Groups of an interchange, sets of a group, segments of a set.
        var count = 0
        /// Those segments of a set that are nothing but a terminator; nobody counts these into SE01.
        var blanks = 0

        mutating func open(_ number: String) {
            self = Level(isOpen: true, controlNumber: number)
        }
    }

    var interchange = Level()
    /// Whether the interchange brought a TA1.
    var hasAcknowledgement = false
    var group = Level()
    var set = Level()
    /// GS01 of the open group.
    var kindOfGroup = ""
    /// GS08 of the open group.
    var guideOfGroup = ""
    /// Where the open group's GS stands.
    var placeOfGroup = Location()
    /// Whether something about GS08 of the open group was reported.
    var isGroupGuideReported = false

    /// Takes in a GS.
    mutating func openGroup(_ segment: borrowing SegmentView) {
        interchange.count += 1
        group.open(segment[6].string)
        kindOfGroup = segment[1].string
        guideOfGroup = segment[8].string
        placeOfGroup = segment.location
        isGroupGuideReported = false
    }

    /// Closes what has no end of its own: everything inside `level`; returns the rules that this breaks, from the
    /// inside out.
    mutating func closeOpen(inside level: Depth) -> [Finding.Rule] {
        var broken: [Finding.Rule] = []
        if set.isOpen {
            broken.append(.setEndMissing)
            set.isOpen = false
        }
        guard level <= .interchange else { return broken }
        if group.isOpen {
            broken.append(.groupEndMissing)
            group.isOpen = false
        }
        guard level <= .file else { return broken }
        if interchange.isOpen {
            broken.append(.interchangeEndMissing)
            interchange.isOpen = false
        }
        return broken
    }

    /// The trailer that a rule misses.
    static func trailer(of rule: Finding.Rule) -> String {
        switch rule {
        case .setEndMissing: "SE"
        case .groupEndMissing: "GE"
        default: "IEA"
        }
    }

    /// How deep in the envelopes one stands.
    enum Depth: Int, Comparable {
        case file, interchange, group

        static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
    }
}
