import Testing
import X12Diagnostics
import X12TestSupport

/// Which guide a set is read by where its identifiers do not say.
@Suite("The guide that a set is read by")
struct ChosenGuideTests {
    private func findings(_ sample: String, _ edits: [(String, String)]) throws -> [String] {
        var text = String(decoding: try SampleFiles.samples.bytes(sample), as: UTF8.self)
        for (old, new) in edits {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return try Validation.findings(in: Array(text.utf8)).map { "\($0.rule.id) \($0.context.guide)" }
    }

    @Test(
        "is told by the first service line of claims, and by ST01 where there is one guide",
        arguments: [
            ("837I/fail/attending-provider-without-identifier.837", "005010X223A2", "ENV-SYN-P"),
            ("837D/fail/surface-unknown.837", "005010X224A2", "GDE-CODE-BAD"),
            ("276/fail/trace-missing.276", "005010X212", "GDE-SEG-MISSING"),
            ("834/fail/maintenance-type-unknown.834", "005010X220A1", "GDE-CODE-BAD"),
            ("820/fail/payment-without-trace.820", "005010X218", "GDE-SEG-MISSING"),
        ])
    func masked(sample: String, guide: String, rule: String) throws {
        let found = try findings(sample, [(guide, "XXXXXXXXXXXX")])
        #expect(found.contains("\(rule) \(guide)"), "\(found)")
        #expect(found.contains { $0.hasPrefix("ENV-GS07-08") })
    }

    @Test(
        "is the one with another addendum where that is named",
        arguments: [
            ("837I/fail/missing-institutional-code.837", "005010X223A2", "005010X223A3", "GDE-SEG-MISSING"),
            ("837D/fail/surface-unknown.837", "005010X224A2", "005010X224", "GDE-CODE-BAD"),
            ("834/fail/maintenance-type-unknown.834", "005010X220A1", "005010X220", "GDE-CODE-BAD"),
        ])
    func near(sample: String, guide: String, named: String, rule: String) throws {
        let found = try findings(sample, [(guide, named)])
        #expect(found.contains("\(rule) \(guide)"), "\(found)")
    }
}
