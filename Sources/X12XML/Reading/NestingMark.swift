internal import X12Grammar
internal import X12Text

/// One step that a document takes between two segments, to be compared with those of ``Nesting``.
struct NestingMark: BitwiseCopyable, Equatable {
    enum Action: UInt8, BitwiseCopyable {
        case open, close, missing
    }

    var action: Action
    var kind: Nesting.Frame.Kind
    /// The identifier of the loop, the set, or what is missing; up to eight characters.
    var identifier: UInt64

    init(_ action: Action, _ kind: Nesting.Frame.Kind, _ identifier: some Sequence<UInt8>) {
        self.action = action
        self.kind = kind
        self.identifier = Self.pack(identifier)
    }

    /// The mark of a step.
    init(_ step: Nesting.Step, of nesting: borrowing Nesting) {
        switch step {
        case .open(let frame): self.init(.open, frame.kind, Self.identifier(frame, nesting))
        case .close(let frame): self.init(.close, frame.kind, Self.identifier(frame, nesting))
        case .missing(let identifier): self.init(.missing, .group, identifier.description.utf8)
        }
    }

    /// The mark as it stands in a document: `<loop2300>`, `</loop2300>`, `<missing id="SE"/>`.
    var words: String {
        let identifier = Self.unpack(self.identifier)
        let name =
            switch kind {
            case .interchange: "interchange"
            case .group: "group"
            case .set, .unguidedSet: "set\(identifier)"
            case .loop: "loop\(identifier)"
            case .misplaced: "misplaced"
            case .unexpected: "unexpected"
            }
        switch action {
        case .open: return "<\(name)>"
        case .close: return "</\(name)>"
        case .missing: return "<missing id=\"\(identifier)\"/>"
        }
    }

    /// Whether it is about what stands aside from the guide.
    var isAside: Bool { kind == .misplaced || kind == .unexpected }

    /// Why a step aside from the guide is taken.
    var reason: StaticString {
        switch (action, kind) {
        case (.close, _): "what follows has a place in the guide again"
        case (_, .misplaced): "the guide has what follows at another place"
        default: "the guide does not have what follows"
        }
    }

    private static func identifier(_ frame: Nesting.Frame, _ nesting: borrowing Nesting) -> [UInt8] {
        guard let guide = nesting.guide(of: frame) else { return [] }
        return Array(guide.loops[Int(frame.loop)].identifier.utf8)
    }

    private static func pack(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        for (index, byte) in bytes.prefix(8).enumerated() { packed |= UInt64(byte) << UInt64(8 * index) }
        return packed
    }

    private static func unpack(_ packed: UInt64) -> String {
        var text = ""
        var rest = packed
        while rest != 0 {
            text.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: rest)))
            rest >>= 8
        }
        return text
    }
}
