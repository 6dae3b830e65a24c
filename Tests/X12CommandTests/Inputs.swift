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

    /// Two claims of one subscriber: the first has a number with markup in it, a total that is off and a place of service
    /// that is none; the second is sound.
    static let marked: String = {
        let second = claim.split(separator: "\n").map(String.init)
        let from = second.firstIndex { $0.hasPrefix("CLM*") } ?? 0
        let to = second.firstIndex { $0.hasPrefix("SE*") } ?? 0
        let body = second[from..<to].joined(separator: "\n").replacing("PCN0001", with: "PCN0002")
        return claim.replacing("SE*26*", with: body + "\nSE*34*")
            .replacing("CLM*PCN0001*1180***11:", with: "CLM*<b onclick='x'>&1*1185***98:")
    }()

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

    /// The claim with a code that the guide leaves out, an amount that is none, and no address of the patient.
    static let wrong = claim.replacing("NM1*85*2", with: "NM1*85*7").replacing("*1120*UN", with: "*1,120*UN")
        .replacing("N3*22 OAK AVE~\n", with: "").replacing("SE*26", with: "SE*25")

    /// The 999 that answers it.
    static let wrongAnswer = envelope(
        "FA", "301", "005010X231A1",
        [
            "ST*999*0001*005010X231A1", "AK1*HC*101*005010X222A1", "AK2*837*0001*005010X222A1",
            "IK3*NM1*7*2010*8", "IK4*2*1065*I6*7", "IK3*N3*14*2010*I8", "IK3*SV1*20*2400*8",
            "CTX*CLM01:PCN0001", "IK4*2*782*6*1,120", "IK5*R*5*I5", "AK9*R*1*1*0", "SE*12*0001",
        ])

    /// A 277CA that rejects its claim for the billing NPI, and its first line.
    static let claimAnswer = envelope(
        "HN", "302", "005010X214",
        [
            "ST*277*0001*005010X214", "BHT*0085*08*R4711*20260302*1015*TH", "HL*1**20*1",
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01", "TRN*1*R4711", "DTP*050*D8*20260301",
            "DTP*009*D8*20260302", "HL*2*1*21*1", "NM1*41*2*MAPLE CLINIC*****46*CLINIC01", "TRN*2*B101",
            "STC*A1:20:PR*20260302*WQ*1180", "QTY*AA*1", "AMT*YY*1180", "HL*3*2*19*1",
            "NM1*85*2*MAPLE CLINIC*****XX*1234567893", "TRN*1*0", "QTY*QC*1", "AMT*YY*1180", "HL*4*3*PT",
            "NM1*QC*1*ISAAC*ROSA****MI*W100200300", "TRN*2*PCN0001",
            "STC*A7:562:85*20260302*U*1180********ASK OUR HELP DESK", "DTP*472*D8*20260220",
            "SVC*HC:99213*1120*****1", "STC*A7:507**U", "REF*FJ*1", "SE*27*0001",
        ])

    /// A TA1 that rejects an interchange nobody sent.
    static let receipt =
        "ISA*00*          *00*          *ZZ*PAYER01        *ZZ*CLINIC01       *260302*1015*^*00501*000000303*0*T*:~"
        + "TA1*000000999*260301*0930*R*023~IEA*0*000000303~"
}
