/// Small made-up interchanges.
enum Inputs {
    /// One claim of two lines.
    static let claim = envelope(
        "HC", "101", "005010X222A1",
        [
            "ST*837*0001*005010X222A1", "BHT*0019*00*B101*20260301*0930*CH",
            "NM1*41*2*MAPLE CLINIC*****46*CLINIC01",
            "PER*IC*BILLING OFFICE*TE*5555550100", "NM1*40*2*SAMPLE PAYER*****46*PAYER01", "HL*1**20*1",
            "NM1*85*2*MAPLE CLINIC*****XX*1234567893", "N3*10 ELM ST", "N4*SPRINGFIELD*IL*627010001",
            "REF*EI*123456789", "HL*2*1*22*0", "SBR*P*18*******CI", "NM1*IL*1*ISAAC*ROSA****MI*W100200300",
            "N3*22 OAK AVE", "N4*SPRINGFIELD*IL*62701", "DMG*D8*19800512*F",
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01",
            "CLM*PCN0001*1180***11:B:1*Y*A*Y*Y", "HI*ABK:J020", "LX*1", "SV1*HC:99213*1120*UN*1***1",
            "DTP*472*D8*20260220", "LX*2", "SV1*HC:87880*60*UN*1***1", "DTP*472*D8*20260220", "SE*26*0001",
        ])

    /// One claim payment with a takeback.
    static let payment = envelope(
        "HP", "555", "005010X221A1",
        [
            "ST*835*0001",
            "BPR*I*100*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*20260310",
            "TRN*1*EFT20260310*1512345678", "DTM*405*20260309", "N1*PR*SAMPLE PAYER", "N3*1 PAYER PLAZA",
            "N4*CHICAGO*IL*60601", "PER*BL*PROVIDER HELP*TE*8005550100", "N1*PE*MAPLE CLINIC*XX*1234567893",
            "LX*1",
            "CLP*PCN0001*1*180*125*20*12*ICN555", "NM1*QC*1*ISAAC*ROSA****MI*W100200300",
            "SVC*HC:99213*120*80**1",
            "DTM*472*20260220", "CAS*CO*45*20", "CAS*PR*3*20", "SVC*HC:87880*60*45**1", "DTM*472*20260220",
            "CAS*CO*45*15", "PLB*1234567893*20261231*WO:OLDCLM77*25", "SE*21*0001",
        ])

    /// A set that no guide is known for.
    static let unknown = envelope(
        "PO", "7", "004010", ["ST*850*0001", "BEG*00*SA*XX-1234**20260301", "SE*3*0001"])

    /// The claim with a segment that does not exist and a trailer that counts wrong: two errors.
    static let faulty =
        claim.replacing("HI*ABK:J020~\n", with: "HI*ABK:J020~\nZZZ*SECRET~\n").replacing(
            "GE*1*", with: "GE*3*")

    /// The claim with one segment that does not exist a hundred times.
    static let flooded = claim.replacing(
        "HI*ABK:J020~\n", with: "HI*ABK:J020~\n" + String(repeating: "ZZZ*1~\n", count: 100))

    /// The claim in thirty transaction sets of one group, one of them with a charge that is no number.
    static let many: String = {
        var lines = claim.split(separator: "\n").map(String.init)
        let set = Array(lines[2..<lines.count - 2])
        var sets: [String] = []
        for number in 1...30 {
            let control = String(number + 10_000).dropFirst()
            sets += set.map { $0.replacing("*0001", with: "*\(control)") }
        }
        lines.replaceSubrange(2..<lines.count - 2, with: sets)
        let text = lines.joined(separator: "\n") + "\n"
        return text.replacing("GE*1*", with: "GE*30*")
            .replacing("CLM*PCN0001*1180*", with: "CLM*PCN0001*1180.O*", maxReplacements: 1)
    }()

    private static func envelope(_ kind: String, _ number: String, _ guide: String, _ set: [String]) -> String
    {
        let header = [
            "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260301*0930*^*00501*000000101*0*T*:",
            "GS*\(kind)*CLINIC01*PAYER01*20260301*0930*\(number)*X*\(guide)",
        ]
        let trailer = ["GE*1*\(number)", "IEA*1*000000101"]
        return (header + set + trailer).map { $0 + "~\n" }.joined()
    }
}
