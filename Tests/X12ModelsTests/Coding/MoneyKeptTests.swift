import Testing
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

/// The money of a file, added up twice: of its segments, wherever they stand, and of its models.
private struct Money: Equatable, CustomStringConvertible {
    /// CLM02, SV102, CLP04, SVC03, and all amounts of CAS.
    var charges = ExactDecimal.zero
    var lineCharges = ExactDecimal.zero
    var payments = ExactDecimal.zero
    var linePayments = ExactDecimal.zero
    var adjustments = ExactDecimal.zero

    var description: String {
        "charges \(charges) by line \(lineCharges), payments \(payments) by line \(linePayments), adjustments \(adjustments)"
    }

    init(of segments: [[String]]) {
        for elements in segments {
            func amount(_ position: Int) -> ExactDecimal {
                position < elements.count ? ExactDecimal(elements[position]) ?? .zero : .zero
            }
            switch elements[0] {
            case "CLM": charges = charges + amount(2)
            case "SV1": lineCharges = lineCharges + amount(2)
            case "CLP": payments = payments + amount(4)
            case "SVC": linePayments = linePayments + amount(3)
            case "CAS":
                for position in stride(from: 3, through: 18, by: 3) {
                    adjustments = adjustments + amount(position)
                }
            default: break
            }
        }
    }

    init(of items: [ModelItem]) {
        func sum(_ adjustments: [Adjustment]) -> ExactDecimal {
            adjustments.reduce(.zero) { $0 + ($1.amount ?? .zero) }
        }
        for item in items {
            switch item {
            case .claim(let claim):
                charges = charges + (claim.chargeAmount ?? .zero)
                for payer in claim.otherSubscribers { adjustments = adjustments + sum(payer.adjustments) }
                for line in claim.serviceLines {
                    lineCharges = lineCharges + (line.chargeAmount ?? .zero)
                    for payer in line.adjudications { adjustments = adjustments + sum(payer.adjustments) }
                }
            case .claimPayment(let payment):
                payments = payments + (payment.paymentAmount ?? .zero)
                adjustments = adjustments + sum(payment.adjustments)
                for line in payment.serviceLines {
                    linePayments = linePayments + (line.paymentAmount ?? .zero)
                    adjustments = adjustments + sum(line.adjustments)
                }
            default: break
            }
        }
    }
}

@Suite("Money of segments that change places")
struct MoneyKeptTests {
    /// What loops begin with, and what holds money.
    private static let openers: Set = ["HL", "NM1", "SBR", "CLM", "LX", "SV1", "SVD", "CLP", "SVC", "CAS"]
    private static let envelope: Set = ["ISA", "GS", "ST", "SE", "GE", "IEA"]

    @Test("is all in the models", arguments: ["835", "837P"])
    func exchanged(_ folder: String) throws {
        var tried = 0
        for sample in SampleFile.all(in: folder + "/pass") {
            let element = String(decoding: [sample.bytes[3]], as: UTF8.self)
            let terminator = String(decoding: [sample.bytes[105]], as: UTF8.self)
            var texts = String(decoding: sample.bytes, as: UTF8.self).components(terminator)
            for index in 3..<max(3, texts.count - 4) {
                let pair = [texts[index], texts[index + 1]].map { text in
                    text.trimmed.components(element)[0]
                }
                guard pair.contains(where: Self.openers.contains),
                    !pair.contains(where: Self.envelope.contains)
                else { continue }
                texts.swapAt(index, index + 1)
                let segments = texts.map { $0.trimmed.components(element) }
                let items = try ModelFlow.items(Array(texts.joined(separator: terminator).utf8))
                #expect(
                    Money(of: items) == Money(of: segments),
                    "\(sample), segment \(index + 1): \(pair.joined(separator: " behind "))")
                texts.swapAt(index, index + 1)
                tried += 1
            }
        }
        #expect(tried > 100)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isNewline }.reversed().drop { $0.isNewline }.reversed())
    }

    fileprivate func components(_ separator: String) -> [String] {
        split(separator: Character(separator), omittingEmptySubsequences: false).map(String.init)
    }
}
