import Testing
import X12Diagnostics

@Suite("Segment excerpt")
struct SegmentExcerptTests {
    /// The segment's line and the mark's line of the text that is printed.
    func lines(_ segment: [UInt8], at location: Location) -> [String] {
        let finding = Finding(FindingSamples.codeBad, at: location, found: Fact("Z", .code))
        let excerpt = SegmentExcerpt(segment, FindingSamples.delimiters)
        let text = FindingRenderer(file: "f", showsValues: true).text(of: finding, excerpt: excerpt)
        return text.split(separator: "\n").filter { $0.hasPrefix("   | ") }.map { String($0.dropFirst(5)) }
    }

    @Test(
        "the mark stands where the element, repetition and component start",
        arguments: [
            (Location(), 0), (Location(element: 1), 3), (Location(element: 2), 6), (Location(element: 3), 7),
            (Location(element: 3, component: 2), 10), (Location(element: 3, repetition: 2), 14),
            (Location(element: 3, component: 2, repetition: 2), 16), (Location(element: 4), 19),
            (Location(element: 9), 20), (Location(element: 1, component: 2), 3),
            (Location(element: 1, repetition: 3), 3),
        ])
    func mark(location: Location, column: Int) {
        let lines = lines(Array("HI*AB**CD:EFG^H:IJ*K".utf8), at: location)
        #expect(lines == ["HI*AB**CD:EFG^H:IJ*K~", String(repeating: " ", count: column) + "^"])
    }

    @Test("separators that ISA holds as data do not count")
    func header() {
        let isa =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260220*0930*^*00501*000000101*0*P*:"
        let lines = lines(Array(isa.utf8), at: Location(element: 16, component: 2, repetition: 2))
        #expect(lines.first?.hasSuffix("*P*:~") == true)
        #expect(lines.last?.count == lines.first.map { $0.count - 1 })
    }

    @Test("of a long segment the part around the place is shown")
    func long() {
        let segment = Array(("NTE*ADD*" + String(repeating: "x", count: 500) + "*END").utf8)
        let atStart = lines(segment, at: Location(element: 1))
        #expect(atStart.first?.hasPrefix("NTE*ADD*xxx") == true)
        #expect(atStart.first?.hasSuffix("xxx...") == true)
        #expect(atStart.last == "    ^")
        let atEnd = lines(segment, at: Location(element: 3))
        #expect(atEnd.first?.hasPrefix("...xxx") == true)
        #expect(atEnd.first?.hasSuffix("*END~") == true)
        #expect(atEnd.first.map { $0.count - 4 } == atEnd.last?.count.advanced(by: -1))
    }

    @Test("bytes of which none begins a character do not make the excerpt longer", arguments: [0, 1])
    func continuationBytes(element: Int) {
        let segment = Array("NTE*".utf8) + [UInt8](repeating: 0x80, count: 600_000)
        let lines = lines(segment, at: Location(element: element))
        #expect(lines.allSatisfy { $0.count < 120 })
    }

    @Test("characters of several bytes, and bytes that are none, take one column each")
    func otherBytes() {
        let place = Location(element: 2)
        #expect(lines(Array("N1*é*X".utf8), at: place) == ["N1*é*X~", "     ^"])
        #expect(lines([0x4E, 0x31, 0x2A, 0xE9, 0x2A, 0x58], at: place) == ["N1*\u{FFFD}*X~", "     ^"])
    }
}
