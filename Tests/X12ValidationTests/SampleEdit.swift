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

    var testDescription: String { story }

    /// The sample's bytes with the changes made.
    func bytes() throws -> [UInt8] {
        var text = String(decoding: try SampleFile(path: sample).bytes, as: UTF8.self)
        for change in changes {
            guard text.contains(change.from) else { throw Failure(text: change.from) }
            text.replace(change.from, with: change.to)
        }
        return Array(text.utf8)
    }

    /// A change that does not fit its sample.
    struct Failure: Error { let text: String }

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
