import Foundation
import Testing
import X12Diagnostics
import X12Generation
import X12Grammar
import X12Ledger
import X12Models
import X12Rules
import X12TestSupport
import X12Text

@Suite("Claim files of a batch")
struct SubmissionBatchTests {
    private func sample(_ settings: SubmissionSettings) throws -> SubmissionBatch {
        let source = ByteSource(bytes: try SampleFiles.samples.bytes("practice/encounters.csv"))
        let (batch, refused) = try PracticeSamples.gather(
            source, settings, practice: PracticeSamples.practice())
        #expect(refused.isEmpty)
        return batch
    }

    @Test("the sample practice's claims come out clean, a file for each receiver")
    func samplePractice() throws {
        let batch = try sample(PracticeSamples.settings)
        #expect(batch.shares.map(\.count) == [2, 1])
        for share in batch.shares {
            let findings = try PracticeSamples.findings(in: PracticeSamples.write(batch, share))
            #expect(findings.isEmpty)
        }
    }

    @Test("claims are checked with code sets at hand: a diagnosis that is in no list is kept back")
    func codeSets() throws {
        var codes = CodeTables()
        codes.add(.diagnosis, name: "none of them", ["A000": ListedCode()])
        let source = ByteSource(bytes: try SampleFiles.samples.bytes("practice/encounters.csv"))
        let (batch, refused) = try PracticeSamples.gather(
            source, PracticeSamples.settings, practice: PracticeSamples.practice(), codes: codes)
        #expect(batch.shares.isEmpty)
        #expect(refused.count == 3)
        #expect(refused.allSatisfy { $0.contains { $0.rule.id == "837P-HI-CODE" } })
    }

    @Test("a job that runs again at another time writes the bytes of the first time")
    func again() throws {
        var settings = try PracticeSamples.settings
        let first = try sample(settings)
        settings.date = try #require(CalendarDate(year: 2027, month: 1, day: 1))
        let second = try sample(settings)
        let share = first.shares[0]
        let folder = TemporaryFolder()
        let ledger = try folder.ledger()
        var bytes: [[UInt8]] = []
        for batch in [first, second] {
            let numbers = try ledger.reserve(batch.request(share, job: "monday"))
            var written: [UInt8] = []
            try batch.write(share, numbers, note: { _ in }, to: { written += $0 })
            bytes.append(written)
        }
        #expect(bytes[0] == bytes[1])
    }

    @Test("a set takes no more claims than the receiver does", arguments: [1, 2, 3, 7, 100])
    func setSize(_ size: Int) throws {
        var settings = try PracticeSamples.settings
        settings.claimsPerSet = size
        let input = try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837")
        let (batch, refused) = try PracticeSamples.gather(ByteSource(bytes: input), settings, practice: nil)
        #expect(refused.isEmpty)
        let share = try #require(batch.shares.first)
        let bytes = try PracticeSamples.write(batch, share)
        #expect(try PracticeSamples.findings(in: bytes).isEmpty)
        let sets = String(decoding: bytes, as: UTF8.self).split(separator: "\n").count { $0.hasPrefix("ST*") }
        #expect(sets == (share.count + size - 1) / size)
    }

