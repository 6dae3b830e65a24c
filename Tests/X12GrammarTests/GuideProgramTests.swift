import Testing
import X12Diagnostics
import X12Grammar
import X12Text

@Suite("Guide program")
struct GuideProgramTests {
    @Test("decoding what was encoded gives the same guide")
    func roundTrip() throws {
        let guide = Self.sample
        #expect(try GuideProgram.decode(GuideProgram.encode(guide)) == guide)
    }

    @Test("a program is 7-bit text without quotation marks, whatever the guide says")
    func alphabet() throws {
        var guide = Self.sample
        guide.name = "Größe \"1\" \\ # \n\u{0}"
        let program = GuideProgram.encode(guide)
        #expect(
            program.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") || $0 == 0x0A })
        #expect(try GuideProgram.decode(program) == guide)
    }

    @Test("every number survives", arguments: [0, 1, 31, 32, 1023, 1024, 999_999, 1 << 40, Int.max])
    func numbers(number: Int) throws {
        var guide = Self.sample
        guide.loops[0].maximumUse = number == 0 ? 1 : number
        guide.segments[0].position = number == .max ? 0 : number
        #expect(try GuideProgram.decode(GuideProgram.encode(guide)) == guide)
    }

    @Test("a program cut anywhere is an error, never a guide")
    func cut() {
        let program = Array(GuideProgram.encode(Self.sample).utf8)
        for length in 0..<program.count - 1 {
            #expect(throws: X12Error(.malformedGuide)) { try GuideProgram.decode(Array(program[..<length])) }
        }
    }

    @Test("a program with any byte changed gives a guide or an error, never a crash")
    func changed() {
        let program = Array(GuideProgram.encode(Self.sample).utf8)
        for place in program.indices {
            for byte in [UInt8(ascii: "0"), UInt8(ascii: "o"), UInt8(ascii: "\\"), 0x0A, 0xFF] {
                var damaged = program
                damaged[place] = byte
                do throws(X12Error) {
                    _ = try GuideProgram.decode(damaged)
                } catch {
                    #expect(error.code == .malformedGuide)
                }
            }
        }
    }

    @Test("an index that leads nowhere is refused")
    func indices() {
        var guide = Self.sample
        guide.elements[1].codes = 1
        #expect(throws: X12Error(.malformedGuide)) { try GuideProgram.decode(GuideProgram.encode(guide)) }
        guide = Self.sample
        guide.segments[0].elements = 0..<9
        #expect(throws: X12Error(.malformedGuide)) { try GuideProgram.decode(GuideProgram.encode(guide)) }
    }

    /// One loop, one segment, a composite with codes.
    static let sample = Guide(
        identifier: "005010X000", transactionSet: "999", functionalIdentifier: "FA", name: "Sample",
        loops: [
            LoopRule(
                identifier: "999", name: "Sample", parent: -1, usage: .required, maximumUse: .max, order: 0,
                position: 0, block: .inside, segments: [0])
        ],
        segments: [
            SegmentRule(
                identifier: "SVC", loop: 0, name: "Service", usage: .required, maximumUse: 1, order: 1,
                position: 700, discriminator: Discriminator(element: 1, component: 1, values: ["HC", "AD"]),
                elements: 0..<1, syntaxNotes: 0..<1)
        ],
        elements: [
            ElementRule(
                position: 1, dataElement: "C003", name: "Procedure", usage: .required, type: .composite,
                minimumLength: 0, maximumLength: 0, maximumRepeat: .max, components: 1..<2),
            ElementRule(
                position: 1, dataElement: "235", name: "Qualifier", usage: .situational, type: .identifier,
                minimumLength: 2, maximumLength: 2, guideMaximumLength: 2, codes: 0,
                externalCodes: "X12 source 1"),
        ],
        syntaxNotes: [SyntaxNote(.conditional, [1, 3, 2])], codeLists: [["HC", "AD"]])
}
