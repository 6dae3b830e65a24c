public import X12Grammar
internal import X12Specs

/// The guides a reader may choose from: those compiled in, and a user's own.
public struct GuideLibrary: Sendable {
    private var own: [Guide] = []

    /// The guides compiled in.
    public init() {}

    /// The guides compiled in and some more; one of the same identifier replaces the compiled one.
    public init(adding guides: [Guide]) { own = guides }

    /// The guide of an identifier, if it is known.
    public func guide(_ identifier: String) -> Guide? {
        own.first { $0.identifier == identifier } ?? X12Specs.guide(identifier)
    }

    /// The guide of an identifier that a transaction set follows; where one identifier names several guides
    /// (005010X279A1: 270 and 271), ST01 tells which.
    public func guide(_ identifier: String, transactionSet: String) -> Guide? {
        if let guide = own.first(where: {
            $0.identifier == identifier && $0.transactionSet == transactionSet
        }) {
            return guide
        }
        let guide = X12Specs.guide(identifier) ?? X12Specs.guide("\(identifier)-\(transactionSet)")
        return guide?.transactionSet == transactionSet ? guide : nil
    }

    /// The guide of an identifier that a transaction set follows, or the one that is the same with another addendum.
    package func nearest(_ identifier: String, transactionSet: String) -> Guide? {
        guide(identifier, transactionSet: transactionSet) ?? near(identifier, transactionSet)
    }

    /// What a transaction set's identifiers lead to.
    struct Choice {
        /// The guide to read it by.
        enum Course {
            case guide(Guide)
            /// An 837: its first service line will tell.
            case undecided
            /// None.
            case none
        }

        var course: Course
        /// What there is to say about the identifiers.
        var remark: Remark?
    }

    /// What is odd about the identifiers that a set's guide was chosen by.
    enum Remark {
        /// The guide is one next to the one named: the same with another addendum.
        case near
        /// What should name the guide names none: it is masked, or empty.
        case unnamed
        /// The group names a guide of another transaction set.
        case otherSet
        /// The group names a guide that is none known here; its set names one that is.
        case namedBySet
        /// The guide named is none that is known here.
        case unknownGuide
        /// The transaction set is none that is known here, but its group names a guide that is.
        case unknownSet
        /// ST01 names no transaction set of X12 at all, or another one than GS08 and ST03 do.
        case noSet
    }

    /// Chooses by GS08, else by ST03, else by what ST01 leaves open.
    ///
    /// Identifiers of another version than 005010 name guides that are not known here; an identifier of no
    /// version at all (masked, empty) leaves the choice to the transaction set.
    func choose(group: String, set: String, transactionSet: String, isInGroup: Bool) -> Choice {
        let first = isInGroup ? group : set
        if let guide = guide(first, transactionSet: transactionSet) { return Choice(course: .guide(guide)) }
        if let guide = near(first, transactionSet) { return Choice(course: .guide(guide), remark: .near) }
        let isOtherSet = hasGuides(first)
        // Where GS08 and ST03 name the same guide, ST01 is what is wrong.
        if isOtherSet, isInGroup, set == group, let guide = guide(group) {
            return Choice(course: .guide(guide), remark: .noSet)
        }
        if let guide = nearest(set, transactionSet: transactionSet) {
            let remark: Remark = isOtherSet ? .otherSet : namesAGuide(first) ? .namedBySet : .unnamed
            return Choice(course: .guide(guide), remark: remark)
        }
        if isOtherSet { return choose(transactionSet, inGroupOf: first) }
        if namesAGuide(first) || (first.isEmpty && namesAGuide(set)) {
            return Choice(course: .none, remark: .unknownGuide)
        }
        let course = usual(transactionSet)
        if case .none = course { return Choice(course: .none, remark: .unknownGuide) }
        return Choice(course: course, remark: .unnamed)
    }

    /// Chooses for a set whose group names a guide of another set.
    private func choose(_ transactionSet: String, inGroupOf identifier: String) -> Choice {
        let course = usual(transactionSet)
        guard case .none = course else { return Choice(course: course, remark: .otherSet) }
        let isSet = X12Specs.dictionary.codes(of: "143")?.contains(transactionSet[...]) ?? true
        guard !isSet, let guide = guide(identifier) else {
            return Choice(course: .none, remark: .unknownSet)
        }
        return Choice(course: .guide(guide), remark: .noSet)
    }

    /// What a transaction set follows when nothing names its guide.
    private func usual(_ transactionSet: String) -> Choice.Course {
        let identifier: String
        switch transactionSet {
        case "837": return .undecided
        case "835": identifier = "005010X221A1"
        case "270", "271": identifier = "005010X279A1"
        case "276": identifier = "005010X212"
        case "820": identifier = "005010X218"
        case "834": identifier = "005010X220A1"
        case "999": identifier = "005010X231A1"
        default: return .none
        }
        return guide(identifier, transactionSet: transactionSet).map { .guide($0) } ?? .none
    }

    /// The guide an 837 follows by the kind of its first service line.
    func guide(ofServiceLine segment: String) -> Guide? {
        switch segment {
        case "SV1": guide("005010X222A1")
        case "SV2": guide("005010X223A2")
        case "SV3": guide("005010X224A2")
        default: nil
        }
    }

    /// Whether an identifier names a guide that is known, whatever its transaction set.
    private func hasGuides(_ identifier: String) -> Bool {
        own.contains { $0.identifier == identifier }
            || X12Specs.guides.contains { $0 == identifier || $0.hasPrefix(identifier + "-") }
    }

    /// The same guide with the addendum that is known here.
    private func near(_ identifier: String, _ transactionSet: String) -> Guide? {
        let other: String
        switch identifier {
        case "005010X222", "005010X222A2": other = "005010X222A1"
        case "005010X223", "005010X223A1", "005010X223A3": other = "005010X223A2"
        case "005010X224", "005010X224A1", "005010X224A3": other = "005010X224A2"
        case "005010X220": other = "005010X220A1"
        case "005010X221", "005010X221A2": other = "005010X221A1"
        case "005010X231": other = "005010X231A1"
        case "005010X279", "005010X279A2": other = "005010X279A1"
        case "005010X214A1": other = "005010X214"
        default: return nil
        }
        return guide(other, transactionSet: transactionSet)
    }

    /// Whether an identifier is that of a guide (005010X223A2), or of another version than 005010 (004010).
    private func namesAGuide(_ identifier: String) -> Bool {
        let version = identifier.utf8.prefix(6)
        guard version.count == 6, version.allSatisfy({ 0x30...0x39 ~= $0 }), !identifier.hasPrefix("999999")
        else { return false }
        return identifier.utf8.contains(UInt8(ascii: "X")) || !identifier.hasPrefix("005010")
    }
}
