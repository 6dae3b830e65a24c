internal import X12Models

/// How many people there is what answer for.
struct CoverageTally {
    private(set) var counts: [CoverageStatus: Int] = [:]
    /// How many answers there were that name nobody, since the payer or who asks could not be answered for.
    var levels = 0

    var people: Int { counts.values.reduce(0, +) }
    /// Whether everybody is told to be covered, and nothing was left without an answer.
    var areAllActive: Bool {
        people > 0 && levels == 0 && counts[.active] == people && !isAnythingUnanswered
            && ofOtherDays == 0
    }
    /// Of how many people the active coverage is of other days than the answer's.
    private(set) var ofOtherDays = 0
    /// Of how many people coverage is active of the answer's day, and the inquiry was refused.
    private(set) var refused = 0
    private var isAnythingUnanswered = false

    mutating func count(_ answer: CoverageAnswer) {
        counts[answer.status, default: 0] += 1
        if answer.status == .active {
            if answer.otherDays != nil {
                ofOtherDays += 1
            } else if answer.isRefused {
                refused += 1
            }
        }
        if !answer.rejections.isEmpty { isAnythingUnanswered = true }
    }
}
