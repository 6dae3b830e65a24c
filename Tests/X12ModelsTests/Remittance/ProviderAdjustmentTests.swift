import Testing
import X12Text

@testable import X12Models

@Suite("Provider adjustments, a flat list folded into PLB")
struct ProviderAdjustmentTests {
    private static func adjustments(_ count: Int) -> [ProviderAdjustment] {
        (0..<count).map { index in
            var adjustment = ProviderAdjustment()
            adjustment.providerIdentifier = "P1"
            adjustment.fiscalPeriodDate = CalendarDate(x12: "20261231")
            adjustment.reason = .overpaymentRecovery
            adjustment.identifier = "ICN\(index)"
            adjustment.amount = ExactDecimal(exactly: index)
            return adjustment
        }
    }

    @Test(
        "each PLB is filled with six before the next begins",
        arguments: [(0, []), (1, [1]), (6, [6]), (7, [6, 1]), (12, [6, 6]), (13, [6, 6, 1])])
    func folding(count: Int, expected: [Int]) {
        let packed = ProviderAdjustmentSegment.pack(Self.adjustments(count))
        #expect(packed.map(\.details.count) == expected)
        #expect(ProviderAdjustmentSegment.unpack(packed) == Self.adjustments(count))
    }

    @Test("another provider, fiscal period or mark begins a PLB", arguments: 0..<3)
    func beginning(kind: Int) {
        var adjustments = Self.adjustments(3)
        switch kind {
        case 0: adjustments[1].providerIdentifier = "P2"
        case 1: adjustments[1].fiscalPeriodDate = CalendarDate(x12: "20251231")
        default: adjustments[1].beginsSegment = true
        }
        let packed = ProviderAdjustmentSegment.pack(adjustments)
        #expect(packed.map(\.details.count) == (kind == 2 ? [1, 2] : [1, 1, 1]))
        #expect(ProviderAdjustmentSegment.unpack(packed) == adjustments)
    }

    @Test(
        "PLB segments come back as they were sent",
        arguments: [
            "PLB*P1*20261231*WO:A*1~PLB*P1*20261231*WO:B*2~",
            "PLB*P1*20261231*WO:A*1*L6*-2~PLB*P2*20261231*FB:C*3~",
            "PLB*P1*20261231*1:A*1*2:B*2*3:C*3*4:D*4*5:E*5*6:F*6~PLB*P1*20261231*7:G*7~",
            "PLB*P1*20261231*WO:A*1***CS*3~", "PLB*P1*20261231~", "PLB*P1*20261231~PLB*P1*20261231*WO*1~",
            "PLB*P1~PLB*P1~PLB*P1~", "PLB**20261231*:A*1~", "PLB~",
        ])
    func asSent(text: String) {
        var refused: [String] = []
        let trailer = PlainDecoder.decode(
            RemittanceTrailer.self, from: PlacedRemittance(text).trailer, refused: &refused)
        #expect(refused == [])
        #expect(PlainEncoder.encode(trailer).text == text)
    }
}
