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

    /// What a transaction set's identifiers lead to.
    enum Choice {
        /// The guide named.
        case known(Guide)
        /// A guide that is near to the one named.
        case near(Guide)
        /// An 837: its first service line will tell.
        case undecided
        /// None.
        case unknown
    }

    /// Chooses by GS08, else by ST03, else by what ST01 leaves open.
    ///
    /// Identifiers of another version than 005010 name guides that are not known here; an identifier of no
    /// version at all (masked, empty) leaves the choice to the transaction set.
    func choose(group: String, set: String, transactionSet: String) -> Choice {
        for identifier in [group, set] {
            if let guide = guide(identifier, transactionSet: transactionSet) { return .known(guide) }
        }
        for identifier in [group, set] {
            if let near = nearIdentifier(identifier),
                let guide = guide(near, transactionSet: transactionSet)
            {
                return .near(guide)
            }
        }
        if [group, set].contains(where: namesAGuide) { return .unknown }
        switch transactionSet {
        case "837": return .undecided
        case "835": return near("005010X221A1", transactionSet)
        case "270", "271": return near("005010X279A1", transactionSet)
        case "999": return near("005010X231A1", transactionSet)
        default: return .unknown
        }
    }

    private func near(_ identifier: String, _ transactionSet: String) -> Choice {
        guide(identifier, transactionSet: transactionSet).map(Choice.near) ?? .unknown
    }

    /// The guide an 837 follows by the kind of its first service line.
    func guide(ofServiceLine segment: String) -> Guide? { segment == "SV1" ? guide("005010X222A1") : nil }

    /// The same guide with the addendum that is known here.
    private func nearIdentifier(_ identifier: String) -> String? {
        switch identifier {
        case "005010X222", "005010X222A2": "005010X222A1"
        case "005010X221", "005010X221A2": "005010X221A1"
        case "005010X231": "005010X231A1"
        case "005010X279": "005010X279A1"
        default: nil
        }
    }

    private func namesAGuide(_ identifier: String) -> Bool {
        let version = identifier.utf8.prefix(6)
        return version.count == 6
            && version.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && identifier.utf8.contains(UInt8(ascii: "X")) && !identifier.hasPrefix("999999")
    }
}
