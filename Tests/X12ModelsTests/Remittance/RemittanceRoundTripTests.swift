import Testing
import X12Text

@testable import X12Models

@Suite("Remittance, X12 to model to X12")
struct RemittanceRoundTripTests {
    /// The models of one transaction set.
    struct Decoded {
        var header: RemittanceHeader
        var groups: [(group: RemittanceGroup, claims: [ClaimPayment])]
        var trailer: RemittanceTrailer
        var refused: [String]

        init(_ placed: PlacedRemittance) {
            var refused = placed.misfits
            header = PlainDecoder.decode(RemittanceHeader.self, from: placed.header, refused: &refused)
            groups = placed.groups.map { group, claims in
                let decoded = PlainDecoder.decode(RemittanceGroup.self, from: group, refused: &refused)
                return (
                    decoded,
                    claims.map { PlainDecoder.decode(ClaimPayment.self, from: $0, refused: &refused) }
                )
            }
            trailer = PlainDecoder.decode(RemittanceTrailer.self, from: placed.trailer, refused: &refused)
            self.refused = refused
        }

        var text: String {
            var parts = [PlainEncoder.encode(header)]
            for (group, claims) in groups {
                parts.append(PlainEncoder.encode(group))
                parts += claims.map { PlainEncoder.encode($0) }
            }
            return (parts + [PlainEncoder.encode(trailer)]).map(\.text).joined()
        }
    }

    @Test("the sample has every segment of the guide")
    func sampleIsComplete() {
        let placed = PlacedRemittance(Self.full.joined())
        var loops = [placed.header, placed.trailer] + placed.groups.flatMap { [$0.group] + $0.claims }
        loops += loops.flatMap(\.loops)
        let keys = Set(loops.flatMap { loop in loop.segments.map { "\(loop.identifier) \($0.key.packed)" } })
        #expect(keys == PlacedRemittance.everyPlace)
        #expect(keys.count == 53)
    }

    @Test("a remittance with every segment of the guide comes back byte for byte")
    func everything() {
        let text = Self.full.joined()
        let decoded = Decoded(PlacedRemittance(text))
        #expect(decoded.refused == [])
        #expect(decoded.text == text)
    }

    @Test("what is absent stays absent", arguments: Self.full.indices.dropFirst().dropLast())
    func withoutOne(index: Int) {
        // Without the segment that opens a loop, the rest of that loop would stand elsewhere.
        let opening = ["N1*", "LX*", "CLP", "SVC"]
        guard !opening.contains(String(Self.full[index].prefix(3))) else { return }
        var lines = Self.full
        lines.remove(at: index)
        let decoded = Decoded(PlacedRemittance(lines.joined()))
        #expect(decoded.refused == [])
        #expect(decoded.text == lines.joined())
    }

    @Test("values are where a program looks for them")
    func values() throws {
        let decoded = Decoded(PlacedRemittance(Self.full.joined()))
        #expect(decoded.header.payment.handling == .remittanceOnly)
        #expect(decoded.header.payment.amount == ExactDecimal("132.5"))
        #expect(decoded.header.payment.method == .clearingHouse)
        #expect(decoded.header.payment.payeeAccount?.accountNumber == "44556677")
        #expect(decoded.header.payment.date == CalendarDate(x12: "20260220"))
        #expect(decoded.header.trace.number == "TRACE7")
        #expect(decoded.header.payer.webSite == "www.payer.example")
        #expect(decoded.header.payer.technicalContacts.map(\.name) == ["EDI DESK", nil])
        #expect(decoded.header.payee.additionalIdentifiers.map(\.qualifier) == ["TJ", "PQ"])
        let claim = try #require(decoded.groups.first?.claims.first)
        #expect(claim.status == .processedAsPrimaryForwarded)
        #expect(claim.status?.isForwarded == true)
        #expect(claim.patient.lastName == "DOE")
        #expect(claim.crossoverCarrier?.organizationName == "NEXT PLAN")
        #expect(claim.inpatientAdjudication?.remarkCodes == ["MA01", "MA02", "MA03"])
        #expect(claim.outpatientAdjudication?.remarkCodes == ["N1", "", "N3"])
        #expect(claim.adjustments.map(\.reason) == ["45", "253", "1"])
        #expect(claim.statementFromDate == CalendarDate(x12: "20260105"))
        #expect(claim.statementToDate == CalendarDate(x12: "20260107"))
        let line = try #require(claim.serviceLines.first)
        #expect(line.procedure.modifiers == ["25", "59"])
        #expect(line.submittedProcedure?.code == "99215")
        #expect(line.allowedAmount == ExactDecimal("120"))
        #expect(line.serviceDate == CalendarDate(x12: "20260105"))
        #expect(line.serviceEndDate == CalendarDate(x12: "20260106"))
        #expect(line.healthCarePolicies.map(\.identifier) == ["POL1", "POL2"])
        #expect(line.remarks.map(\.code) == ["N130", "75"])
        #expect(decoded.trailer.providerAdjustments.map(\.reason) == [.overpaymentRecovery, .interestOwed])
        #expect(decoded.trailer.segmentCount == 70)
    }

