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

        mutating func open(_ number: String) {
            self = Level(isOpen: true, controlNumber: number)
        }
    }

    var interchange = Level()
    var group = Level()
    var set = Level()
    /// GS08 of the open group.
    var guideOfGroup = ""

    /// Reports and closes what has no end of its own: everything inside `level`.
    mutating func closeOpen(inside level: Depth, _ report: (Finding.Rule) -> Void) {
        if set.isOpen {
            report(.setEndMissing)
            set.isOpen = false
        }
        guard level <= .interchange else { return }
        if group.isOpen {
            report(.groupEndMissing)
            group.isOpen = false
        }
        guard level <= .file else { return }
        if interchange.isOpen {
            report(.interchangeEndMissing)
            interchange.isOpen = false
        }
    }

    /// How deep in the envelopes one stands.
    enum Depth: Int, Comparable {
        case file, interchange, group

        static func < (left: Depth, right: Depth) -> Bool { left.rawValue < right.rawValue }
    }
}
