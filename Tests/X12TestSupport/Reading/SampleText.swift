/// Small interchanges for tests that look at every byte of them.
public enum SampleText {
    /// An ISA in the fixed layout with the usual delimiters, its terminator left out.
    public static func header(_ controlNumber: String = "000000007") -> String {
        "ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*HEALTHPLAN     *260401*0815*^*00501*"
            + controlNumber + "*0*T*:"
    }

    /// A claim of two lines; the patient's name begins with the letters of an ISA.
    public static let claim = lines([
        header(), "GS*HC*LAKESIDE*HEALTHPLAN*20260401*0815*7*X*005010X222A1", "ST*837*0001*005010X222A1",
        "BHT*0019*00*B7*20260401*0815*CH", "NM1*41*2*LAKESIDE FAMILY CARE*****46*LAKESIDE",
        "PER*IC*OFFICE*TE*5555550177", "NM1*40*2*HEALTH PLAN*****46*HEALTHPLAN", "HL*1**20*1",
        "NM1*85*2*LAKESIDE FAMILY CARE*****XX*1234567893", "N3*4 SHORE RD", "N4*SPRINGFIELD*IL*627010001",
        "REF*EI*987654321", "HL*2*1*22*0", "SBR*P*18*******CI", "NM1*IL*1*ISAAC*ISA****MI*M700700",
        "N3*ISA HOUSE", "N4*SPRINGFIELD*IL*62701", "DMG*D8*19790203*M", "NM1*PR*2*HEALTH PLAN*****PI*HP01",
        "CLM*PCN7*150***11:B:1*Y*A*Y*Y", "HI*ABK:J020", "LX*1", "SV1*HC:99213*100*UN*1***1",
        "DTP*472*D8*20260330", "REF*6R*A1", "LX*2", "SV1*HC:87880*50*UN*1***1", "DTP*472*D8*20260330",
        "REF*6R*A2", "SE*28*0001", "GE*1*7", "IEA*1*000000007",
    ])

    /// The remittance that answers it: 90 paid, 20 of it taken back.
    public static let remittance = lines([
        header("000000070"), "GS*HP*HEALTHPLAN*LAKESIDE*20260410*0600*70*X*005010X221A1", "ST*835*0001",
        "BPR*I*70*C*ACH*CCP*01*111000025*DA*7001*1777777777**01*111000025*DA*7002*20260410",
        "TRN*1*EFT70*1777777777", "DTM*405*20260409", "N1*PR*HEALTH PLAN", "N3*1 PLAN WAY",
        "N4*CHICAGO*IL*60601", "PER*BL*DESK*TE*5555550170", "N1*PE*LAKESIDE FAMILY CARE*XX*1234567893",
        "LX*1", "CLP*PCN7*1*150*90*20*12*ICN7", "NM1*QC*1*ISAAC*ISA****MI*M700700",
        "SVC*HC:99213*100*60**1", "DTM*472*20260330", "CAS*CO*45*20", "CAS*PR*3*20", "REF*6R*A1",
        "SVC*HC:87880*50*30**1", "DTM*472*20260330", "CAS*CO*45*20", "REF*6R*A2",
        "PLB*1234567893*20261231*WO:OLD7*20", "SE*23*0001", "GE*1*70", "IEA*1*000000070",
    ])

    /// An interchange of a few bytes, with a line end behind each terminator.
    public static let tiny =
        header() + "~\r\nGS*HC*A*B*20260401*0815*7*X*005010X279A1~\r\nST*270*0001~\nBHT*1~\n"
        + "SE*3*0001~GE*1*7~IEA*1*000000007~\n"

    /// Segments, each on a line of its own behind a terminator.
    public static func lines(_ segments: [String], terminator: String = "~\n") -> String {
        segments.map { $0 + terminator }.joined()
    }

    /// The segments of a text written by ``lines(_:terminator:)``, to be changed and put together again.
    public static func segments(of text: String) -> [String] {
        text.split(separator: "~\n").map(String.init)
    }
}
