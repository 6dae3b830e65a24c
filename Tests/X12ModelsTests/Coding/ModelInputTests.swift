import Testing
import X12Models

@Suite("The form of an input")
struct ModelInputTests {
    @Test(
        "shows in how it begins, however the bytes arrive",
        arguments: [
            ("ISA*00*", ModelInput.Form.x12), ("", .x12), ("  \n{\"objectType\":\"interchange\"}\n", .ndjson),
            ("{\n  \"schemaVersion\": \"1.0\",\n  \"interchanges\": [{\"item\":{\"objectType\"", .json),
            ("{\"schemaVersion\":\"1.0\",\"objectType\":\"interchange\"}", .ndjson),
            ("\u{FEFF}{\"interchanges\":[]}", .json), ("Dear {objectType}", .x12), ("{\"a\":1}", .json),
            (" [{}]", .json),
        ])
    func form(start: String, form: ModelInput.Form) throws {
        for chunk in [1, 3, 10_000] {
            let input = try ModelInput(ModelFlow.source(Array(start.utf8), chunk: chunk))
            #expect(input.form == form)
        }
    }
}
