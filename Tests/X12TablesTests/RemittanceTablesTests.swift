import Testing
import X12Models
import X12TestSupport
import X12Text

@Suite("Tables of remittances")
struct RemittanceTablesTests {
    static let samples = SampleFiles.samples.paths(below: ["835/pass"])

    @Test("claim payments less provider adjustments are the payment", arguments: samples)
    func addsUp(path: String) throws {
        try check(try SampleFiles.samples.bytes(path), path)
    }

    @Test(
        "every remittance of the corpus adds up in tables as it does in the models",
        .enabled(if: SampleFiles.corpus != nil, "the corpus is not beside the package"))
    func corpusAddsUp() throws {
        let corpus = try #require(SampleFiles.corpus)
        var balanced = 0
        for path in corpus.paths(below: ["835"]) where !path.hasSuffix(".md") {
            balanced += try check(try corpus.bytes(path), path)
        }
        // Most of the corpus balances; were it none, nothing would have been shown.
        #expect(balanced > 30, "\(balanced)")
    }

    /// Adds the tables up, and holds the sums against the models'.
    ///
    /// - Returns: how many payments balance.
    @discardableResult
    private func check(_ bytes: [UInt8], _ name: String) throws -> Int {
        let sums = try ModelSums.of(bytes)
        let tables = try TableSet(x12: bytes)
        #expect(tables["payments"].count == sums.count, "\(name)")
        var balanced = 0
        for (row, expected) in zip(tables["payments"], sums) {
            let key = row["paymentKey"] ?? ""
            let claims = tables.sum("claim-payments", "paymentAmount", payment: key)
            let taken = tables.sum("provider-adjustments", "amount", payment: key)
            #expect(claims == expected.claims, "\(name)")
            #expect(taken == expected.adjustments, "\(name)")
            #expect(ExactDecimal(row["amount"] ?? "") == expected.amount, "\(name)")
            guard expected.isBalanced else { continue }
            balanced += 1
            if let claims, let taken { #expect(ExactDecimal(row["amount"] ?? "") == claims - taken) }
        }
        return balanced
    }

    @Test("a reversal and its correction are marked, and both their lines and adjustments are")
    func kinds() throws {
        let bytes = try SampleFiles.samples.bytes("835/pass/reversal-and-correction.835")
        let tables = try TableSet(x12: bytes)
        #expect(tables.values("claim-payments", "kind") == ["reversal", "correction"])
        #expect(tables.values("claim-payments", "paymentAmount") == ["-80", "151.9"])
        #expect(Set(tables.values("payment-adjustments", "kind")) == ["reversal", "correction"])
        #expect(tables.values("payment-lines", "kind").prefix(1) == ["reversal"])
    }

    @Test("all interest of a claim is its interest, and of other amounts the first counts")
    func interest() throws {
        let tables = try changed("takeback-and-interest.835", "AMT*I*.87~", "AMT*I*.8~AMT*AU*7~AMT*I*.07~")
        #expect(tables.values("claim-payments", "interestAmount") == ["0.87"])
        #expect(tables.values("claim-payments", "coveredAmount") == ["7"])
        let unknown = try changed("takeback-and-interest.835", "AMT*I*.87~", "AMT*I*.8~AMT*I*O~")
        #expect(unknown.values("claim-payments", "interestAmount") == [""])
    }

    @Test("numbers of payee, claim and provider that stand in references, and the payer's telephone")
    func references() throws {
        let name = "paid-with-contract-and-copay.835"
        let contact = "PER*CX**FX*8005550177*TE*8005550188~PER*BL*PROVIDER HELP*TE*3125550100~"
        let tables = try changed(name, "PER*BL*PROVIDER HELP*TE*3125550100~", contact)
        #expect(tables.values("payments", "payerPhone") == ["8005550188"])
        #expect(tables.values("payments", "payeeTaxIdentifier") == [""])
        let plain = try changed(name, "PER*BL*PROVIDER HELP*TE", "PER*BL*PROVIDER HELP*TE")
        #expect(plain.values("payments", "payerPhone") == ["3125550100"])
        let named = try changed(name, "*XX*1234567893~", "*FI*123456789~")
        #expect(named.values("payments", "payeeTaxIdentifier") == ["123456789"])
        let beside = try changed(name, "*XX*1234567893~", "*XX*1234567893~REF*TJ*123456780~")
        #expect(beside.values("payments", "payeeTaxIdentifier") == ["123456780"])
        let claim = try changed(name, "REF*1L*GRP4471~", "REF*1L*GRP4471~REF*EA*MR7~REF*CE*GOLD~REF*G1*AU9~")
        #expect(claim.values("claim-payments", "medicalRecordNumber") == ["MR7"])
        #expect(claim.values("claim-payments", "contractClass") == ["GOLD"])
        #expect(claim.values("claim-payments", "priorAuthorizationNumber") == ["AU9"])
        let line = try changed(name, "REF*6R*OFFICE-1-1~", "REF*6R*OFFICE-1-1~REF*LU*11~REF*HPI*1992999999~")
        #expect(line.values("payment-lines", "renderingProviderIdentifier") == ["1992999999", ""])
    }

    /// The tables of a sample with one change.
    private func changed(_ name: String, _ old: String, _ new: String) throws -> TableSet {
        let text = String(decoding: try SampleFiles.samples.bytes("835/pass/" + name), as: UTF8.self)
        try #require(text.contains(old))
        return try TableSet(x12: Array(text.replacing(old, with: new).utf8))
    }

    @Test("a claim's charge less the adjustments in the tables is its payment", arguments: samples)
    func claimsBalance(path: String) throws {
        let tables = try TableSet(x12: try SampleFiles.samples.bytes(path))
        for claim in tables["claim-payments"] {
            let own = tables["payment-adjustments"].filter {
                $0["claimPaymentKey"] == claim["claimPaymentKey"]
            }
            let taken = own.compactMap { ExactDecimal($0["amount"] ?? "") }.reduce(.zero, +)
            let charge = try #require(ExactDecimal(claim["chargeAmount"] ?? ""))
            #expect(ExactDecimal(claim["paymentAmount"] ?? "") == charge - taken, "\(path)")
        }
    }
}

/// What a remittance adds up to, from the models.
private struct ModelSums {
    var amount: ExactDecimal?
    var claims = Optional(ExactDecimal.zero)
    var adjustments = Optional(ExactDecimal.zero)

    var isBalanced: Bool {
        guard let amount, let claims, let adjustments else { return false }
        return claims.subtracting(adjustments) == amount
    }

    static func of(_ bytes: [UInt8]) throws -> [ModelSums] {
        var reader = ModelReader(ByteSource(bytes: bytes))
        var sums: [ModelSums] = []
        func add(_ sum: inout ExactDecimal?, _ amount: ExactDecimal?) {
            sum = sum.flatMap { sum in amount.flatMap { sum.adding($0) } }
        }
        while let item = try reader.next() {
            switch item {
            case .remittanceHeader(let header, _): sums.append(ModelSums(amount: header.payment.amount))
            case .claimPayment(let payment): add(&sums[sums.count - 1].claims, payment.paymentAmount)
            case .remittanceTrailer(let trailer):
                for adjustment in trailer.providerAdjustments {
                    add(&sums[sums.count - 1].adjustments, adjustment.amount)
                }
            default: break
            }
        }
        return sums
    }
}