    @Test("claims of one provider and subscriber share their levels, wherever they stood")
    func grouping() throws {
        let head =
            "claimNumber,payer,memberIdentifier,lastName,birthDate,gender,addressLine1,city,state,postalCode,diagnoses,serviceDate,procedureCode,chargeAmount,unitCount"
        func row(_ claim: String, _ member: String) -> String {
            "\(claim),sample,\(member),MOSS,1980-05-12,F,1 ELM ST,PEORIA,IL,61602,I10,2026-02-20,99213,120,1"
        }
        let table = [head, row("A1", "M1"), row("A2", "M2"), row("A3", "M1"), row("A4", "M2")]
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(table.joined(separator: "\n")), PracticeSamples.settings,
            practice: PracticeSamples.practice())
        #expect(refused.isEmpty)
        let text = String(decoding: try PracticeSamples.write(batch, batch.shares[0]), as: UTF8.self)
        let order = text.split(separator: "\n").filter { $0.hasPrefix("HL*") || $0.hasPrefix("CLM*") }
            .map { $0.prefix(6) }
        #expect(order == ["HL*1**", "HL*2*1", "CLM*A1", "CLM*A3", "HL*3*1", "CLM*A2", "CLM*A4"])
    }

    @Test("a claim with an error is kept back, and the others go out")
    func keptBack() throws {
        let text = String(decoding: try SampleFiles.samples.bytes("practice/encounters.csv"), as: UTF8.self)
        let broken = text.replacing("2026-02-21,99214", with: "2026-02-21,").replacing(
            "W100200300", with: "W1é")
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(broken), PracticeSamples.settings, practice: PracticeSamples.practice())
        #expect(batch.shares.map(\.count) == [1])
        #expect(refused.map { $0.map(\.rule) } == [[.characterUnwritable], [.encounterIncomplete]])
        #expect(refused.first?.first?.detail == "'subscriber.person.memberIdentifier'")
    }

    @Test("a payer that knows the sender by numbers of its own is sent these")
    func numbersOfPayers() throws {
        let practice = try Practice(
            ByteSource(
                bytes: Array(
                    String(decoding: SampleFiles.samples.bytes("practice/practice.json"), as: UTF8.self)
                        .replacing(
                            "\"address\": { \"qualifier\": \"ZZ\", \"identifier\": \"PAYER01\" }",
                            with:
                                "\"address\": { \"qualifier\": \"ZZ\", \"identifier\": \"PAYER01\" }, \"sender\": { \"qualifier\": \"30\", \"identifier\": \"SUB77\", \"groupIdentifier\": \"GRP77\" }, \"submitterIdentifier\": \"S-0077\""
                        ).utf8)))
        let table = String(decoding: try SampleFiles.samples.bytes("practice/encounters.csv"), as: UTF8.self)
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(table), PracticeSamples.settings, practice: practice)
        #expect(refused.isEmpty && batch.shares.count == 2)
        var sent: [String: String] = [:]
        for share in batch.shares {
            let receiver = share.destination.address.identifier ?? ""
            sent[receiver] = String(decoding: try PracticeSamples.write(batch, share), as: UTF8.self)
        }
        let own = try #require(sent["PAYER01"])
        #expect(own.contains("*30*SUB77          *ZZ*PAYER01"))
        #expect(own.contains("GS*HC*GRP77*PAYER01*") && own.contains("*46*S-0077~"))
        let other = try #require(sent.first { $0.key != "PAYER01" }?.value)
        #expect(!other.contains("SUB77") && !other.contains("S-0077"))
        // Claims that come complete are sent on in the same way, also where the practice names no submitter.
        var unnamed = practice
        unnamed.submitter = nil
        let again = try PracticeSamples.gather(
            PracticeSamples.table(
                String(decoding: SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)),
            PracticeSamples.settings, practice: unnamed)
        #expect(again.batch.shares.first?.destination.sender.identifier == "SUB77")
        #expect(again.batch.shares.first?.destination.submitter.identifier == "S-0077")
    }

    @Test("notes are said as the payer words them; a field that no note has keeps the claim back")
    func noteFields() throws {
        let text = String(decoding: try SampleFiles.samples.bytes("practice/encounters.json"), as: UTF8.self)
        var practice = try PracticeSamples.practice()
        practice.payers[0].profile = "texas-medicaid"
        var library = ProfileLibrary()
        var profile = PayerProfile()
        profile.name = "texas-medicaid"
        for (id, place, words) in [
            ("A", "2300/NTE[ADD].02", "CODE {code}"), ("B", "2300/K3.01", "SITE {site} {code}"),
            ("C", "2400/NTE.02", "LINE {code}"), ("D", "2300/PWK.06", "A{code}"),
        ] {
            var constraint = ProfileConstraint()
            constraint.id = id
            constraint.kind = .template
            constraint.place = ProfilePath(place)
            constraint.template = ProfileTemplate(words)
            constraint.conditions = []
            if id == "B" { constraint.severity = "warning" }
            profile.constraints.append(constraint)
        }
        library.add(profile)
        func sent(_ fields: String) throws -> (text: String, rules: [String]) {
            let batch = try SubmissionBatch(
                .claims, PracticeSamples.settings, waitingIn: FileManager.default.temporaryDirectory.path,
                profiles: library)
            let edited = text.replacing(
                "\"payer\"",
                with:
                    "\"noteFields\":[\(fields)],\"attachments\":[{\"reportType\":\"OZ\",\"transmission\":\"EL\"}],\"payer\""
            )
            var source = try ClaimSource(PracticeSamples.table(edited), practice: practice)
            var rules: [String] = []
            while let candidate = try source.next() {
                rules += try batch.add(candidate.consignment).findings.map(\.rule.id)
            }
            let share = batch.shares.first
            return (
                try share.map { String(decoding: try PracticeSamples.write(batch, $0), as: UTF8.self) } ?? "",
                rules
            )
        }
        let whole = try sent(#"{"name":"code","value":"CCP"},{"name":"site","value":"4"}"#)
        #expect(whole.rules == [])
        for words in ["NTE*ADD*CODE CCP~", "K3*SITE 4 CCP~", "NTE*ADD*LINE CCP~", "PWK*OZ*EL***AC*ACCP~"] {
            #expect(whole.text.contains(words), "\(words)")
        }
        let part = try sent(#"{"name":"code","value":"CCP"}"#)
        #expect(part.rules == ["B"])
        #expect(part.text.contains("NTE*ADD*CODE CCP~") && !part.text.contains("K3*"))
        let unknown = try sent(#"{"name":"colour","value":"RED"}"#)
        #expect(unknown.rules.contains("GEN-NOTE-FIELD"))
        #expect(unknown.text.isEmpty)
    }

    @Test("a field that no note has keeps a claim back in which nothing else is wrong, and no other")
    func unknownNoteField() throws {
        let text = String(decoding: try SampleFiles.samples.bytes("practice/encounters.json"), as: UTF8.self)
        let first = try #require(text.firstRange(of: "\"payer\""))
        let edited = text.replacingCharacters(
            in: first, with: #""noteFields":[{"name":"colour","value":"RED"}],"payer""#)
        let (whole, _) = try PracticeSamples.gather(
            PracticeSamples.table(text), PracticeSamples.settings, practice: PracticeSamples.practice())
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(edited), PracticeSamples.settings, practice: PracticeSamples.practice())
        #expect(refused.map { $0.map(\.rule) } == [[.noteFieldUnknown]])
        func count(_ batch: SubmissionBatch) -> Int { batch.shares.reduce(0) { $0 + $1.count } }
        #expect(count(batch) == count(whole) - 1)
        for share in batch.shares {
            #expect(try PracticeSamples.findings(in: PracticeSamples.write(batch, share)).isEmpty)
        }
    }

    @Test("what a file says its claims are sent for is kept, and its delimiters are left behind")
    func otherDelimiters() throws {
        let path = "837P/pass/unusual-delimiters.837"
        let (batch, refused) = try PracticeSamples.gather(
            ByteSource(bytes: SampleFiles.samples.bytes(path)), PracticeSamples.settings, practice: nil)
        #expect(refused.isEmpty)
        let text = String(decoding: try PracticeSamples.write(batch, batch.shares[0]), as: UTF8.self)
        #expect(text.hasPrefix("ISA*00*") && text.contains("*^*00501*"))
        let reports = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self
        )
        .replacing("*CH~", with: "*RP~")
        let (other, _) = try PracticeSamples.gather(
            PracticeSamples.table(reports), PracticeSamples.settings, practice: nil)
        #expect(
            String(decoding: try PracticeSamples.write(other, other.shares[0]), as: UTF8.self).contains(
                "*RP~"))
    }

    @Test("carried segments are spelled with the delimiters of the file they go into")
    func carriedDelimiters() throws {
        let plain = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        // A REF04 that the guide does not use is carried as it was spelled.
        let carrying = plain.replacing("REF*EI*123456789~", with: "REF*EI*123456789**2U:77~")
        try #require(carrying != plain)
        let pipes = carrying.replacing("*", with: "|").replacing(":", with: ">")
        var unchecked = RuleConfiguration()
        unchecked.highestLevel = 0
        let batch = try SubmissionBatch(
            .claims, PracticeSamples.settings, waitingIn: FileManager.default.temporaryDirectory.path,
            rules: unchecked)
        var source = try ClaimSource(PracticeSamples.table(pipes), practice: nil)
        while let candidate = try source.next() { _ = try batch.add(candidate.consignment) }
        let text = String(decoding: try PracticeSamples.write(batch, batch.shares[0]), as: UTF8.self)
        #expect(text.contains("REF*EI*123456789**2U:77~"))
        // One that holds a delimiter of ours as data cannot go out.
        var clashing = try ClaimSource(
            PracticeSamples.table(pipes.replacing("2U>77", with: "2U>7*7")), practice: nil)
        let refused = try batch.add(try #require(try clashing.next()).consignment)
        #expect(!refused.isAccepted)
        #expect(refused.findings.map(\.rule) == [.characterUnwritable])
    }

    @Test("an interchange takes no more claims than the receiver does")
    func fileSize() throws {
        var settings = try PracticeSamples.settings
        settings.claimsPerFile = 1
        let (batch, _) = try PracticeSamples.gather(
            ByteSource(bytes: SampleFiles.samples.bytes("practice/encounters.csv")), settings,
            practice: PracticeSamples.practice())
        let pieces = batch.pieces(of: batch.shares[0], most: 1)
        #expect(pieces.map(\.count) == [1, 1])
        let texts = try pieces.map { String(decoding: try PracticeSamples.write(batch, $0), as: UTF8.self) }
        #expect(texts.map { $0.split(separator: "\n").count { $0.hasPrefix("CLM*") } } == [1, 1])
    }

    @Test(
        "claims of a file come through unchanged but for numbering and envelope",
        arguments: SampleFiles.samples.paths(below: ["837P/pass"]).filter { $0.hasSuffix(".837") })
    func unchanged(_ path: String) throws {
        let input = try SampleFiles.samples.bytes(path)
        let (batch, refused) = try PracticeSamples.gather(
            ByteSource(bytes: input), PracticeSamples.settings, practice: nil)
        let before = try PracticeSamples.claims(in: input)
        var after: [Claim] = []
        for share in batch.shares {
            after += try PracticeSamples.claims(in: PracticeSamples.write(batch, share))
        }
        #expect(refused.isEmpty)
        #expect(
            Set(after.compactMap(\.patientControlNumber)) == Set(before.compactMap(\.patientControlNumber)))
        for claim in before {
            #expect(after.contains { $0.patientControlNumber == claim.patientControlNumber && $0 == claim })
        }
    }
}

