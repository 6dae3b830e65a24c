import Testing
import X12Diagnostics
import X12Text

@testable import X12Models

@Suite("Models from JSON that does not fit")
struct JSONModelErrorTests {
    /// A text for a claim, and the words of the error that it meets.
    struct Sample: CustomTestStringConvertible, Sendable {
        let json: String
        let words: String
        var testDescription: String { json }

        init(_ json: String, _ words: String) {
            self.json = json
            self.words = words
        }
    }

    static let samples = [
        // Amounts are shown; what is no amount may be somebody's name.
        Sample(
            #"{"serviceLines":[{},{},{"chargeAmount":"12,50"}]}"#,
            #"line 1, column 40: serviceLines[2].chargeAmount: "12,50" is not a decimal"#),
        Sample(#"{"chargeAmount":"Jane Doe"}"#, "line 1, column 17: chargeAmount: the text is not a decimal"),
        Sample(
            #"{"chargeAmount":"123-45-6789"}"#, "line 1, column 17: chargeAmount: the text is not a decimal"),
        Sample(#"{"chargeAmount":""}"#, #"line 1, column 17: chargeAmount: "" is not a decimal"#),
        Sample(#"{"chargeAmount":1e20}"#, "line 1, column 17: chargeAmount: 1e20 is not a decimal"),
        Sample(#"{"chargeAmount":"+5"}"#, #"line 1, column 17: chargeAmount: "+5" is not a decimal"#),
        Sample(
            #"{"chargeAmount":"1234567890123456789"}"#,
            #"line 1, column 17: chargeAmount: "1234567890123456789" is not a decimal of at most 18 digits"#),
        Sample(
            #"{"chargeAmount":true}"#,
            "line 1, column 17: chargeAmount: true stands where a decimal is expected"),
        Sample(
            "{\n  \"chargeAmount\": [5]\n}",
            "line 2, column 19: chargeAmount: a list stands where a decimal is expected"),
        // Whole numbers.
        Sample(
            #"{"serviceLines":[{"number":"1"}]}"#,
            "line 1, column 28: serviceLines[0].number: text stands where a whole number is expected"),
        Sample(
            #"{"serviceLines":[{"number":1.5}]}"#,
            "line 1, column 28: serviceLines[0].number: 1.5 is not a whole number"),
        // Texts.
        Sample(
            #"{"patientControlNumber":4711}"#,
            "line 1, column 25: patientControlNumber: a number stands where text is expected"),
        Sample(
            #"{"claimFrequency":{}}"#,
            "line 1, column 19: claimFrequency: an object stands where text is expected"),
        Sample(
            #"{"serviceLines":[{"diagnosisPointers":["1",2]}]}"#,
            "line 1, column 44: serviceLines[0].diagnosisPointers[1]: a number stands where text is expected"),
        Sample(
            #"{"serviceLines":[{"diagnosisPointers":["1",null]}]}"#,
            "line 1, column 44: serviceLines[0].diagnosisPointers[1]: null stands where text is expected"),
        // Dates are not shown: one of them is a birthday.
        Sample(
            #"{"dates":{"onset":"02/14/2026"}}"#,
            "line 1, column 19: dates.onset: the text is not a date, range or time such as "
                + "2026-02-20, 2026-02-20/2026-02-25 or T09:30"),
        Sample(
            #"{"dates":{"onset":20260214}}"#,
            "line 1, column 19: dates.onset: a number stands where a date, range or time such as "
                + "2026-02-20, 2026-02-20/2026-02-25 or T09:30 is expected"),
        // Parts and lists.
        Sample(#"{"dates":"today"}"#, "line 1, column 10: dates: text stands where an object is expected"),
        Sample(
            #"{"serviceLines":{}}"#,
            "line 1, column 17: serviceLines: an object stands where a list is expected"),
        Sample(
            #"{"serviceLines":[{},5]}"#,
            "line 1, column 21: serviceLines[1]: a number stands where an object is expected"),
        Sample(
            #"{"serviceLines":[null]}"#,
            "line 1, column 18: serviceLines[0]: null stands where an object is expected"),
        // Marks.
        Sample(
            #"{"serviceLines":[{"adjudications":[{"adjustments":[{"beginsSegment":"yes"}]}]}]}"#,
            "line 1, column 69: serviceLines[0].adjudications[0].adjustments[0].beginsSegment: "
                + "text stands where true or false is expected"),
        // Fields that nobody knows.
        Sample(
            #"{"chargeAmont":"5"}"#,
            "line 1, column 16: chargeAmont: unknown field, is chargeAmount meant?"),
        Sample(
            #"{"serviceLines":[{"dates":{"Prescriptions":null}}]}"#,
            "line 1, column 44: serviceLines[0].dates.Prescriptions: unknown field, is prescription meant?"),
        Sample(#"{"colour":"red"}"#, "line 1, column 11: colour: unknown field"),
        Sample(#"{"Jane Doe, 1980":1}"#, "line 1, column 19: ?: unknown field"),
        Sample(#"{"carryed":1}"#, "line 1, column 12: carryed: unknown field, is carried meant?"),
        // The first of several, in the order of the guide.
        Sample(
            #"{"colour":1,"serviceLines":5,"chargeAmount":"x"}"#,
            "line 1, column 45: chargeAmount: the text is not a decimal"),
    ]

    @Test("the error names the place, and what is wrong there", arguments: samples)
    func words(sample: Sample) throws {
        let error = #expect(throws: X12Error.self) {
            _ = try JSONModelTests.read(Claim.self, sample.json, ignoring: ["carried", "objectType"])
        }
        #expect(error?.code == .malformedModel)
        #expect(error?.detail == sample.words)
    }

    @Test("dates and times of day name their own form")
    func daysAndTimes() throws {
        let day = #expect(throws: X12Error.self) {
            _ = try JSONModelTests.read(ClaimHeader.self, #"{"creationDate":"20260220"}"#)
        }
        #expect(day?.detail == "line 1, column 17: creationDate: the text is not a date such as 2026-02-20")
        let time = #expect(throws: X12Error.self) {
            _ = try JSONModelTests.read(ClaimHeader.self, #"{"creationTime":930}"#)
        }
        #expect(
            time?.detail
                == "line 1, column 17: creationTime: a number stands where a time such as 09:30 is expected")
    }
}
