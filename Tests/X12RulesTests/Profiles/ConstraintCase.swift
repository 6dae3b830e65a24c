import Testing

/// A constraint in XML with an edit of the sample claim that breaks it; without the edit it is kept.
struct ConstraintCase: CustomTestStringConvertible, Sendable {
    let xml: String
    let sent: String
    let broken: String

    init(_ xml: String, _ sent: String, _ broken: String) {
        self.xml = xml
        self.sent = sent
        self.broken = broken
    }

    var testDescription: String { xml }
}

extension ConstraintCase {
    /// Each kind of constraint, in each of its forms.
    static let all: [ConstraintCase] = [
        ConstraintCase(#"<value id="X" at="2000B/SBR.09" in="CI|BL" source="t"/>"#, "*CI~", "*MC~"),
        ConstraintCase(#"<value id="X" at="2300/CLM.05-3" in="1" source="t"/>"#, "11:B:1", "11:B:7"),
        ConstraintCase(#"<value id="X" at="ISA.07" in="ZZ" source="t"/>"#, "*ZZ*PAYER01 ", "*30*PAYER01 "),
        ConstraintCase(
            #"<value id="X" at="GS.03" in="PAYER01" source="t"/>"#, "CLINIC01*PAYER01*2026",
            "CLINIC01*OTHER*2026"),
        ConstraintCase(#"<value id="X" at="BHT.06" in="CH" source="t"/>"#, "0930*CH~", "0930*RP~"),
        ConstraintCase(
            #"<exclude id="X" at="2400/SV1.01-2" in="99999" source="t"/>"#, "HC:87880", "HC:99999"),
        ConstraintCase(#"<require id="X" at="2400/REF[6R].02" source="t"/>"#, "REF*6R*L2~\n", ""),
        ConstraintCase(
            #"<require id="X" at="2300/REF[G1]" source="t"><when at="2300/CLM.05-1" in="21"/></require>"#,
            "*11:B:1*", "*21:B:1*"),
        ConstraintCase(
            #"<require id="X" at="2320" source="t"><unless at="2000B/SBR.01" in="P"/></require>"#, "SBR*P*",
            "SBR*S*"),
        ConstraintCase(
            #"<require id="X" at="2400/REF[G1]" source="t"><when at="2400/SV1.01-2" in="70553"/></require>"#,
            "HC:87880", "HC:70553"),
        ConstraintCase(
            #"<forbid id="X" at="2000A/PRV[BI]" source="t"/>"#, "HL*1**20*1~\n",
            "HL*1**20*1~\nPRV*BI*PXC*207Q00000X~\n"),
        ConstraintCase(
            #"<forbid id="X" at="2310B" source="t"/>"#, "HI*ABK:J020~\n",
            "HI*ABK:J020~\nNM1*82*1*MOSS*ADA****XX*1245319599~\n"),
        ConstraintCase(
            #"<match id="X" at="2010BA/NM1[IL].09" source="t"><form pattern="W[0-9]{9}"/><form pattern="[0-9]{4}"/></match>"#,
            "W100200300", "W10020030"),
        ConstraintCase(
            #"<match id="X" at="2010BA/NM1[IL].03" min="2" max="6" source="t"/>"#, "*ISAAC*", "*ISAACSON*"),
        ConstraintCase(
            #"<number id="X" at="2400/SV1.02" min="0" max="150" scale="2" source="t"/>"#, "*60*UN", "*160*UN"),
        ConstraintCase(
            #"<number id="X" at="2400/SV1.04" scale="0" source="t"/>"#, "99213*120*UN*1*", "99213*120*UN*1.5*"
        ),
        ConstraintCase(
            #"<count id="X" at="2400" per="claim" max="2" source="t"/>"#, "REF*6R*L2~\n",
            "REF*6R*L2~\nLX*3~\nSV1*HC:1*1*UN*1***1~\nDTP*472*D8*20260220~\n"),
        ConstraintCase(
            #"<count id="X" at="2300" per="set" max="1" source="t"/>"#, "SE*28",
            "CLM*PCN0002*180***11:B:1*Y*A*Y*Y~\nSE*28"),
        ConstraintCase(
            #"<count id="X" at="2400" per="claim" min="2" source="t"/>"#,
            "LX*2~\nSV1*HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~\n", ""),
        // Within the claim: each line has one, and the claim two.
        ConstraintCase(
            #"<count id="X" at="2400/REF[6R]" per="claim" max="2" source="t"/>"#, "LX*2~\n",
            "LX*2~\nSV1*HC:1*0*UN*1***1~\nDTP*472*D8*20260220~\nREF*6R*L9~\nLX*3~\n"),
        // Within the line: each may have one of two.
        ConstraintCase(
            #"<count id="X" at="2420A" per="line" max="0" source="t"/>"#, "REF*6R*L2~\n",
            "REF*6R*L2~\nNM1*82*1*MOSS*ADA****XX*1245319599~\n"),
        ConstraintCase(
            #"<count id="X" at="2400/SV1" per="set" min="2" source="t"/>"#,
            "LX*2~\nSV1*HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~\n", ""),
        ConstraintCase(
            #"<count id="X" at="2400/SV1" per="group" min="2" source="t"/>"#,
            "LX*2~\nSV1*HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~\n", ""),
        ConstraintCase(
            #"<count id="X" at="2400/SV1" per="interchange" min="2" source="t"/>"#,
            "LX*2~\nSV1*HC:87880*60*UN*1***1~\nDTP*472*D8*20260220~\n", ""),
        ConstraintCase(
            #"<compare id="X" at="2300/CLM.02" is="not-below" to="2400/SV1.02" source="t"/>"#, "*60*UN",
            "*600*UN"),
        ConstraintCase(
            #"<compare id="X" at="2300/AMT[F5].02" to="2300/CLM.02" source="t"/>"#, "HI*ABK",
            "AMT*F5*180.5~\nHI*ABK"),
        ConstraintCase(
            #"<compare id="X" at="GS.02" to="ISA.06" source="t"/>"#, "GS*HC*CLINIC01*", "GS*HC*CLINIC02*"),
        ConstraintCase(
            #"<compare id="X" at="1000A/NM1[41].09" to="GS.02" source="t"/>"#, "46*CLINIC01~", "46*CLINIC02~"),
        ConstraintCase(
            #"<compare id="X" at="2400/SV1.02" is="not-above" to="2300/CLM.02" source="t"/>"#, "*60*UN",
            "*600*UN"),
        ConstraintCase(
            #"<compare id="X" at="2400/DTP[472].03" is="not-before" to="2010BA/DMG.02" source="t"/>"#,
            "*20260220~\nREF*6R*L2", "*19700220~\nREF*6R*L2"),
        ConstraintCase(
            #"<code id="X" at="2300/CLM.05-1" list="1331" removed="81" source="t"/>"#, "*11:B:1*", "*81:B:1*"),
        ConstraintCase(#"<code id="X" at="2300/CLM.05-1" list="1331" source="t"/>"#, "*11:B:1*", "*88:B:1*"),
        ConstraintCase(
            #"<date id="X" at="2400/DTP[472].03" max="90" source="t"/>"#, "*20260220~\nREF*6R*L2",
            "*20251101~\nREF*6R*L2"),
        ConstraintCase(
            #"<date id="X" at="2400/DTP[472].03" min="0" source="t"/>"#, "*20260220~\nREF*6R*L2",
            "*20260302~\nREF*6R*L2"),
        ConstraintCase(
            #"<unique id="X" at="2300/CLM.01" per="set" source="t"/>"#, "SE*28",
            "CLM*PCN0001*180***11:B:1*Y*A*Y*Y~\nSE*28"),
        ConstraintCase(
            #"<same id="X" at="2010BB/NM1[PR].09" per="set" source="t"/>"#, "SE*28",
            "HL*3*1*22*0~\nSBR*P*18*******CI~\nNM1*IL*1*REED*ANN****MI*W1~\nNM1*PR*2*OTHER*****PI*PAYER02~\nSE*28"
        ),
        ConstraintCase(
            #"<ignore id="X" at="2300/NTE[ADD]" source="t"/>"#, "HI*ABK", "NTE*ADD*SEE RECORDS~\nHI*ABK"),
        ConstraintCase(
            #"<characters id="X" at="2010BA/NM1[IL].09" in="upper|digits" source="t"/>"#, "W100200300",
            "W100-200300"),
        ConstraintCase(#"<characters id="X" in="basic" source="t"/>"#, "*ISAAC*", "*Isaac*"),
        ConstraintCase(
            #"<characters id="X" in="basic|lower" also="@" source="t"/>"#, "*ISAAC*", "*Is@ac_*"),
        ConstraintCase(
            #"<template id="X" at="2300/NTE[ADD].02" text="CODE ({c})." source="t"><field name="c" pattern="[A-Z]{3}"/><when at="2300/CLM.05-1" in="21"/></template>"#,
            "*11:B:1*", "*21:B:1*"),
        ConstraintCase(
            #"<template id="X" at="2300/NTE[ADD].02" text="CODE ({c})." source="t"><field name="c" pattern="[A-Z]{3}"/><when at="2300/NTE"/></template>"#,
            "HI*ABK", "NTE*ADD*CODE (ABCD).~\nHI*ABK"),
        ConstraintCase(
            #"<template id="X" at="2300/K3.01" text="SITE {n}" source="t"><when at="2300/K3"/></template>"#,
            "HI*ABK", "K3*SITE~\nHI*ABK"),
        ConstraintCase(
            #"<template id="X" at="2300/PWK.06" text="ACN{n}" source="t"><when at="2300/PWK"/></template>"#,
            "HI*ABK", "PWK*OZ*EL***AC*17~\nHI*ABK"),
        ConstraintCase(
            #"<level id="X" at="2320/CAS" to="2430/CAS" in="line" source="t"/>"#, "LX*1~\n",
            ProfileTests.otherPayer + "LX*1~\n"),
        ConstraintCase(
            #"<level id="X" at="2320/CAS" to="2430/CAS" in="claim" source="t"/>"#, "REF*6R*L2~\n",
            "REF*6R*L2~\nSVD*P2*50*HC:87880**1~\nCAS*CO*45*10~\nDTP*573*D8*20260221~\n"),
        ConstraintCase(
            #"<level id="X" at="2320/AMT[D]" to="2430/SVD" in="either" source="t"/>"#, "LX*1~\n",
            ProfileTests.otherPayer
                + "LX*1~\nSV1*HC:99214*1*UN*1***1~\nDTP*472*D8*20260220~\nSVD*P2*1*HC:99214**1~\nDTP*573*D8*20260221~\nLX*2~\n"
        ),
        ConstraintCase(
            #"<require id="X" at="2400/REF[G1]" source="t"><when at="2400/SV1.01-2" form="7[0-9]{4}"/></require>"#,
            "HC:87880", "HC:70553"),
        ConstraintCase(
            #"<value id="X" at="ISA.15" in="T" source="t"/>"#, "*0*T*:", "*0*P*:"),
        ConstraintCase(
            #"<count id="X" at="ST" per="interchange" max="1" source="t"/>"#, "SE*28*0001~\n",
            "SE*28*0001~\nST*837*0002*005010X222A1~\nBHT*0019*00*B102*20260301*0930*CH~\nSE*3*0002~\n"),
        ConstraintCase(
            #"<same id="X" at="GS.01" per="interchange" source="t"/>"#, "GE*1*101~\n",
            "GE*1*101~\nGS*HP*CLINIC01*PAYER01*20260301*0930*102*X*005010X221A1~\nST*835*0001~\nSE*2*0001~\nGE*1*102~\n"
        ),
        ConstraintCase(#"<line-end id="X" in="lf|crlf" source="t"/>"#, "~\n", "~"),
        ConstraintCase(#"<line-end id="X" in="lf" source="t"/>"#, "~\n", "~\r\n"),
        ConstraintCase(
            #"<size id="X" max="SIZE" source="t"/>"#.replacing(
                "SIZE", with: "\(ProfileTests.sample.utf8.count)"),
            "*ISAAC*", "*ISAACSON*"),
        ConstraintCase(#"<delimiters id="X" in="*:^~" source="t"/>"#, "~", "!"),
        ConstraintCase(#"<delimiters id="X" in="|&lt;^~|*:^~|*:^&#10;" source="t"/>"#, "~", "!"),
        ConstraintCase(
            #"<characters id="X" at="1000A/NM1[41].03" in="upper" also=" " source="t"/>"#,
            "MAPLE CLINIC*****46",
            "MAPLE-CLINIC*****46"),
        ConstraintCase(
            #"<lookup id="X" at="2010AA/NM1[85].09" list="enrolled" source="t"/>"#, "XX*1234567893",
            "XX*1245319599"),
    ]
}
