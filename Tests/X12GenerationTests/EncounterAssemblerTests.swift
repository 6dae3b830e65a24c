import Testing
import X12Diagnostics
import X12Generation
import X12Models
import X12Text

@Suite("Claims out of encounters")
struct EncounterAssemblerTests {
    private let practice: Practice
    private let assembler: EncounterAssembler
    private let encounter: Encounter

    init() throws {
        practice = try PracticeSamples.practice()
        assembler = EncounterAssembler(practice)
        let text = """
            {"claimNumber":"A1","payer":"sample","memberIdentifier":"M1","subscriber":{"lastName":"MOSS",\
            "firstName":"ADA","birthDate":"1980-05-12","gender":"F","address":{"line1":"1 ELM ST","city":"PEORIA",\
            "state":"IL","postalCode":"61602"}},"diagnoses":["J02.0"],"services":[{"serviceDate":"2026-02-20",\
            "procedureCode":"99213","chargeAmount":"120","unitCount":"1"},{"serviceDate":"2026-02-20",\
            "procedureCode":"87880","chargeAmount":"60.25","unitCount":"2"}]}
            """
        var reader = try EncounterReader(PracticeSamples.table(text))
        encounter = try #require(try reader.next())
    }

    @Test("what the guide leaves no choice about is filled in")
    func filled() {
        let assembly = assembler.assemble(encounter)
        #expect(assembly.findings.isEmpty)
        let claim = assembly.claim
        #expect(claim.chargeAmount == ExactDecimal("180.25"))
        #expect(claim.facilityQualifier == "B")
        #expect(claim.claimFrequency == .original)
        #expect(claim.diagnoses.map(\.code) == ["J020"])
        #expect(claim.diagnoses.map(\.qualifier) == ["ABK"])
        #expect(claim.serviceLines.map(\.diagnosisPointers) == [["1"], ["1"]])
        #expect(claim.serviceLines.map(\.number) == [1, 2])
        #expect(claim.subscriber?.relationship == .subscriber)
        #expect(claim.patient == nil)
        #expect(assembly.destination?.address.identifier == "PAYER01")
    }

    @Test("a field of notes that is given twice with two values is a fault, with one value it is not")
    func repeatedNoteField() {
        func field(_ name: String, _ value: String) -> NamedText {
            var field = NamedText()
            field.name = name
            field.value = value
            return field
        }
        var encounter = encounter
        encounter.noteFields = [field("visit", "2"), field("planned", "6"), field("visit", "2")]
        let same = assembler.assemble(encounter)
        #expect(same.findings.isEmpty && same.noteFields == ["visit": "2", "planned": "6"])
        encounter.noteFields[2].value = "3"
        let differing = assembler.assemble(encounter).findings
        #expect(differing.map(\.rule) == [.entryMalformed])
        #expect(differing.first?.detail == "noteFields[2]: 'visit' was given another value before")
        #expect(differing.first?.context.claim == "A1")
    }

    @Test(
        "what is missing is named, and nothing else",
        arguments: [
            Missing("the claim's number") { encounter, _ in encounter.claimNumber = nil },
            Missing("the payer") { encounter, _ in encounter.payer = nil },
            Missing("the member's identifier") { encounter, _ in encounter.memberIdentifier = nil },
            Missing("the subscriber's address") { encounter, _ in encounter.subscriber?.address = nil },
            Missing("the subscriber's date of birth") { encounter, _ in encounter.subscriber?.birthDate = nil
            },
            Missing("service 2: the procedure code") { encounter, _ in
                encounter.services[1].procedureCode = nil
            },
            Missing("service 1: the charge") { encounter, _ in encounter.services[0].chargeAmount = nil },
            Missing("service 1: the date") { encounter, _ in encounter.services[0].serviceDate = nil },
            Missing("service 1: the number of units") { encounter, _ in encounter.services[0].unitCount = nil
            },
            Missing("the place of service") { _, practice in practice.claimDefaults?.placeOfService = nil },
            Missing("a billing provider") { _, practice in practice.billingProviders = [] },
            Missing("the practice's submitter") { _, practice in practice.submitter = nil },
            Missing("the patient, who by the relationship is not the subscriber,") { encounter, _ in
                encounter.relationship = Relationship(rawValue: "19")
            },
            Missing("the payer's number of the claim that is replaced or voided") { encounter, _ in
                encounter.claimFrequency = .replacement
            },
        ])
    func missing(_ missing: Missing) {
        var encounter = encounter
        var practice = practice
        missing.remove(&encounter, &practice)
        let findings = EncounterAssembler(practice).assemble(encounter).findings
        #expect(findings.map(\.rule) == [.encounterIncomplete])
        #expect(findings.map(\.detail) == [missing.name])
    }

    @Test("who is the subscriber by the relationship needs no patient")
    func relationshipOfTheSubscriber() {
        var encounter = encounter
        encounter.relationship = .subscriber
        #expect(assembler.assemble(encounter).findings.isEmpty)
    }

    @Test("with several diagnoses a line has to say which it is for")
    func pointers() {
        var encounter = encounter
        encounter.diagnoses.append("I10")
        encounter.services[1].diagnosisPointers = ["2", "1"]
        let assembly = assembler.assemble(encounter)
        #expect(
            assembly.findings.map(\.detail) == ["service 1: which diagnoses it is for (diagnosisPointers)"])
        #expect(assembly.claim.diagnoses.map(\.qualifier) == ["ABK", "ABF"])
    }

    @Test("a key that the practice does not have is named")
    func unknownKey() {
        var encounter = encounter
        encounter.renderingProvider = "nobody"
        let findings = assembler.assemble(encounter).findings
        #expect(findings.map(\.rule) == [.practiceKeyUnknown])
        #expect(findings.map(\.detail) == ["the rendering provider 'nobody'"])
    }

    @Test("a sum that the practice states is kept as stated, for the balance to be checked")
    func statedSum() {
        var encounter = encounter
        encounter.chargeAmount = 200
        #expect(assembler.assemble(encounter).claim.chargeAmount == 200)
    }
}

/// Something taken out of an encounter or practice file, and what is then said to be missing.
struct Missing: CustomTestStringConvertible, Sendable {
    let name: String
    let remove: @Sendable (inout Encounter, inout Practice) -> Void

    init(_ name: String, _ remove: @escaping @Sendable (inout Encounter, inout Practice) -> Void) {
        self.name = name
        self.remove = remove
    }

    var testDescription: String { name }
}
