public import X12Diagnostics
internal import X12Grammar
public import X12Parser
public import X12Text

/// Checks a file by the profiles that its receivers and payers are routed to.
///
/// A functional group follows the profile of its receiver (ISA08, GS03). Where that has none, claims follow the profile
/// of their payer (2010BB NM109), which then is not asked about envelope and header. What is routed nowhere is not
/// checked at level 7.
public struct ProfileRouter: ~Copyable {
    private let library: ProfileLibrary
    private var engine: ProfileEngine
    private var interchangeReceiver = ""
    private var isRoutedByReceiver = false

    /// The profiles that were followed so far, by name, in the order first met.
    public private(set) var followed: [String] = []

    /// A router before its first block.
    public init(_ library: ProfileLibrary, received: CalendarDate? = nil) {
        self.library = library
        engine = ProfileEngine(PayerProfile(), received: received)
    }

    /// Appends what the payer that a block is routed to would object to.
    public mutating func check(_ block: borrowing Block, into findings: inout [Finding]) {
        switch block.kind {
        case .interchange:
            interchangeReceiver = Self.trimmed(block, 8)
        case .group:
            let name = library.route(receiver: [interchangeReceiver, Self.trimmed(block, 3)], payer: nil)
            isRoutedByReceiver = name != nil
            follow(name)
        case .level where !isRoutedByReceiver:
            if let payer = Self.payer(in: block) {
                follow(library.route(receiver: [interchangeReceiver], payer: payer))
            }
        default: break
        }
        engine.check(block, into: &findings)
    }

    private mutating func follow(_ name: String?) {
        guard let name, let profile = try? library.profile(named: name) else {
            if !engine.profile.name.isEmpty { engine.follow(PayerProfile()) }
            return
        }
        if engine.profile.name != name { engine.follow(profile) }
        if !followed.contains(name) { followed.append(name) }
    }

    private static func trimmed(_ block: borrowing Block, _ element: Int) -> String {
        guard block.count > 0 else { return "" }
        var text = Substring(block.view(0)[element].string)
        while text.last == " " { text.removeLast() }
        return String(text)
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
