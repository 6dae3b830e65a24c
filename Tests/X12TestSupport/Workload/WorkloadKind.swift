/// The files that can be generated, by the names used on a command line.
public enum WorkloadKind: String, CaseIterable, Sendable {
    case professionalClaims = "837p"
    case remittances = "835"
    case eligibilityResponses = "271"

    /// Writes a file of this kind in its usual shape; `isOneSet` puts all of it into one transaction set.
    ///
    /// Memory does not grow with `bytes`. An error of `sink` ends the writing and is passed on.
    @discardableResult
    public func write(
        atLeast bytes: Int, seed: UInt64 = 1, format: WorkloadFormat = WorkloadFormat(),
        isOneSet: Bool = false,
        to sink: ([UInt8]) throws -> Void
    ) rethrows -> AnswerKey {
        switch self {
        case .professionalClaims:
            var workload = ClaimWorkload(seed: seed, format: format)
            if isOneSet { workload.claimsPerSet = nil }
            return try workload.write(atLeast: bytes, to: sink)
        case .remittances:
            var workload = RemittanceWorkload(seed: seed, format: format)
            if isOneSet { workload.claimsPerSet = nil }
            return try workload.write(atLeast: bytes, to: sink)
        case .eligibilityResponses:
            var workload = EligibilityWorkload(seed: seed, format: format)
            if isOneSet { workload.membersPerSet = nil }
            return try workload.write(atLeast: bytes, to: sink)
        }
    }
}
