internal import X12Diagnostics

/// Why a claim is rejected: for itself, for the levels it stands under, for its lines.
struct ClaimRejection {
    /// Reasons of the claim as a whole, each with the statuses that belong together.
    private(set) var reasons: [[Finding.ClaimStatus]] = []
    /// Reasons of service lines by their numbers (LX01).
    private(set) var lines: [Int: [[Finding.ClaimStatus]]] = [:]

    /// The most reasons that are told of a claim or of a line; a claim is not better for more.
    private static let most = 20

    /// No reason.
    init() {}

    /// The reasons that findings give.
    init(_ findings: [Finding]) {
        for finding in findings {
            let statuses = Self.statuses(of: finding)
            if finding.serviceLine > 0 {
                Self.add(statuses, to: &lines[finding.serviceLine, default: []])
            } else {
                Self.add(statuses, to: &reasons)
            }
        }
    }

    var isEmpty: Bool { reasons.isEmpty && lines.isEmpty }

    /// These reasons behind those of the levels around.
    func behind(_ levels: [ClaimRejection]) -> ClaimRejection {
        var all = ClaimRejection()
        for statuses in levels.flatMap(\.reasons) + reasons { Self.add(statuses, to: &all.reasons) }
        all.lines = lines
        return all
    }

    /// How a finding is told; one whose rule says nothing is missing or wrong information.
    static func statuses(of finding: Finding) -> [Finding.ClaimStatus] {
        let statuses = finding.rule.acknowledgement.statuses
        return statuses.isEmpty ? ["A7:21"] : Array(statuses.prefix(3))
    }

    private static func add(_ statuses: [Finding.ClaimStatus], to list: inout [[Finding.ClaimStatus]]) {
        guard list.count < most, !list.contains(statuses) else { return }
        list.append(statuses)
    }
}
