import X12Models
import X12TestSupport
import X12Text

/// The answer key of a bed, as JSON: what became of each visit, and what each day's remittance pays.
///
/// Amounts are strings, as everywhere in our JSON. A claim's `rule` is the one that finds its fault.
struct TestBedKey {
    private var text = ""
    private var days: [String] = []
    private var isFirst = true

    init(_ settings: TestBedSettings) {
        text = "{\n  \"seed\": \(settings.seed),\n  \"visits\": \(settings.visits),\n  \"claims\": ["
    }

    mutating func add(_ visits: [TestBedVisit], day: Int, payment: Int?) {
        for visit in visits {
            text += isFirst ? "\n    " : ",\n    "
            isFirst = false
            text += Self.line(visit, day)
        }
        guard let payment else { return }
        let name = TestBedVisit.padded(day, 4)
        days.append("    {\"day\": \"\(name)\", \"payment\": \"\(ExactDecimal.cents(payment))\"}")
    }

    mutating func takeBytes() -> [UInt8] {
        defer { text = "" }
        return Array(text.utf8)
    }

    mutating func finish() -> [UInt8] {
        text += "\n  ],\n  \"remittances\": [\n\(days.joined(separator: ",\n"))\n  ]\n}\n"
        return takeBytes()
    }

    private static func line(_ visit: TestBedVisit, _ day: Int) -> String {
        var fields = [
            ("day", "\"\(TestBedVisit.padded(day, 4))\""), ("inquiryNumber", "\"\(visit.inquiryNumber)\""),
            ("claimNumber", "\"\(visit.claimNumber)\""),
            ("memberIdentifier", "\"\(visit.subscriber.memberID)\""),
            ("outcome", "\"\(visit.outcome.rawValue)\""), ("isSecondary", "\(visit.isSecondary)"),
            ("isDependent", "\(visit.child != nil)"), ("lines", "\(visit.lines.count)"),
            ("charge", "\"\(ExactDecimal.cents(visit.charge))\""),
            ("paid", "\"\(ExactDecimal.cents(visit.lastPayment))\""),
            ("patientOwes", "\"\(ExactDecimal.cents(visit.patientOwes))\""),
        ]
        if visit.outcome == .rejected, let fault = visit.fault {
            fields.append(("fault", "\"\(fault.rawValue)\""))
            fields.append(("rule", "\"\(fault.rule)\""))
        }
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }
}
