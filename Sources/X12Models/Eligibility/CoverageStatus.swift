/// Whether a person is covered, as far as an answer (271) says.
public enum CoverageStatus: String, Sendable, CaseIterable {
    /// Coverage is told of (EB01 `1` to `5`), and of no kind of service that it is inactive.
    case active
    /// All that is told is that it is inactive (EB01 `6` to `8`).
    case inactive
    /// Some of it is active and some inactive.
    case divided
    /// Why there is no answer is told (AAA), and nothing of coverage.
    case rejected
    /// Neither: benefits at most.
    case untold
}

extension EligibilityResponse {
    /// The benefits that say that there is coverage, or that there is none.
    public var coverage: [EligibilityBenefit] {
        benefits.filter { $0.kind?.isActive == true || $0.kind?.isInactive == true }
    }

    /// Whether the person is covered.
    public var coverageStatus: CoverageStatus {
        let kinds = benefits.compactMap(\.kind)
        return switch (kinds.contains(where: \.isActive), kinds.contains(where: \.isInactive)) {
        case (true, true): .divided
        case (true, false): .active
        case (false, true): .inactive
        case (false, false): rejections.isEmpty ? .untold : .rejected
        }
    }
}