@Suite("Characters that texts may have")
struct TextPolicyTests {
    @Test("capitals and plain letters, where the receiver wants them")
    func basic() throws {
        var settings = try PracticeSamples.settings
        settings.texts = TextPolicy(characterSet: .basic, isUpperCase: true, takesOffAccents: true)
        let text = String(decoding: try SampleFiles.samples.bytes("practice/encounters.json"), as: UTF8.self)
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(text.replacing("\"ISAAC\"", with: "\"Müller-Weiß\"")), settings,
            practice: PracticeSamples.practice())
        #expect(refused.isEmpty)
        let bytes = try PracticeSamples.write(batch, batch.shares[0])
        #expect(String(decoding: bytes, as: UTF8.self).contains("NM1*IL*1*MULLER-WEISS*ROSA"))
    }

    @Test("a delimiter in a name keeps the claim back", arguments: ["A*B", "A~B", "A:B", "A^B"])
    func delimiter(_ name: String) throws {
        let text = String(decoding: try SampleFiles.samples.bytes("practice/encounters.json"), as: UTF8.self)
        let (batch, refused) = try PracticeSamples.gather(
            PracticeSamples.table(text.replacing("\"ISAAC\"", with: "\"\(name)\"")), PracticeSamples.settings,
            practice: PracticeSamples.practice())
        #expect(batch.shares.isEmpty)
        #expect(refused.map { $0.map(\.rule) } == [[.characterUnwritable]])
    }
}
