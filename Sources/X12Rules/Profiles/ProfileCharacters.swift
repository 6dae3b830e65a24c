internal import X12Grammar
internal import X12Text

/// The characters that a constraint lets texts have.
struct ProfileCharacters {
    private let allowed: [Bool]

    /// The sets that a constraint names, and its further characters.
    init(_ constraint: ProfileConstraint) {
        var allowed = Array(repeating: false, count: 256)
        for name in constraint.values {
            for byte in Self.bytes(of: name) { allowed[Int(byte)] = true }
        }
        for byte in constraint.extra.utf8 { allowed[Int(byte)] = true }
        self.allowed = allowed
    }

    /// Whether a text has only these.
    func allow(_ text: String) -> Bool { text.utf8.allSatisfy { allowed[Int($0)] } }

    /// The first element of a segment that has others, separators inside it left out; 0 for none.
    func firstOther(in view: borrowing SegmentView) -> Int {
        guard view.elementCount > 0 else { return 0 }
        let separators = [view.delimiters.component, view.delimiters.repetition ?? view.delimiters.component]
        for element in 1...view.elementCount {
            let text = view[element].string
            if text.utf8.contains(where: { !allowed[Int($0)] && !separators.contains($0) }) { return element }
        }
        return 0
    }

    /// The sets of the standard, and kinds of characters.
    private static func bytes(of name: String) -> Set<UInt8> {
        switch name {
        case "upper": CharacterSets.capitals
        case "lower": CharacterSets.smallLetters
        case "digits": CharacterSets.digits
        case "basic": CharacterSets.basic
        case "extended": CharacterSets.extended
        default: []
        }
    }
}