    @Test("no claim loses what it shares with another one")
    func copies() throws {
        let decoded = Decoded(PlacedRemittance(Self.full.joined()))
        let claim = try #require(decoded.groups.first?.claims.first)
        var copy = claim
        copy.insured?.lastOrOrganizationName = "OTHER"
        #expect(claim.insured?.lastOrOrganizationName == "DOE")
        #expect(copy != claim)
    }

    /// Every segment of 005010X221A1 in its order; repeating ones once or twice.
    static let full = [
        "ST*835*0007~",
        "BPR*I*132.5*C*ACH*CCP*01*111000025*DA*998877*1512345678*DIVISION1*01*222000111*SG*44556677"
            + "*20260220~",
        "TRN*1*TRACE7*1512345678*DIVISION1~", "CUR*PR*USD~", "REF*EV*RECEIVER~", "REF*F2*V2.1~",
        "DTM*405*20260219~", "N1*PR*SOME PLAN*XV*12345~", "N3*1 MAIN ST*FLOOR 2~",
        "N4*SOMEWHERE*NY*10001*CA***ON~", "REF*2U*87726~", "REF*NF*54321~",
        "PER*CX*DESK*TE*2125550100*EX*12*FX*2125550101~", "PER*BL*EDI DESK*EM*edi@payer.example~",
        "PER*BL**UR*www.payer.example~", "PER*IC**UR*www.payer.example~", "N1*PE*SOME CLINIC*XX*1234567893~",
        "N3*2 MAIN ST~", "N4*SOMEWHERE*NY*10001~", "REF*TJ*133334444~", "REF*PQ*P77~",
        "RDM*EM*OFFICE*office@clinic.example~", "LX*1~",
        "TS3*1234567893*11*20261231*2*300********12.5**13**14*15**16*17*18*1*19~",
        "TS2*1*2*3*4*5*6*7*8*9*10*11*12*13*14*15*1.0625*17*18*19~",
        "CLP*PCN0001*19*180*132.5*20*12*ICN99*11*1**470*1.25*0.5~",
        "CAS*CO*45*20**253*2.5*1~", "CAS*PR*1*20~", "NM1*QC*1*DOE*JANE*A**JR*MI*M1~",
        "NM1*IL*2*DOE*JOHN*B**SR*MI*M2~", "NM1*74*1*DOE*JANIE*C**II*C*M3~",
        "NM1*82*1*ROE*RAY*D**III*XX*1234567893~",
        "NM1*TT*2*NEXT PLAN*****PI*NP1~", "NM1*PR*2*FIRST PLAN*****PI*FP1~", "NM1*GB*1*DOE*JIM*E**IV*MI*M4~",
        "MIA*1*2*3*4*MA01*6*7*8*9*10*11*12*13*14*15*16*17*18*19*MA02**MA03**24~", "MOA*0.8*2*N1**N3***8*9~",
        "REF*1L*GROUP1~", "REF*F8*ORIGINAL1~", "REF*G2*COMMERCIAL1~", "DTM*232*20260105~",
        "DTM*233*20260107~",
        "DTM*036*20251231~", "DTM*050*20260110~", "PER*CX*CLAIMS*TE*2125550102*EX*7~",
        "PER*CX**EM*c@payer.example~",
        "AMT*AU*150~", "AMT*I*1.01~", "QTY*CA*3~", "SVC*HC:99214:25:59*180*132.5*0510*1*HC:99215*2~",
        "DTM*150*20260105~", "DTM*151*20260106~", "CAS*CO*45*20~", "CAS*PR*1*20*1*2*7.5~", "REF*G1*AUTH1~",
        "REF*6R*LINE1~", "REF*HPI*1234567893~", "REF*0K*POL1~", "REF*0K*POL2~", "AMT*B6*120~", "AMT*T*2~",
        "QTY*ZL*2~", "LQ*HE*N130~", "LQ*RX*75~", "SVC*NU:0450*0*0~", "CLP*0*4*50*0**MC*ICN100~",
        "PLB*1234567893*20261231*WO:ICN98*10*L6*-1.5~", "SE*70*0007~",
    ]
}
