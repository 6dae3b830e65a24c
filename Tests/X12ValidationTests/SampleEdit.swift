import Testing
import X12TestSupport

/// A sound sample with something changed, and what that is found to be.
struct SampleEdit: CustomTestStringConvertible, Sendable {
    /// What was done, in words.
    let story: String
    /// The sample below `Samples`.
    let sample: String
    /// What is replaced, and by what; each text must stand in the sample.
    let changes: [(from: String, to: String)]
    /// What is found, as rule and place (`GDE-CODE-BAD CLM05-2`), in order.
    let findings: [String]
    /// Whether SE01 is put right after the changes.
    var countsAnew = false

    var testDescription: String { story }

    /// The sample's bytes with the changes made.
    func bytes() throws -> [UInt8] {
        var text = String(decoding: try SampleFile(path: sample).bytes, as: UTF8.self)
        for change in changes {
            guard text.contains(change.from) else { throw Failure(text: change.from) }
            text.replace(change.from, with: change.to)
        }
        return Array((countsAnew ? Self.counted(text) : text).utf8)
    }

    /// A change that does not fit its sample.
    struct Failure: Error { let text: String }

    /// The plain claim with something changed and its segments counted anew, so that nothing is wrong but the change.
    static func counted(
        _ story: String, _ from: String, _ to: String, _ findings: String...
    ) -> SampleEdit {
        SampleEdit(
            story: story, sample: "837P/pass/office-visit.837", changes: [(from, to)], findings: findings,
            countsAnew: true)
    }

    /// The plain remittance with something changed and its segments counted anew.
    static func countedPayment(
        _ story: String, _ from: String, _ to: String, _ findings: String...
    ) -> SampleEdit {
        SampleEdit(
            story: story, sample: "835/pass/paid-with-contract-and-copay.835", changes: [(from, to)],
            findings: findings, countsAnew: true)
    }

    /// The text with SE01 of each set put right.
    private static func counted(_ text: String) -> String {
        var lines: [Substring] = []
        var count = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let begins = line.hasPrefix("ST*") || line.hasPrefix("st*")
            count = begins && lines.last?.hasPrefix("ST*") != true ? 1 : count + 1
            let isEnd = line.lowercased().hasPrefix("se*")
            lines.append(isEnd ? "\(line.prefix(3))\(count)*\(line.split(separator: "*")[2])" : line)
        }
        return lines.joined(separator: "\n")
    }

    /// One change of the plain claim.
    static func claim(
        _ story: String, _ from: String, _ to: String, _ findings: String...
    ) -> SampleEdit {
        SampleEdit(
            story: story, sample: "837P/pass/office-visit.837", changes: [(from, to)], findings: findings)
    }

    /// One change of the plain remittance.
    static func payment(
        _ story: String, _ from: String, _ to: String, _ findings: String...
    ) -> SampleEdit {
        SampleEdit(
            story: story, sample: "835/pass/paid-with-contract-and-copay.835", changes: [(from, to)],
            findings: findings)
    }
}
