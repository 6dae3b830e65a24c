import Testing
import X12Acknowledgements
import X12Text

@Suite("Money of claims, held against a ledger that is kept day by day")
struct FollowLedgerTests {
    /// What a payer decided of one claim of 180.
    enum Decided: CaseIterable {
        case paid, corrected, denied

        var paid: ExactDecimal { [.paid: 125, .corrected: 100][self] ?? 0 }
        var share: ExactDecimal { [.paid: 20, .corrected: 40][self] ?? 0 }
        var adjusted: ExactDecimal { 180 - paid - share }

        var payment: Exchange.Paid {
            Exchange.Paid(
                claim: "PCN1*\(self == .denied ? 4 : 1)*180*\(paid)*\(share)",
                adjustments: ["CO*\(self == .denied ? 109 : 45)*\(adjusted)"]
                    + (share == 0 ? [] : ["PR*3*\(share)"]))
        }

        var reversal: Exchange.Paid {
            Exchange.Paid(
                claim: "PCN1*22*-180*-\(paid)",
                adjustments: ["CO*\(self == .denied ? 109 : 45)*-\(adjusted)"]
                    + (share == 0 ? [] : ["PR*3*-\(share)"]))
        }
    }

    /// What a payer does on one day.
    enum Step: Hashable {
        case decide(Decided)
        case takeBack
        case correct(Decided)
        case decideAndTakeBack(Decided)

        static let all: [Step] =
            [.takeBack] + Decided.allCases.flatMap { [.decide($0), .correct($0)] }
            + [.decideAndTakeBack(.paid), .decideAndTakeBack(.corrected)]
    }

    /// The decision that stands after each day, and what was sent on it; nil where a payer does no such thing.
    private static func play(_ steps: [Step]) -> (stands: Decided?, days: [[Exchange.Paid]])? {
        var stands: Decided?
        var days: [[Exchange.Paid]] = []
        for step in steps {
            switch step {
            case .decide(let decided):
                // What is denied may be decided on anew without being taken back, what is paid may not.
                guard stands == nil || stands == .denied else { return nil }
                days.append([decided.payment])
                stands = decided
            case .takeBack:
                guard let last = stands else { return nil }
                days.append([last.reversal])
                stands = nil
            case .correct(let decided):
                guard let last = stands else { return nil }
                days.append([last.reversal, decided.payment])
                stands = decided
            case .decideAndTakeBack(let decided):
                guard stands == nil else { return nil }
                days.append([decided.payment, decided.reversal])
            }
        }
        return (stands, days)
    }

    private static func walks(_ length: Int) -> [[Step]] {
        guard length > 1 else { return Step.all.map { [$0] } }
        return walks(length - 1).filter { play($0) != nil }.flatMap { walk in Step.all.map { walk + [$0] } }
    }

    @Test("whatever a payer decides and takes back, the last decision that stands is told", arguments: 1...3)
    func ledger(days: Int) throws {
        var count = 0
        for walk in Self.walks(days) {
            guard let played = Self.play(walk) else { continue }
            count += 1
            let answers = played.days.enumerated().map {
                Exchange.paid($0.element, on: "03\(10 + $0.offset)")
            }
            let files = answers.reversed() + [Exchange.sent([.init()], on: "0301")]
            let claim = try Exchange.follow(files).claim(at: 0)
            let states: [Decided: ClaimState] = [.paid: .paid, .corrected: .paid, .denied: .denied]
            #expect(claim.state == played.stands.map { states[$0] ?? .pending } ?? .reversed, "\(walk)")
            let wanted: [ExactDecimal?] =
                played.stands.map { [$0.paid, $0.share, $0.adjusted, 0] } ?? [0, 0, 0, 180]
            #expect(
                [claim.paid, claim.patientShare, claim.adjusted, claim.open] == wanted, "\(walk)")
            #expect(claim.remarks.isEmpty, "\(walk)")
        }
        #expect(count >= 5 * days * days)
    }
}
