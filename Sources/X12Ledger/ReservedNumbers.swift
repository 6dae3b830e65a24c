/// The control numbers of one job: its own, whatever happens to it.
public struct ReservedNumbers: Hashable, Sendable {
    /// The interchange's number, 1 to 999,999,999 (ISA13).
    public let interchange: Int
    /// The numbers of its functional groups in order (GS06).
    public let groups: Range<Int>
    /// The numbers of its transaction sets in order (ST02).
    public let sets: Range<Int>
    /// When the job asked for the first time, as its caller's clock said: written again, it is written as of then.
    public let time: String
    /// Whether the job had asked before and was given these numbers then.
    public let isRepeated: Bool
    /// Whether the job was said to be finished by ``Ledger/finish(_:)``.
    public let isFinished: Bool

    package init(
        interchange: Int, groups: Range<Int>, sets: Range<Int>, time: String, isRepeated: Bool,
        isFinished: Bool
    ) {
        self.interchange = interchange
        self.groups = groups
        self.sets = sets
        self.time = time
        self.isRepeated = isRepeated
        self.isFinished = isFinished
    }

    /// Numbers for a file that only its writer will see, to be checked and thrown away.
    package static let trial = ReservedNumbers(
        interchange: 1, groups: 1..<2, sets: 1..<2, time: "", isRepeated: false, isFinished: false)
}
