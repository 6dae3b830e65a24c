import Testing
import X12Parser
import X12Text

@testable import X12Models

@Suite("Transaction sets that no model reads yet")
struct PassedThroughTests {
    static let head =
        "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260801*1200*^*00501*000000001*0*T*:~"
    static let inquiry =
        "GS*HS*A*B*20260801*1200*1*X*005010X279A1~ST*270*0001*005010X279A1~BHT*0022*13*R*20260801*1200~"
        + "HL*1**20*1~NM1*PR*2*PAYER*****PI*P1~HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1999999984~HL*3*2*22*0~"
        + "NM1*IL*1*ROE*R****MI*M1~EQ*30~DTP*291*D8*20260801~N9*ZZ*STRANGER~SE*12*0001~GE*1*1~"
    static let response =
        "GS*HB*A*B*20260801*1200*2*X*005010X279A1~ST*271*0002*005010X279A1~BHT*0022*11*R*20260801*1200~"
        + "HL*1**20*1~NM1*PR*2*PAYER*****PI*P1~HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1999999984~HL*3*2*22*0~"
        + "NM1*IL*1*ROE*R****MI*M1~EB*1**30~LS*2120~NM1*PR*2*OTHER~LE*2120~REF*18*LATE~SE*14*0002~GE*1*2~"
    static let acknowledgement =
        "GS*FA*A*B*20260801*1200*3*X*005010X231A1~ST*999*0003*005010X231A1~AK1*HC*1*005010X222A1~"
        + "AK2*837*0001~IK5*A~AK9*A*1*1*1~SE*6*0003~GE*1*3~"

    @Test(
        "come back byte for byte, several in one file and lines wrapped or not",
        arguments: [
            [inquiry], [response], [acknowledgement], [inquiry, response, acknowledgement, inquiry],
        ], ["", "\n", "\r\n"])
    func roundTrip(groups: [String], lineEnd: String) throws {
        let text = (Self.head + groups.joined() + "IEA*\(groups.count)*000000001~")
            .replacing("~", with: "~" + lineEnd)
        var reader = ModelReader(ByteSource(bytes: Array(text.utf8)))
        var writer = ModelWriter()
        while let item = try reader.next() { try writer.write(item) }
        try writer.finish()
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == text)
    }
}
