import X12Acknowledgements
import X12Text

/// Made-up files that a clinic sends and gets back, of a day each, in few words.
struct Exchange {
    /// A claim as it is sent.
    struct Sent {
        var number = "PCN1"
        var charge = "180"
        var frequency = "1"
        var rank = "P"
        var payer = "SAMPLE PAYER"
        var patient = "ISAAC*ROSA"
        var member = "W100"
        var birth = "19800512"
        var original = ""
        var day = "20260220"
    }

    /// A claim of a 277CA.
    struct Taken {
        var number = "PCN1"
        var status = "A2:20"
        var action = "WQ"
        var payerNumber = ""
        var charge = "180"
    }

    /// A claim of an 835: `PCN1*1*180*125*20`, its adjustments, and whose it is.
    struct Paid {
        var claim: String
        var adjustments = ["CO*45*35", "PR*3*20"]
        var payerNumber = ""
        var frequency = ""
        var patient = "ISAAC*ROSA****MI*W100"
        /// Service lines, each as SVC and its CAS.
        var lines: [String] = []
    }

    // MARK: - What is sent

    /// A set of claims of a day (`0301`), by the number that all its envelopes have.
    static func sent(_ claims: [Sent], on day: String, number: Int = 101, batch: String? = nil) -> String {
        var lines = [
            "ST*837*0001*005010X222A1", "BHT*0019*00*\(batch ?? "B\(number)")*2026\(day)*0930*CH",
            "NM1*41*2*MAPLE CLINIC*****46*CLINIC01", "PER*IC*BILLING OFFICE*TE*5555550100",
            "NM1*40*2*SAMPLE PAYER*****46*PAYER01", "HL*1**20*1", "NM1*85*2*MAPLE CLINIC*****XX*1234567893",
            "N3*10 ELM ST", "N4*SPRINGFIELD*IL*627010001", "REF*EI*123456789",
        ]
        for (index, claim) in claims.enumerated() {
            lines += [
                "HL*\(index + 2)*1*22*0", "SBR*\(claim.rank)*18*******CI",
                "NM1*IL*1*\(claim.patient)****MI*\(claim.member)", "N3*22 OAK AVE",
                "N4*SPRINGFIELD*IL*62701", "DMG*D8*\(claim.birth)*F",
                "NM1*PR*2*\(claim.payer)*****PI*\(claim.payer.filter { $0 != " " })",
                "CLM*\(claim.number)*\(claim.charge)***11:B:\(claim.frequency)*Y*A*Y*Y",
            ]
            if !claim.original.isEmpty { lines.append("REF*F8*\(claim.original)") }
            lines += [
                "HI*ABK:J020", "LX*1", "SV1*HC:99213*\(claim.charge)*UN*1***1", "DTP*472*D8*\(claim.day)",
            ]
        }
        return file("HC", "005010X222A1", day, number, lines, isOurs: true)
    }

    // MARK: - What comes back

    static func receipt(_ status: String, of number: Int = 101, on day: String) -> String {
        let code = status == "R" ? "023" : "000"
        return interchange(
            day, 301, ["TA1*\(padded(number))*260301*0930*\(status)*\(code)"], isOurs: false, groups: 0)
    }

    /// A 999: AK9 by its code, sets by theirs.
    static func group(
        _ status: String, of number: Int = 101, on day: String, sets: [(String, String)] = []
    ) -> String {
        let responses = sets.flatMap { set, status in
            ["AK2*837*\(set)*005010X222A1", status == "A" ? "IK5*A" : "IK5*\(status)*5"]
        }
        return file(
            "FA", "005010X231A1", day, 201,
            ["ST*999*0001*005010X231A1", "AK1*HC*\(number)*005010X222A1"] + responses
                + ["AK9*\(status)*1*1*\(status == "R" ? 0 : 1)"])
    }

    static func taken(
        _ claims: [Taken], batch: String = "B101", on day: String, batchStatus: String = "A1:20:PR",
        action: String = "WQ", provider: String? = nil
    ) -> String {
        var lines = [
            "ST*277*0001*005010X214", "BHT*0085*08*R1*2026\(day)*1015*TH", "HL*1**20*1",
            "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01", "TRN*1*R1", "DTP*050*D8*2026\(day)",
            "DTP*009*D8*2026\(day)", "HL*2*1*21*1", "NM1*41*2*MAPLE CLINIC*****46*CLINIC01",
            "TRN*2*\(batch)", "STC*\(batchStatus)*2026\(day)*\(action)*180",
        ]
        if !claims.isEmpty || provider != nil {
            lines += ["HL*3*2*19*1", "NM1*85*2*MAPLE CLINIC*****XX*1234567893", "TRN*1*0"]
        }
        if let provider { lines.append("STC*\(provider)*2026\(day)*U*180") }
        for (index, claim) in claims.enumerated() {
            lines += [
                "HL*\(index + 4)*3*PT", "NM1*QC*1*ISAAC*ROSA****MI*W100", "TRN*2*\(claim.number)",
                "STC*\(claim.status)*2026\(day)*\(claim.action)*\(claim.charge)",
            ]
            if !claim.payerNumber.isEmpty { lines.append("REF*1K*\(claim.payerNumber)") }
            lines.append("DTP*472*D8*20260220")
        }
        return file("HN", "005010X214", day, 401, lines)
    }

