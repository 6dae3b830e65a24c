import Testing
import X12Diagnostics
import X12Models
import X12Tables
import X12TestSupport
import X12Text

@Suite("Tables")
struct TablesTests {
    static let samples = SampleFiles.samples.paths(
        below: ["837P/pass", "835/pass", "270/pass", "271/pass"])

    @Test(
        "every row has its row in the table that its key names, and no key stands twice", arguments: samples)
    func links(path: String) throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes(path))
        let parents = [
            ("claimKey", "claims"), ("claimPaymentKey", "claim-payments"), ("paymentKey", "payments"),
            ("responseKey", "eligibility"),
        ]
        for (key, parent) in parents {
            let known = tables.values(parent, key)
            #expect(Set(known).count == known.count, "\(path): \(parent)")
            for (name, columns) in tables.columns where columns.contains(key) {
                for value in tables.values(name, key) where !value.isEmpty {
                    #expect(known.contains(value), "\(path): \(name)")
                }
            }
        }
        for line in tables["claim-adjustments"] + tables["claim-other-payments"]
        where line["line"]?.isEmpty == false {
            #expect(
                tables["claim-lines"].contains {
                    $0["claimKey"] == line["claimKey"] && $0["line"] == line["line"]
                })
        }
        for line in tables["payment-adjustments"] where line["line"]?.isEmpty == false {
            #expect(
                tables["payment-lines"].contains {
                    $0["claimPaymentKey"] == line["claimPaymentKey"] && $0["line"] == line["line"]
                })
        }
    }

    @Test("tables are the same through JSON", arguments: samples)
    func throughJSON(path: String) throws {
        var reader = ModelReader(ByteSource(bytes: try SampleFiles.samples.bytes(path)))
        var items: [ModelItem] = []
        var lines = NDJSONWriter()
        while let item = try reader.next() {
            items.append(item)
            lines.write(item)
        }
        lines.finish()
        var text: [UInt8] = []
        try lines.drain { (bytes: UnsafeRawBufferPointer) throws(X12Error) in text += bytes }
        var back = NDJSONReader(ByteSource(bytes: text))
        var again: [ModelItem] = []
        while let item = try back.next() { again.append(item) }
        let tables = try (TableSet(items), TableSet(again))
        #expect(tables.0.rows == tables.1.rows, "\(path)")
    }

    @Test("all tables of a kind have their first row, those without rows too")
    func heads() throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes("835/pass/claim-level-only.835"))
        let expected = TableDescription.all.filter { $0.transactionSet == "835" }
        #expect(Set(tables.columns.keys) == Set(expected.map(\.name)))
        for table in expected { #expect(tables.columns[table.name] == table.columns.map(\.name)) }
        #expect(tables["payment-lines"].isEmpty)
    }

    @Test("columns have names of their own, and a meaning")
    func declarations() {
        #expect(Set(TableDescription.all.map(\.name)).count == TableDescription.all.count)
        for table in TableDescription.all {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
            for column in table.columns { #expect(!column.meaning.isEmpty, "\(column.name)") }
        }
    }

    @Test("a secondary claim's other payer, its decisions and adjustments")
    func otherPayers() throws {
        let bytes = try SampleFiles.samples.bytes("837P/pass/tertiary-with-two-other-payers.837")
        let tables = try TableSet(x12: bytes)
        #expect(tables.values("claims", "otherPayerCount") == ["2"])
        #expect(tables["claim-other-payers"].count == 2)
        var checked = 0
        for line in tables["claim-lines"] {
            let charge = try #require(ExactDecimal(line["chargeAmount"] ?? ""))
            let payments = tables["claim-other-payments"].filter { $0["line"] == line["line"] }
            for payment in payments {
                let taken = tables["claim-adjustments"].filter {
                    $0["line"] == line["line"] && $0["payment"] == payment["payment"]
                }
                let sum = taken.compactMap { ExactDecimal($0["amount"] ?? "") }.reduce(.zero, +)
                #expect(ExactDecimal(payment["paidAmount"] ?? "") == charge - sum)
                checked += taken.count
            }
        }
        // Two lines, each decided by two payers, with ten adjustments in all.
        #expect(checked == 10)
    }

    @Test("the benefits of a member: active, deductible, what is left of it, copayment, coinsurance")
    func benefits() throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes("271/pass/active-coverage.271"))
        let rows = tables["benefits"].prefix(5).map { row in
            ["kindName", "periodName", "amount", "fraction", "inPlanNetworkIndicator"].map { row[$0] ?? "" }
        }
        #expect(
            rows == [
                ["active coverage", "", "", "", ""], ["deductible", "calendar year", "1500", "", "Y"],
                ["deductible", "remaining", "1200", "", "Y"], ["copayment", "visit", "30", "", "Y"],
                ["coinsurance", "", "", "0.2", "Y"],
            ])
    }

    @Test("places that a benefit is for, and its limits, each by itself")
    func limits() throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes("271/pass/limits-and-visits.271"))
        #expect(tables.values("benefits", "placesOfService") == ["", "11 22", "", "", "", "", ""])
        #expect(tables.values("benefits", "injuries") == ["", "", "", "", "1188", "", ""])
        let names = [
            "benefit", "limit", "quantityKindName", "quantity", "unit", "unitCount", "period", "periodName",
            "periodCount",
        ]
        let rows = tables["benefit-limits"].map { row in names.map { row[$0] ?? "" } }
        #expect(
            rows == [
                ["2", "1", "visits", "2", "WK", "", "", "", ""],
                ["2", "2", "visits", "20", "VS", "", "23", "calendar year", "1"],
                ["5", "1", "", "", "", "1.5", "21", "years", "2"],
            ])
        let keys = Set(tables.values("benefits", "responseKey"))
        #expect(Set(tables.values("benefit-limits", "responseKey")) == keys)
    }

    @Test("a member who was not found: why, and what to do")
    func rejections() throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes("271/pass/member-not-found.271"))
        let row = try #require(tables["rejections"].first)
        #expect(row["level"] == "subscriber")
        #expect(row["rejectReason"] == "72")
        #expect(row["followUpActionName"] == "correct and send again")
    }
}
