import Testing
import X12Grammar
import X12Specs
import X12Text

@Suite("The base dictionary")
struct DictionaryTests {
    @Test("every position has a data element or composite that is defined")
    func defined() {
        let dictionary = X12Specs.dictionary
        let definitions = dictionary.segments.values.map(\.self) + dictionary.composites.values
        let missing = definitions.flatMap(\.elements).map(\.dataElement).filter {
            dictionary.element($0) == nil && dictionary.composite($0) == nil
        }
        #expect(missing == [])
        #expect(dictionary.elements.count == 345)
        #expect(dictionary.composites.count == 18)
        #expect(dictionary.segments.count == 148)
    }

    @Test(
        "the control segments are there with their number of elements",
        arguments: [("ISA", 16), ("TA1", 5), ("GS", 8), ("ST", 3), ("SE", 2), ("GE", 2), ("IEA", 2)])
    func envelope(identifier: String, count: Int) throws {
        let segment = try #require(X12Specs.dictionary.segment(SegmentIdentifier(identifier)))
        #expect(segment.elements.count == count)
    }

    @Test("control segments list their codes, other segments leave that to the guides")
    func codes() {
        let dictionary = X12Specs.dictionary
        #expect(dictionary.slot(15, of: "ISA")?.codes == ["P", "T"])
        #expect(dictionary.slot(5, of: "TA1")?.codes.count == 32)
        #expect(dictionary.slot(1, of: "CLM")?.codes == [])
        #expect(dictionary.slot(1, of: "NM1")?.codes == [])
    }

    @Test("the interchange header has fixed widths that add up to 106 characters")
    func interchangeHeader() throws {
        let header = try #require(X12Specs.dictionary.segment("ISA"))
        let elements = header.elements.compactMap { X12Specs.dictionary.element($0.dataElement) }
        #expect(elements.allSatisfy { $0.minimumLength == $0.maximumLength })
        #expect(header.elements.allSatisfy { $0.requirement == .mandatory })
        // The identifier, a separator before each element, the terminator.
        let width = elements.map(\.maximumLength).reduce(3 + 16 + 1, +)
        #expect(width == 106)
    }

    @Test("every segment identifier of the release is known, those of other industries too")
    func identifiers() {
        #expect(X12Specs.dictionary.identifiers.count == 1035)
        for identifier in ["N9", "CLM", "ISA", "TA1", "SE", "PO1", "BIN"] {
            #expect(X12Specs.isStandardSegment(identifier), "\(identifier)")
        }
        for identifier in ["", "N", "XX", "clm", "CLMX", "CLM0", "ZZZ"] {
            #expect(!X12Specs.isStandardSegment(identifier), "\(identifier)")
        }
        let defined = X12Specs.dictionary.segments.keys
        #expect(defined.filter { !X12Specs.dictionary.identifiers.contains($0) } == [])
    }

    @Test(
        "corrected positions are as three sources have them",
        arguments: [
            ("MEA", 10, "1373", Requirement.optional), ("HCR", 3, "1271", .optional),
            ("SVD", 2, "782", .mandatory),
            ("SV5", 3, "380", .mandatory), ("CLM", 1, "1028", .mandatory), ("NM1", 8, "66", .relational),
        ])
    func slots(identifier: String, position: Int, dataElement: String, requirement: Requirement) throws {
        let slot = try #require(X12Specs.dictionary.slot(position, of: SegmentIdentifier(identifier)))
        #expect(slot.dataElement == dataElement)
        #expect(slot.requirement == requirement)
    }

    @Test(
        "codes have short labels",
        arguments: [
            ("1033", "CO", "contractual, not billable to the patient"),
            ("1325", "7", "replaces an earlier claim"),
            ("1029", "22", "reversal of an earlier payment"), ("98", "85", "billing provider"),
        ])
    func labels(dataElement: String, code: String, label: String) {
        #expect(X12Specs.label(dataElement: dataElement, code: code) == label)
    }

    @Test(
        "a list of labels covers the codes that the guides allow",
        arguments: [
            "98", "305", "306", "374", "522", "591", "615", "618", "620", "621", "715", "716", "717", "735",
            "889",
            "901", "1029", "1032", "1033", "1065", "1069", "1138", "1207", "1365", "1390",
        ])
    func coverage(dataElement: String) throws {
        var unlabelled: Set<String> = []
        for identifier in X12Specs.guides {
            let guide = try #require(X12Specs.guide(identifier))
            for element in guide.elements where element.dataElement == dataElement && element.codes >= 0 {
                unlabelled.formUnion(
                    guide.codeLists[element.codes].filter {
                        X12Specs.label(dataElement: dataElement, code: $0) == nil
                    })
            }
        }
        #expect(unlabelled == [])
    }
}