    /// A 277 that was asked for: TRN02, STC01, and references.
    static func status(_ trace: String, _ status: String, on day: String, references: [String] = []) -> String
    {
        let lines =
            [
                "ST*277*0001*005010X212", "BHT*0010*08*S1*2026\(day)*0900*DG", "HL*1**20*1",
                "NM1*PR*2*SAMPLE PAYER*****PI*PAYER01", "HL*2*1*21*1",
                "NM1*41*2*MAPLE CLINIC*****46*CLINIC01",
                "HL*3*2*19*1", "NM1*1P*2*MAPLE CLINIC*****XX*1234567893", "HL*4*3*22*0",
                "NM1*IL*1*ISAAC*ROSA****MI*W100", "TRN*2*\(trace)", "STC*\(status)*2026\(day)**180*0",
            ] + references.map { "REF*\($0)" } + [
                "DTP*472*D8*20260220", "SVC*HC:99213*180*0****1", "STC*F2:88*20261231",
                "DTP*472*D8*20260220",
            ]
        return file("HN", "005010X212", day, 601, lines)
    }

    static func paid(
        _ claims: [Paid], on day: String, payer: String = "SAMPLE PAYER", trace: String? = nil,
        set: String = "0001"
    ) -> String {
        var lines = [
            "ST*835*\(set)", "BPR*H*0*C*NON************2026\(day)",
            "TRN*1*\(trace ?? "CHK\(day)")*1512345678",
            "N1*PR*\(payer)", "N3*1 PAYER PLAZA", "N4*CHICAGO*IL*60601", "PER*BL*HELP*TE*8005550100",
            "N1*PE*MAPLE CLINIC*XX*1234567893", "LX*1",
        ]
        for claim in claims {
            let number = claim.payerNumber.isEmpty ? "ICN1" : claim.payerNumber
            let tail = claim.frequency.isEmpty ? "" : "*11*\(claim.frequency)"
            lines.append("CLP*\(claim.claim)*12*\(number)\(tail)")
            lines += claim.adjustments.map { "CAS*\($0)" } + ["NM1*QC*1*\(claim.patient)"]
            lines += claim.lines
        }
        return file("HP", "005010X221A1", day, 501, lines)
    }

    // MARK: - Envelopes

    private static func file(
        _ kind: String, _ guide: String, _ day: String, _ number: Int, _ set: [String], isOurs: Bool = false
    ) -> String {
        let parties = isOurs ? "CLINIC01*PAYER01" : "PAYER01*CLINIC01"
        let control = set[0].split(separator: "*")[2]
        let group =
            ["GS*\(kind)*\(parties)*2026\(day)*0930*\(number)*X*\(guide)"] + set
            + ["SE*\(set.count + 1)*\(control)", "GE*1*\(number)"]
        return interchange(day, number, group, isOurs: isOurs, groups: 1)
    }

    private static func interchange(
        _ day: String, _ number: Int, _ lines: [String], isOurs: Bool, groups: Int
    ) -> String {
        let (sender, receiver) = isOurs ? ("CLINIC01", "PAYER01 ") : ("PAYER01 ", "CLINIC01")
        let head =
            "ISA*00*          *00*          *ZZ*\(sender)       *ZZ*\(receiver)       *26\(day)*0930*^*00501*\(padded(number))*0*T*:"
        return ([head] + lines + ["IEA*\(groups)*\(padded(number))"]).map { $0 + "~\n" }.joined()
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: 9 - String(number).count) + String(number)
    }

    // MARK: - Following

    /// What is followed in files, in the order they are given.
    static func follow(_ files: [String]) throws -> ClaimFollower {
        var follower = ClaimFollower()
        for round in ClaimFollower.Round.allCases {
            for (index, file) in files.enumerated() where follower.needs(index, in: round) {
                try follower.read(ByteSource(bytes: Array(file.utf8)), file: index, in: round)
            }
        }
        follower.finish()
        return follower
    }
}
