import Testing
import X12Acknowledgements
import X12Text

/// One claim that was sent on March 1, and what came back.
struct FollowStory: CustomTestStringConvertible, Sendable {
    let name: String
    let answers: [String]
    let row: String

    var testDescription: String { name }

    init(_ name: String, _ row: String, _ answers: String...) {
        self.name = name
        self.row = row
        self.answers = answers
    }

    /// The claim, and what came back.
    var files: [String] { [Exchange.sent([.init()], on: "0301")] + answers }

    /// What is looked for of a claim: `denied 20260305 835 CO:16`, money behind it where there is a decision.
    static func words(_ claim: FollowedClaim) -> String {
        var parts = [
            claim.state.rawValue, claim.since?.description ?? "-", claim.answer?.kind.rawValue ?? "-",
        ]
        parts += claim.reasons.map(\.code)
        parts += FollowedClaim.Remark.allCases.filter(claim.remarks.contains).map { "+\($0.rawValue)" }
        if let paid = claim.paid {
            parts.append("paid \(paid) patient \(claim.patientShare?.description ?? "-")")
            parts.append("adjusted \(claim.adjusted?.description ?? "-")")
            if let next = claim.paidByNextPayers { parts.append("next \(next)") }
        }
        return (parts + ["open \(claim.open?.description ?? "-")"]).joined(separator: " ")
    }

    /// The claims' words, in whatever order the files are read.
    static func rows(_ files: [String]) throws -> [String] {
        let follower = try Exchange.follow(files)
        #expect((0..<files.count).allSatisfy { follower.errors(in: $0) == 0 })
        let rows = (0..<follower.count).map { words(follower.claim(at: $0)) }
        let turned = try Exchange.follow(files.reversed())
        let back = (0..<turned.count).map { words(turned.claim(at: $0)) }
        #expect(rows.sorted() == back.sorted())
        return rows
    }
}
