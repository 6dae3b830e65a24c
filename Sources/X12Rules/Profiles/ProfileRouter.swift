public import X12Diagnostics
public import X12Grammar
public import X12Parser
public import X12Text

/// Checks a file by the profiles that its receivers and payers are routed to.
///
/// A functional group follows the profile of its receiver (ISA08, GS03). Where that has none, claims follow the profile
/// of their payer (2010BB NM109), plan (SBR09) and billing provider's state (2010AA N402), which then is not asked about
/// envelope and header. A remittance follows that of its payer, by the number in 1000A (N104, or else REF02 with `2U`) or by the
/// sender (ISA06), with its header. What is routed nowhere is not checked at level 7.
public struct ProfileRouter: ~Copyable {
    private let library: ProfileLibrary
    private var engine: ProfileEngine
    private var interchangeReceiver = ""
    private var interchangeSender = ""
    private var isRoutedByReceiver = false
    private var billingState = ""

    /// The profiles that were followed so far, by name, in the order first met.
    public private(set) var followed: [String] = []

    /// What the profile that is followed sets our own rules to.
    public private(set) var rules = RuleConfiguration()

    /// A router before its first block.
    public init(
        _ library: ProfileLibrary, received: CalendarDate? = nil, codes: (any CodeSource)? = nil
    ) {
        self.library = library
        engine = ProfileEngine(PayerProfile(), received: received, codes: codes)
    }

    /// Appends what the payer that a block is routed to would object to.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        switch block.kind {
        case .interchange:
            interchangeReceiver = Self.trimmed(block, 8)
            interchangeSender = Self.trimmed(block, 6)
            billingState = ""
        case .group:
            let name = library.route(receiver: [interchangeReceiver, Self.trimmed(block, 3)], payer: nil)
            isRoutedByReceiver = name != nil
            follow(name)
        case .header where !isRoutedByReceiver:
            // The payer of the set before is not this one's.
            var name: String?
            for payer in Self.payers(inHeader: block, sender: interchangeSender) where name == nil {
                name = library.route(receiver: [interchangeReceiver], payer: payer)
            }
            follow(name)
        case .level where !isRoutedByReceiver:
            if let state = Self.billingState(in: block) { billingState = state }
            if let payer = Self.payer(in: block) {
                let product = Self.value(9, of: "SBR", in: block)
                follow(
                    library.route(
                        receiver: [interchangeReceiver], payer: payer, product: product, state: billingState))
            }
        default: break
        }
        engine.check(block, into: &findings)
    }

    private mutating func follow(_ name: String?) {
        if let name, name == engine.profile.name { return }
        guard let name, let profile = try? library.profile(named: name) else {
            if !engine.profile.name.isEmpty { follow(PayerProfile()) }
            return
        }
        follow(profile)
        if !followed.contains(name) { followed.append(name) }
    }

    private mutating func follow(_ profile: PayerProfile) {
        engine.follow(profile)
        rules = (try? RuleConfiguration(of: profile)) ?? RuleConfiguration()
    }

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
