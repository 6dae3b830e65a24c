import Testing
import X12Diagnostics
import X12Grammar
import X12Specs
import X12Text

@testable import X12Validation

@Suite("Claim form box")
struct ClaimFormBoxTests {
    @Test(
        "a finding on a claim leads to the box of the form",
        arguments: [
            (SampleEdit.claim("", "*11:B:1*", "*11:Z:1*"), "24B"),
            (.claim("", "*11:B:1*", "*11:B:123*"), "22"),
            (.claim("", "*150.5*UN", "*X*UN"), "24F"),
            (.claim("", "D8*20260220~\nREF*6R*OFFICE-1-1", "D8*20260240~\nREF*6R*OFFICE-1-1"), "24A"),
            (.claim("", "REF*EI*123456789~", "REF*EI* ~"), "25"),
            (.claim("", "HI*ABK:J020", "HI*AB:J020"), "21"),
            (.claim("", "BHT*0019*00*", "BHT*0019*99*"), ""),
            (.payment("", "CLP*OFFICE-1*1*", "CLP*OFFICE-1*99*"), ""),
        ])
    func boxes(edit: SampleEdit, box: String) throws {
        let finding = try #require(try Validation.findings(in: edit.bytes()).first)
        #expect(ClaimFormBox.box(of: finding) == box)
    }

    @Test("every entry of the table names an element or segment of the guide")
    func entries() throws {
        let guide = try #require(X12Specs.guide("005010X222A1"))
        for key in ClaimFormBox.boxes.keys {
            let parts = key.split(separator: " ", maxSplits: 2).map(String.init)
            let rules = guide.segments.filter {
                guide.loops[$0.loop].identifier == parts[0] && $0.identifier.description == parts[1]
            }
            #expect(!rules.isEmpty, "\(key)")
            guard parts.count == 3 else { continue }
            let numbers = parts[2].split(separator: "-").map { Int($0) }
            let isPosition = parts[2].count <= 2 || parts[2].contains("-")
            if isPosition, let position = numbers[0] {
                let elements = rules.flatMap { guide.elements[$0.elements] }
                #expect(elements.contains { $0.position == position && $0.usage != .notUsed }, "\(key)")
            } else {
                #expect(rules.contains { $0.discriminator?.values.first == parts[2] }, "\(key)")
            }
        }
    }
}
