import Foundation
import Testing
import X12Diagnostics
import X12Generation
import X12Grammar
import X12Models
import X12Parser
import X12Rules
import X12Specs
import X12TestSupport
import X12Text
import X12Validation

/// Random claims for every sample profile: 1,000 where long tests are asked for (`X12_LONG_TESTS=1`), else a few.
///
/// With `X12_KEEP_FILES` naming a folder, the files are put there, for other programs to look at.
@Suite("Random claims that keep a sample profile")
struct ProfiledClaimsTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let number = environment["X12_LONG_TESTS"] == "1" ? 1000 : 12

    /// A file of random claims for a payer, made for its profile.
    private static func file(for payer: ProfiledPayer) throws -> [UInt8] {
        let batch = try SubmissionBatch(
            .claims, PracticeSamples.settings, waitingIn: FileManager.default.temporaryDirectory.path)
        var claims = ProfiledClaims(payer, try PracticeSamples.practice(), seed: 7)
        for _ in 0..<number {
            let (findings, isAccepted) = try batch.add(claims.next())
            #expect(isAccepted)
            #expect(findings.map(\.rule.id) == [])
        }
        let share = try #require(batch.shares.first)
        #expect(batch.shares.count == 1 && share.count == number)
        let bytes = try PracticeSamples.write(batch, share)
        if let folder = environment["X12_KEEP_FILES"] {
            try Data(bytes).write(to: URL(filePath: folder).appending(path: payer.profile + ".837"))
        }
        return bytes
    }

    /// What all levels find in a file, a profile included, severities as they are declared.
    private static func findings(in bytes: [UInt8], _ name: String) throws -> [Finding] {
        let profile = try ProfileLibrary().profile(named: name)
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var rules = RuleEngine()
        var engine = ProfileEngine(profile)
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            var found = block.findings
            validator.validate(block, into: &found)
            rules.check(block, into: &found)
            engine.check(block, into: &found)
            findings += found
        }
        return findings
    }

    @Test("every sample profile about claims has such claims")
    func coverage() throws {
        let about = try X12Specs.profiles.map(\.name).filter { name in
            try ProfileLibrary().profile(named: name).constraints.contains { $0.transactionSet == "837" }
        }
        #expect(Set(ProfiledPayer.all.map(\.profile)) == Set(about))
    }

    @Test("nothing is found at any level, the profile included", arguments: ProfiledPayer.all)
    func clean(_ payer: ProfiledPayer) throws {
        let found = try Self.findings(in: Self.file(for: payer), payer.profile)
        #expect(Set(found.map { "\($0.rule.id) \($0.rule.severity)" }) == [])
    }

    @Test(
        "another payer's profile finds what its payer would, and nothing else", arguments: ForeignProfile.all)
    func another(_ other: ForeignProfile) throws {
        let payer = try #require(ProfiledPayer.named(other.claims))
        let bytes = try Self.file(for: payer)
        let found = try Self.findings(in: bytes, other.profile)
        var counts: [String: Int] = [:]
        for finding in found { counts[finding.rule.id, default: 0] += 1 }
        let claims = try PracticeSamples.claims(in: bytes)
        var expected = other.expectedOnce
        for (id, count) in other.expected {
            let total = claims.reduce(0) { $0 + count($1) }
            if total > 0 { expected[id] = total }
        }
        #expect(counts == expected)
        #expect(counts.count > 1)
    }
}

/// The profile of a payer that claims were not made for, with what it has to find in each claim, counted from the
/// claim's model.
struct ForeignProfile: Sendable, CustomTestStringConvertible {
    let claims: String
    let profile: String
    let expected: [String: @Sendable (Claim) -> Int]
    /// What it has to find in the file as a whole.
    var expectedOnce: [String: Int] = [:]

    var testDescription: String { "\(claims) by \(profile)" }

    private static func isResubmission(_ claim: Claim) -> Bool { claim.claimFrequency?.rawValue != "1" }
    private static func isSecond(_ claim: Claim) -> Bool {
        claim.subscriber?.payerResponsibility == .secondary
    }
    private static func member(_ claim: Claim) -> String { claim.subscriber?.person?.memberIdentifier ?? "" }

    static let all: [ForeignProfile] = [
        ForeignProfile(
            claims: "united-commercial", profile: "medicare-part-b",
            expected: [
                "MB-05-PATIENT": { $0.patient == nil ? 0 : 1 },
                "MB-06-PROGRAM": { _ in 1 },
                "MB-07": { _ in 1 },
                "MB-08": { isResubmission($0) ? 1 : 0 },
                "MB-08-NUMBER": { isResubmission($0) ? 1 : 0 },
                "MB-06-MSP": { isSecond($0) ? 1 : 0 },
            ]),
        ForeignProfile(
            claims: "medicare-part-b", profile: "texas-medicaid",
            expected: [
                "MD-PROGRAM": { _ in 1 },
                "TX-01": { _ in 1 },
                "TX-02": { _ in 1 },
                "TX-04": { $0.note == nil ? 0 : 1 },
            ]),
        ForeignProfile(
            claims: "medicaid", profile: "behavioral-carrier",
            expected: [
                "BH-FREQUENCY": { $0.claimFrequency?.rawValue == "8" ? 1 : 0 },
                "BH-CHARGE": { ($0.chargeAmount.map { "\($0)" } ?? "").count > 7 ? 1 : 0 },
            ], expectedOnce: ["BH-LINE-END": 1]),
        ForeignProfile(
            claims: "blue-cross-nc", profile: "tricare-west",
            expected: [
                "TR-01": { _ in 1 },
                "TR-02": { _ in 1 },
                "TR-03": { _ in 1 },
            ]),
        ForeignProfile(
            claims: "tricare-west", profile: "blue-cross-michigan",
            expected: [
                "BM-PAYER": { _ in 1 },
                "BC-03": { _ in 1 },
            ]),
    ]
}
