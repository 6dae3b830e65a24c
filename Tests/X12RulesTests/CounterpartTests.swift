import Testing
import X12Diagnostics
import X12Text

@testable import X12Rules

/// A file against another one: what is asked, and what is not.
@Suite("Files against each other")
struct CounterpartTests {
    private static func findings(_ set: ExampleSet, _ changes: [(String, String)], against other: String?)
        throws
        -> [Finding]
    {
        let text = set.interchange(changes.map { RuleExample.Change($0.0, $0.1) })
        return try Checked.findings(in: text, against: other)
    }

    @Test("a remittance that fits its claims has no finding")
    func fits() throws {
        let claims = ExampleSet.officeVisit.interchange([])
        #expect(Checked.lines(try Self.findings(.takeback, [], against: claims)) == [])
    }

    @Test("a number with a blank behind it is the same number, here and there")
    func blanks() throws {
        let changes = [("SVC*HC:99213*120*80**1~", "SVC*HC:99212*120*80**1~")]
        let claims = ExampleSet.officeVisit.interchange([])
        let told = try Self.findings(.takeback, changes, against: claims).map(\.rule.id)
        #expect(!told.isEmpty)
        let blank = claims.replacing("CLM*PCN0001*", with: "CLM*PCN0001 *")
        #expect(blank != claims)
        #expect(try Self.findings(.takeback, changes, against: blank).map(\.rule.id) == told)
        var counterparts = Counterparts()
        try counterparts.add(ByteSource(bytes: Array(blank.utf8)))
        #expect(counterparts.holds("PCN0001") && counterparts.holds("PCN0001 "))
    }

