import Foundation
import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12Parser
import X12Rules
import X12TestBed
import X12TestSupport
import X12Text
import X12Validation

@Suite("Linked test bed")
struct TestBedTests {
    struct Key: Decodable {
        struct Claim: Decodable {
            var day, inquiryNumber, claimNumber, memberIdentifier, outcome, charge, paid, patientOwes: String
            var rule: String?
            var isSecondary: Bool
        }
        struct Remittance: Decodable {
            var day, payment: String
        }
        var claims: [Claim]
        var remittances: [Remittance]
    }

    private static let rough: TestBedSettings = {
        var settings = TestBedSettings()
        settings.seed = 7
        settings.visits = 120
        settings.visitsPerDay = 40
        settings.faultPercent = 15
        settings.reversalPercent = 15
        settings.secondaryPercent = 25
        settings.unknownMemberPercent = 10
        return settings
    }()

    private func files(_ settings: TestBedSettings) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try TestBed(settings).write { name, bytes in files[name, default: []] += bytes }
        return files
    }

    /// What all levels find in a file: the claim and the rule.
    private func findings(_ bytes: [UInt8], against other: Counterparts? = nil) throws -> [(
        claim: String, rule: String
    )] {
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var engine = RuleEngine(against: other)
        var block = Block()
        var findings: [Finding] = []
        while try reader.next(into: &block) {
            findings += block.findings
            validator.validate(block, into: &findings)
            engine.check(block, into: &findings)
        }
        // Who answers for a payer has no number of the payer's to tell.
        return findings.filter { $0.rule.severity >= .warning && $0.rule.id != "277-ACCEPT-REF" }.map {
            ($0.context.claim, $0.rule.id)
        }
    }

    private func key(_ files: [String: [UInt8]]) throws -> Key {
        try JSONDecoder().decode(Key.self, from: Data(files["key.json"] ?? []))
    }

    @Test(
        "every file is clean but for the faults of the key, which are found with their rules and nothing else"
    )
    func faults() throws {
        let files = try files(Self.rough)
        let key = try key(files)
        #expect(files.count == 3 * 6 + 1 || files.count == 3 * 6 + 2)
        for (name, bytes) in files where name != "key.json" {
            let found = try findings(bytes)
            guard name.hasSuffix(".837") else {
                #expect(found.isEmpty, "\(name): \(found.prefix(3))")
                continue
            }
            let wanted = key.claims.filter { "day-\($0.day).837" == name && $0.rule != nil }
            #expect(
                found.map { "\($0.claim) \($0.rule)" }.sorted()
                    == wanted.map { "\($0.claimNumber) \($0.rule ?? "")" }.sorted(), "\(name)")
        }
        #expect(Set(key.claims.map(\.outcome)).count == 5)
        #expect(key.claims.contains { $0.isSecondary })
    }

    @Test("what was paid in the end is what the key says, and each remittance pays what the key says")
    func money() throws {
        let files = try files(Self.rough)
        let key = try key(files)
        var paid: [String: ExactDecimal] = [:]
        for remittance in key.remittances {
            var payments = ClaimPaymentReader(ByteSource(bytes: files["day-\(remittance.day).835"] ?? []))
            while let payment = try payments.next() {
                #expect(payment.remittance?.payment.amount == ExactDecimal(remittance.payment))
                let number = payment.patientControlNumber ?? ""
                paid[number] = (paid[number] ?? 0) + (payment.paymentAmount ?? 0)
            }
        }
        for claim in key.claims {
            let isDecided = ["paid", "denied", "corrected"].contains(claim.outcome)
            #expect(
                paid[claim.claimNumber] == (isDecided ? ExactDecimal(claim.paid) : nil),
                "\(claim.claimNumber)")
        }
    }

    @Test("the 271 answers every inquiry, and the 277CA rejects the claims with faults")
    func links() throws {
        let files = try files(Self.rough)
        let key = try key(files)
        var answered: [String: Bool] = [:]
        var rejected: Set<String> = []
        for (name, bytes) in files {
            var reader = ModelReader(ByteSource(bytes: bytes))
            while name.hasSuffix(".271"), let item = try reader.next() {
                guard case .response(let response) = item else { continue }
                let traces = response.dependent?.traces ?? response.subscriber?.traces ?? []
                answered[traces.first?.number ?? ""] = !response.benefits.isEmpty
            }
            while name.hasSuffix(".277"), let item = try reader.next() {
                guard case .patientAcknowledgement(let patient) = item else { continue }
                for claim in patient.claims
                where claim.statuses.contains(where: {
                    $0.status?.category?.hasPrefix("A7") == true || $0.action?.rawValue == "U"
                }) {
                    rejected.insert(claim.patientControlNumber ?? "")
                }
            }
        }
        for claim in key.claims {
            #expect(
                answered[claim.inquiryNumber] == (claim.outcome != "memberUnknown"), "\(claim.inquiryNumber)")
        }
        #expect(rejected == Set(key.claims.filter { $0.outcome == "rejected" }.map(\.claimNumber)))
    }

    @Test("the same seed gives the same bytes, and another seed others")
    func seeded() throws {
        var settings = TestBedSettings()
        let first = try files(settings)
        #expect(try files(settings) == first)
        settings.seed = 2
        #expect(try files(settings) != first)
    }

    @Test("following all files comes to what the key says of each claim, whatever their order")
    func followed() throws {
        let files = try files(Self.rough)
        let key = try JSONDecoder().decode(Key.self, from: Data(files["key.json"] ?? []))
        let sent = key.claims.filter { $0.outcome != "memberUnknown" }
        let sources = files.filter { $0.key != "key.json" }.sorted { $0.key < $1.key }.map(\.value)
        for order in [sources, sources.reversed()] {
            var follower = ClaimFollower()
            for round in ClaimFollower.Round.allCases {
                for (index, bytes) in order.enumerated() where follower.needs(index, in: round) {
                    try follower.read(ByteSource(bytes: bytes), file: index, in: round)
                }
            }
            follower.finish()
            #expect(follower.count == sent.count && follower.unmatchedCounts.isEmpty)
            var claims: [String: FollowedClaim] = [:]
            for index in 0..<follower.count {
                claims[follower.claim(at: index).number] = follower.claim(at: index)
            }
            for wanted in sent {
                let claim = try #require(claims[wanted.claimNumber])
                let state = ["rejected": ClaimState.rejected, "denied": .denied][wanted.outcome] ?? .paid
                #expect(claim.state == state, "\(wanted.claimNumber)")
                // A total that is wrong is the fault itself.
                let isWrong = wanted.rule == "837P-BAL-CLM02"
                #expect((claim.charge == ExactDecimal(wanted.charge)) != isWrong)
                #expect(claim.paid ?? .zero == ExactDecimal(wanted.paid))
                #expect(claim.patientShare ?? .zero == ExactDecimal(wanted.patientOwes))
                #expect(claim.open == (state == .rejected ? claim.charge : .zero))
            }
        }
    }

    /// The bed that stands in `Samples/testbed`: ten visits of one day, and a correction on the next.
    private static let sample: TestBedSettings = {
        var settings = TestBedSettings()
        settings.seed = 286
        settings.visits = 10
        settings.visitsPerDay = 10
        settings.unknownMemberPercent = 12
        settings.faultPercent = 15
        settings.denialPercent = 15
        settings.reversalPercent = 15
        settings.secondaryPercent = 15
        return settings
    }()

    /// `X12_RECORD=1` writes the files anew, and that run fails.
    @Test("the bed in Samples is the one that its settings make")
    func samples() throws {
        let files = try files(Self.sample)
        let folder = SampleFiles.samples.folder.appending(path: "testbed")
        if ProcessInfo.processInfo.environment["X12_RECORD"] == "1" {
            for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
            Issue.record("recorded \(files.count) files")
            return
        }
        #expect(SampleFiles.samples.paths(below: ["testbed"]) == files.keys.map { "testbed/" + $0 }.sorted())
        for (name, bytes) in files {
            let isSame = try SampleFiles.samples.bytes("testbed/" + name) == bytes
            #expect(isSame, "\(name) is not what is made now; write it anew with X12_RECORD=1")
        }
    }

    @Test("each file in Samples is what its key says, also held against the claims")
    func sampleFaults() throws {
        let files = try Dictionary(
            uniqueKeysWithValues: SampleFiles.samples.paths(below: ["testbed"]).map {
                (String($0.dropFirst("testbed/".count)), try SampleFiles.samples.bytes($0))
            })
        let key = try key(files)
        #expect(Set(key.claims.map(\.outcome)).count == 5)
        let size = files.values.reduce(0) { $0 + $1.count }
        #expect(size < 100_000)
        var sent = Counterparts()
        for name in ["day-0001.270", "day-0001.837"] { try sent.add(ByteSource(bytes: files[name] ?? [])) }
        for (name, bytes) in files where name != "key.json" {
            let found = try findings(bytes, against: sent).map { "\($0.claim) \($0.rule)" }
            let wanted = key.claims.filter { name.hasSuffix(".837") && $0.rule != nil }
            #expect(found == wanted.map { "\($0.claimNumber) \($0.rule ?? "")" }, "\(name)")
        }
    }
}
