import X12TestSupport

/// Made-up interchanges to be answered.
enum Inputs {
    /// One claim of two lines, as the first check of an afternoon.
    static let claim = envelope("HC", "101", "005010X222A1", [claimSet()])

    /// A set of one claim of two lines.
    static func claimSet(_ number: String = "0001", claim: String = "PCN0001") -> [String] {
        [
            "ST*837*\(number)*005010X222A1", "BHT*0019*00*B101*20260301*0930*CH",
            "NM1*41*2*MAPLE CLINIC*****46*CLINIC01", "PER*IC*BILLING OFFICE*TE*5555550100",
            "NM1*40*2*SAMPLE PAYER*****46*PAYER01", "HL*1**20*1", "NM1*85*2*MAPLE CLINIC*****XX*1234567893",
            "N3*10 ELM ST", "N4*SPRINGFIELD*IL*627010001", "REF*EI*123456789", "HL*2*1*22*0",
            "SBR*P*18*******CI", "NM1*IL*1*ISAAC*ROSA****MI*W100200300", "N3*22 OAK AVE",
            "N4*SPRINGFIELD*IL*62701", "DMG*D8*19800512*F", "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01",
            "CLM*\(claim)*180***11:B:1*Y*A*Y*Y", "HI*ABK:J020", "LX*1", "SV1*HC:99213*120*UN*1***1",
            "DTP*472*D8*20260220", "REF*6R*L1", "LX*2", "SV1*HC:87880*60*UN*1***1", "DTP*472*D8*20260220",
            "REF*6R*L2", "SE*28*\(number)",
        ]
    }

    /// One claim payment.
    static let payment = envelope(
        "HP", "555", "005010X221A1",
        [
            [
                "ST*835*0001",
                "BPR*I*100*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*20260310",
                "TRN*1*EFT20260310*1512345678", "DTM*405*20260309", "N1*PR*SAMPLE PAYER", "N3*1 PAYER PLAZA",
                "N4*CHICAGO*IL*60601", "PER*BL*PROVIDER HELP*TE*8005550100",
                "N1*PE*MAPLE CLINIC*XX*1234567893", "LX*1", "CLP*PCN0001*1*180*125*20*12*ICN555",
                "NM1*QC*1*ISAAC*ROSA****MI*W100200300", "SVC*HC:99213*120*80**1", "DTM*472*20260220",
                "CAS*CO*45*20", "CAS*PR*3*20", "SVC*HC:87880*60*45**1", "DTM*472*20260220", "CAS*CO*45*15",
                "PLB*1234567893*20261231*WO:OLDCLM77*25", "SE*21*0001",
            ]
        ])

    /// Sets in a group in an interchange, a line feed behind each terminator.
    static func envelope(
        _ kind: String, _ group: String, _ guide: String, _ sets: [[String]], asked: Bool = false
    ) -> String {
        let head =
            "ISA*00*          *00*          *ZZ*CLINIC01       *ZZ*PAYER01        *260301*0930*^*00501*000000\(group)*\(asked ? 1 : 0)*T*:"
        let lines =
            [head, "GS*\(kind)*CLINIC01*PAYER01*20260301*0930*\(group)*X*\(guide)"] + sets.flatMap { $0 }
            + ["GE*\(sets.count)*\(group)", "IEA*1*000000\(group)"]
        return lines.map { $0 + "~\n" }.joined()
    }
}

extension String {
    /// With one text replaced by another, which has to be there.
    func with(_ old: String, _ new: String) -> String {
        precondition(contains(old), "there is no \(old)")
        return replacing(old, with: new)
    }
}
