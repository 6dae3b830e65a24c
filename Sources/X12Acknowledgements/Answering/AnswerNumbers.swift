/// The control numbers of the answers of one run: every interchange gets one of its own (ISA13).
///
/// Pass it on from one input's answers to the next one's (``AcknowledgementWriter/numbers``), and no number comes twice
/// in what the run writes. Bounded: past a million answers numbers are only counted up.
public struct AnswerNumbers: Sendable {
    /// The next ISA13 where they are counted; `nil` repeats the number of the interchange that is answered, or takes
    /// the next one free where that was given already.
    private var counted: Int?
    /// The next GS06 where they are counted; `nil` counts from 1 in each answer.
    private var group: Int?
    private var given: Set<UInt32> = []
    private var highest = 0
    /// Once the highest number was given, free ones are looked for from the lowest: this far all were given.
    private var searched = 0

    /// The highest control number (ISA13, GS06): nine digits.
    public static let highest = 999_999_999
    private static let mostRemembered = 1 << 20

    /// Begins with nothing given.
    ///
    /// - Parameters:
    ///   - interchange: The first answer's ISA13, from 1 to ``highest``, counted up from there; `nil` repeats what is answered.
    ///   - group: The first group's GS06, from 1 to ``highest``, counted up over all answers; `nil` counts from 1 in each
    ///     answer.
    public init(interchange: Int? = nil, group: Int? = nil) {
        for number in [interchange, group].compactMap(\.self) {
            precondition(1...Self.highest ~= number, "a control number is one of 1 to 999,999,999")
        }
        counted = interchange
        self.group = group
    }

    /// The ISA13 of the next answer to an interchange of the number `received`; ``give(_:)`` gives it away.
    mutating func next(answering received: String) -> Int {
        if let counted { return counted }
        let isNumber = received.utf8.count == 9 && received.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        let own = isNumber ? max(1, Int(received) ?? 1) : 1
        let isKnown = given.count < Self.mostRemembered || own > highest
        guard given.contains(UInt32(own)) || !isKnown else { return own }
        guard highest == Self.highest else { return highest + 1 }
        let before = searched
        while given.contains(UInt32(Self.successor(of: searched))), Self.successor(of: searched) != before {
            searched = Self.successor(of: searched)
        }
        return Self.successor(of: searched)
    }

    /// Notes that an answer with this ISA13 went out.
    mutating func give(_ number: Int) {
        if counted != nil { counted = Self.successor(of: number) }
        if given.count < Self.mostRemembered { given.insert(UInt32(number)) }
        if highest == Self.highest, number == Self.successor(of: searched) { searched = number }
        highest = max(highest, number)
    }

    /// The GS06 of the next group, the one at a position in its answer, from 1.
    mutating func nextGroup(at position: Int) -> Int {
        guard let number = group else { return position }
        group = Self.successor(of: number)
        return number
    }

    /// The number behind another one; behind the highest comes 1, as a control number of zero is none.
    private static func successor(of number: Int) -> Int { number >= highest ? 1 : number + 1 }
}