    @Test("without the claims nothing is compared")
    func alone() throws {
        let changes = [("SVC*HC:99213*120*80**1~", "SVC*HC:99212*120*80**1~")]
        #expect(try Self.findings(.takeback, changes, against: nil).isEmpty)
        let claims = ExampleSet.officeVisit.interchange([])
        #expect(
            Checked.places(try Self.findings(.takeback, changes, against: claims)) == ["835-SVC06 SVC01-2"])
    }

    @Test("a payment of a claim that is not in the file says nothing")
    func unknown() throws {
        let claims = ExampleSet.officeVisit.interchange([])
        let changes = [("CLP*PCN0001*1*180*", "CLP*OTHER01*1*180*")]
        #expect(try Self.findings(.takeback, changes, against: claims).isEmpty)
    }

    @Test("claims that share a number are compared with nothing, and that is said")
    func shared() throws {
        let claims = ExampleSet.twoBatches.interchange([RuleExample.Change("PCN0009", "PCN0001")])
        let changes = [("SVC*HC:99213*120*80**1~", "SVC*HC:99212*120*80**1~")]
        let findings = try Self.findings(.takeback, changes, against: claims)
        #expect(Checked.places(findings) == ["X-MATCH-CLAIM CLP01"])
        #expect(findings.first?.detail == "twice in one file")
    }

    @Test("a number that stands in two files is told with both")
    func sharedByFiles() throws {
        var counterparts = Counterparts()
        let claims = Array(ExampleSet.officeVisit.interchange([]).utf8)
        try counterparts.add(ByteSource(bytes: claims), from: "monday.837")
        try counterparts.add(ByteSource(bytes: claims), from: "tuesday.837")
        #expect(counterparts.placesSharing("PCN0001") == "in monday.837 and in tuesday.837")
        #expect(counterparts.placesSharing("PCN0002") == nil)
    }

    @Test(
        "it is the same patient when the last name, the member number or what the payer corrected agrees",
        arguments: [
            "NM1*QC*1*Isaac*R****MI*W999~", "NM1*QC*1*XIONG*LEE****MI*w100-200-300~", "NM1*QC*1*XIONG*LEE~",
            "NM1*QC*1*XIONG*LEE****MI*W999~\nNM1*IL*1*ISAAC*ROSA****MI*W998~",
            "NM1*QC*1*XIONG*LEE****MI*W999~\nNM1*74*1******C*W100200300~",
        ])
    func samePatient(people: String) throws {
        let claims = ExampleSet.officeVisit.interchange([])
        let changes = [("NM1*QC*1*ISAAC*ROSA****MI*W100200300~", people)]
        let findings = try Self.findings(.takeback, changes, against: claims)
        #expect(!findings.contains { $0.rule.id == "X-MATCH-CLAIM" }, "\(Checked.lines(findings))")
    }

    @Test("what is taken back is compared by its amount, whatever the sign")
    func reversal() throws {
        let claims = ExampleSet.officeVisit.interchange([])
        let changes = [
            ("*1*180*125*20*12*ICN555~", "*22*-180*-125**12*ICN555~"), ("*120*80**1~", "*-120*-80**1~"),
            ("CAS*CO*45*20~\nCAS*PR*3*20~", "CAS*CO*45*-20~\nCAS*PR*3*-20~"),
            ("*60*45**1~", "*-60*-45**1~"), ("CAS*CO*45*15~", "CAS*CO*45*-15~"),
            (
                "BPR*I*100*C*ACH*CCP*01*111000025*DA*123456*1512345678**01*111000025*DA*654321*",
                "BPR*H*0*C*NON************"
            ),
            ("WO:OLDCLM77*25~", "FB:0122*-125~"),
        ]
        #expect(Checked.lines(try Self.findings(.takeback, changes, against: claims)) == [])
    }

    @Test(
        "a part of a claim says so (MA15) or lists lines of it; then its charge is no other claim's",
        arguments: [
            ("MOA***MA15~", "100", ""), ("", "100", "X-MATCH-CHARGE CLP03"),
            ("MOA***MA15~", "220", "X-MATCH-CHARGE CLP03"),
        ])
    func parts(remark: String, charge: String, wanted: String) throws {
        let claims = ExampleSet.officeVisit.interchange([])
        let changes = [
            (
                """
                SVC*HC:99213*120*80**1~
                DTM*472*20260220~
                CAS*CO*45*20~
                CAS*PR*3*20~
                REF*6R*L1~
                SVC*HC:87880*60*45**1~
                DTM*472*20260220~
                CAS*CO*45*15~
                REF*6R*L2~
                """, "SVC*HC:99213*\(charge)*\(charge)**1~\nDTM*472*20260220~\nREF*6R*L9~"
            ),
            ("*180*125*20*12*ICN555~", "*\(charge)*\(charge)**12*ICN555~"),
            (
                "NM1*QC*1*ISAAC*ROSA****MI*W100200300~",
                "NM1*QC*1*ISAAC*ROSA****MI*W100200300~" + (remark.isEmpty ? "" : "\n\(remark)")
            ),
        ]
        let findings = try Self.findings(.takeback, changes, against: claims)
        #expect(
            Checked.places(findings).filter { $0.hasPrefix("X-MATCH-CHARGE") }
                == [wanted].filter { !$0.isEmpty },
            "\(Checked.lines(findings))")
    }

    @Test("a line that was split is paid on its charge where its parts come to it", arguments: [50, 40])
    func splitLine(rest: Int) throws {
        let claims = ExampleSet.officeVisit.interchange([])
        let changes = [
            (
                "SVC*HC:99213*120*80**1~\nDTM*472*20260220~\nCAS*CO*45*20~\nCAS*PR*3*20~\nREF*6R*L1~\n",
                """
                SVC*HC:99213*70*50**1~
                DTM*472*20260220~
                CAS*PR*3*20~
                REF*6R*L1~
                SVC*HC:99213*\(rest)*30**1~
                DTM*472*20260220~
                CAS*CO*45*\(rest - 30)~
                REF*6R*L1~

                """
            ),
            ("*12*ICN555~", "*12*ICN555~" + (rest == 40 ? "\nCAS*CO*45*10~" : "")),
        ]
        let findings = try Self.findings(.takeback, changes, against: claims)
        let told = Checked.places(findings).contains("X-MATCH-CHARGE SVC02")
        #expect(told == (rest == 40), "\(Checked.lines(findings))")
    }

    @Test("of several remittances the last one by its day counts, whatever the order of files")
    func lastByDay() throws {
        func remittance(_ trace: String, _ day: String, _ payments: String) -> String {
            "BPR*I*110*C*CHK************\(day)~\nTRN*1*\(trace)*1512345678~\nN1*PR*SAMPLE PAYER~\n"
                + "N1*PE*MAPLE CLINIC*XX*1234567893~\nLX*1~\n" + payments
        }
        let first = remittance(
            "EFT1", "20260110",
            """
            CLP*PCN1001*1*200*150*20*12*ICN1*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*30~
            CAS*PR*2*20~
            """)
        let corrected = remittance(
            "EFT2", "20260114",
            """
            CLP*PCN1001*22*-200*-150**12*ICN1*11*1~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*-30~
            CAS*PR*2*-20~
            CLP*PCN1001*1*200*110*20*12*ICN2*11*7~
            NM1*QC*1*ISAAC*ROSA****MI*W100200300~
            CAS*CO*45*70~
            CAS*PR*2*20~
            """)
        for order in [[first, corrected], [corrected, first]] {
            let other = ExampleSet("", .remittance, order.joined(separator: "\n====\n")).interchange([])
            let findings = try Self.findings(.secondaryByClaim, [], against: other)
            #expect(Checked.lines(findings) == [])
        }
    }

    @Test("a file that cannot be read is an error")
    func unreadable() {
        var counterparts = Counterparts()
        #expect(throws: X12Error.self) { try counterparts.add(ByteSource(bytes: Array("not X12".utf8))) }
    }

    @Test(
        "an answer about another person than was asked about is told, where it does not say that it corrects",
        arguments: [
            ([("W100200300", "W100200301")], ["271-CORRECTION-INS TRN"]),
            ([("19800512", "19800513")], ["271-CORRECTION-INS TRN"]),
            ([("19800512*F~", "19800513*F~\nINS*Y*18*001*25~")], []),
            ([("W100200300", "W100200300-01")], []), ([("W100200300", "w100-200-300")], []),
            ([("ISAAC*ROSA", "ISAAC*ROSE")], []),
        ] as [([(String, String)], [String])])
    func otherPerson(edits: [(String, String)], wanted: [String]) throws {
        let changes = edits.map { RuleExample.Change($0.0, $0.1) }
        let findings = try Checked.findings(
            in: ExampleSet.benefits.interchange(changes), against: ExampleSet.inquiry.interchange([]))
        #expect(Checked.places(findings).filter { $0.hasPrefix("271-CORRECTION") } == wanted)
    }
}
