public import X12Diagnostics
public import X12Grammar
public import X12Parser
public import X12Text

/// Checks a file by the profiles that its receivers and payers are routed to.
///
/// A functional group follows the profile of its receiver (ISA08, GS03). Where that has none, claims follow the profile
/// of their payer (2010BB NM109), plan (SBR09) and billing provider's state (2010AA N402), which then is not asked about
/// envelope and header. The billing provider's level, which comes before its payers are known, is held until the first of
/// them is, and then asked about once for each profile under it. A remittance
/// follows that of its payer, by the number in 1000A (N104, or else REF02 with `2U`) or by the sender (ISA06), with its
/// header. What is routed nowhere is not checked at level 7.
public struct ProfileRouter: ~Copyable {
    /// A profile that something leads to, with all that it builds upon, and what it sets our own rules to.
    private struct Way {
        let profile: PayerProfile
        let rules: RuleConfiguration
    }

    private let library: ProfileLibrary
    private let ways: [String: Way]
    private var engine: ProfileEngine
    /// The header of the open set, which a profile chosen below it looks at.
    private var header = Block()
    /// The open billing provider, while there is one whose payers stand below it.
    private var provider = Block()
    private var holdsProvider = false
    /// Whether no payer of the open provider was met yet.
    private var awaitsPayer = false
    /// The profiles that the open provider was asked about for.
    private var asked: Set<String> = []
    private var interchangeReceiver = ""
    private var interchangeSender = ""
    private var isRoutedByReceiver = false
    private var billingState = ""

    /// The profiles that were followed so far, by name, in the order first met.
    public private(set) var followed: [String] = []

    /// The same, with all that they build upon.
    var followedProfiles: [PayerProfile] { followed.compactMap { ways[$0]?.profile } }

    /// What the profile that is followed sets our own rules to.
    public private(set) var rules = RuleConfiguration()

    /// Why a store of codes could not be asked, when that happened; constraints on codes are kept then.
    public var codeFailure: X12Error? { engine.codeFailure }

    /// A router before its first block.
    ///
    /// - Parameters:
    ///   - library: The profiles that receivers and payers may lead to.
    ///   - received: The day of receipt; `nil` for the day that each group says (GS04).
    ///   - lookups: Registers, by the names that constraints of kind `lookup` use.
    ///   - codes: Code sets beside those that come with the library.
    /// - Throws: what ``ProfileLibrary/profile(named:)`` and ``RuleConfiguration/init(of:)`` throw of a profile that
    ///   something leads to.
    public init(
        _ library: ProfileLibrary, received: CalendarDate? = nil,
        lookups: [String: ProfileEngine.Lookup] = [:], codes: (any CodeSource)? = nil
    ) throws(X12Error) {
        var ways: [String: Way] = [:]
        for name in library.names where library.file(named: name)?.routes.isEmpty == false {
            let profile = try library.profile(named: name)
            ways[name] = Way(profile: profile, rules: try RuleConfiguration(of: profile))
        }
        self.library = library
        self.ways = ways
        engine = ProfileEngine(PayerProfile(), received: received, lookups: lookups, codes: codes)
    }

    /// Goes on with another input, as a router before its first block.
    mutating func restart() {
        var findings: [Finding] = []
        leaveSet()
        follow(nil, into: &findings)
        followed = []
    }

    /// Appends what the payer that a block is routed to would object to.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        switch block.kind {
        case .interchange:
            interchangeReceiver = Self.trimmed(block, 8)
            interchangeSender = Self.trimmed(block, 6)
            billingState = ""
            isRoutedByReceiver = false
            leaveSet()
            follow(nil, into: &findings)
        case .group:
            let name = library.route(receiver: [interchangeReceiver, Self.trimmed(block, 3)], payer: nil)
            isRoutedByReceiver = name != nil
            leaveSet()
            follow(name, into: &findings)
        case .header where !isRoutedByReceiver:
            // The payer of the set before is not this one's.
            leaveSet()
            var name: String?
            for payer in Self.payers(inHeader: block, sender: interchangeSender) where name == nil {
                name = library.route(receiver: [interchangeReceiver], payer: payer)
            }
            follow(name, into: &findings)
            header.become(copyOf: block)
        case .level where !isRoutedByReceiver:
            if let state = Self.billingState(in: block) { billingState = state }
            if let payer = Self.payer(in: block) {
                let product = Self.value(9, of: "SBR", in: block)
                follow(
                    library.route(
                        receiver: [interchangeReceiver], payer: payer, product: product, state: billingState),
                    into: &findings)
            } else if Self.isProviderOfClaims(block) {
                return hold(block)
            } else if awaitsPayer {
                follow(nil, into: &findings)
            }
        default: break
        }
        engine.check(block, into: &findings)
    }

    // MARK: - Following

    /// Holds a provider's level back: who is asked about it, its payers say.
    private mutating func hold(_ block: borrowing Block) {
        provider.become(copyOf: block)
        holdsProvider = true
        awaitsPayer = true
        asked = []
        rules = RuleConfiguration()
    }

    /// Forgets what is held of a set.
    private mutating func leaveSet() {
        header.become(copyOf: Block())
        holdsProvider = false
        awaitsPayer = false
    }

    private mutating func follow(_ name: String?, into findings: inout [Finding]) {
        let isFirst = awaitsPayer
        awaitsPayer = false
        guard let name, let way = ways[name] else {
            if !engine.profile.name.isEmpty { engine.follow(PayerProfile()) }
            rules = RuleConfiguration()
            return
        }
        let isOther = engine.profile.name != name
        if isOther { engine.follow(way.profile) }
        rules = way.rules
        if !followed.contains(name) { followed.append(name) }
        guard isFirst || isOther else { return }
        engine.catchUp(onHeader: header)
        guard holdsProvider else { return }
        engine.catchUp(on: provider, asks: asked.insert(name).inserted, into: &findings)
    }

    // MARK: - Looking

    private static func trimmed(_ block: borrowing Block, _ element: Int) -> String {
        block.count > 0 ? block.view(0)[element].string.trimmedEnd : ""
    }

    private static func value(_ element: Int, of segment: SegmentIdentifier, in block: borrowing Block)
        -> String?
    {
        for index in 0..<block.count {
            let view = block.view(index)
            if view.identifier == segment { return view[element].string }
        }
        return nil
    }

    /// Whether a level is that of claims' billing provider (2000A).
    private static func isProviderOfClaims(_ block: borrowing Block) -> Bool {
        block.guide?.transactionSet == "837" && value(3, of: "HL", in: block) == "20"
    }

    /// The state of the billing provider (2010AA N402), whose address stands first in its level.
    private static func billingState(in block: borrowing Block) -> String? {
        for index in 0..<block.count {
            let view = block.view(index)
            if view.identifier == "HL", view[3].string != "20" { return nil }
            if view.identifier == "N4" { return view[2].string }
        }
        return nil
    }

    /// What the payer of a remittance may be known by, the surest first; none for other sets.
    private static func payers(inHeader block: borrowing Block, sender: String) -> [String] {
        guard block.guide?.transactionSet == "835" else { return [] }
        var number = ""
        var payerNumber = ""
        var isPayer = false
        for index in 0..<block.count {
            let view = block.view(index)
            if view.identifier == "N1" {
                isPayer = view[1].string == "PR"
                if isPayer { number = view[4].string }
            }
            if isPayer, view.identifier == "REF", view[1].string == "2U" { payerNumber = view[2].string }
        }
        return [number, payerNumber, sender].filter { !$0.isEmpty }
    }

    /// The payer's identifier in a subscriber's level.
    private static func payer(in block: borrowing Block) -> String? {
        for index in 0..<block.count {
            let view = block.view(index)
            if view.identifier == "NM1", view[1].string == "PR" { return view[9].string }
        }
        return nil
    }
}
