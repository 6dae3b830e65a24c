import Foundation
import Testing
import X12Diagnostics
import X12Parser
import X12Text

/// The folder of real files that `X12_CORPUS` names.
enum Corpus {
    static let folder = ProcessInfo.processInfo.environment["X12_CORPUS"].map { URL(filePath: $0) }

    static let files = ["270", "271", "277CA", "999"].flatMap { kind -> [String] in
        guard let folder else { return [] }
        let path = folder.appending(path: kind).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().map { "\(kind)/\($0)" }
    }
}

/// Real files of eligibility and acknowledgements; without the folder nothing is read.
@Suite(
    "Real files placed by their guides",
    .enabled(if: Corpus.folder != nil, "X12_CORPUS names no folder of real files"))
struct CorpusPlacementTests {
    /// A file with segments that have no place, or none that suits them, and why.
    struct Misfit {
        let file: String
        var unplaced: [String] = []
        var odd: [String] = []
        let reason: String
    }

    static let misfits = [
        Misfit(
            file: "270/Kartik-Hirijaganer__file-detection.test.ts_L10.x12", odd: ["2 NM1*IL"],
            reason: "no BHT and no HL: the set is ST, NM1, SE"),
        Misfit(
            file: "270/woliver13__270.x12", odd: ["3 NM1*PR", "4 NM1*IL"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "270/woliver13__GeneratedTransactionTests.cs_L83.x12", odd: ["3 EQ*30"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/Kartik-Hirijaganer__271_ls_le_wrapper.x12", odd: ["13 REF*6P", "15 DTP*291"],
            reason: "REF and DTP stand behind LS and LE, without the NM1 that LS announces"),
        Misfit(
            file: "271/woliver13__271.x12", odd: ["3 NM1*PR", "4 NM1*IL"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__GeneratedTransactionTests.cs_L107.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__GeneratedTransactionTests.cs_L130.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__Ts271ValidatorTests.cs_L14.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__Ts271ValidatorTests.cs_L40.x12", odd: ["3 EB*BADCODE"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__Ts271ValidatorTests.cs_L54.x12", odd: ["3 EB*BADCODE"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__Ts271ValidatorTests.cs_L68.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__X12DocumentTests.cs_L108.x12", odd: ["2 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__X12InterchangeTests.cs_L157.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "271/woliver13__X12ReaderBenchmarks.cs_L40.x12", odd: ["3 EB*1"],
            reason: "no HL: the set begins with a name or a benefit"),
        Misfit(
            file: "277CA/Inteligenz__277_Deidentified_from_nth.x12", odd: ["2 BHT*9999"],
            reason: "BHT01 is masked"),
        Misfit(
            file: "277CA/Inteligenz__FromLatitude81uk.x12", unplaced: ["6 DTP*040", "7 DTP*006"],
            odd: ["2 BHT*34343"],
            reason: "DTP 040 and 006 are not of this guide, BHT01 is masked"),
        Misfit(
            file: "999/woliver13__999_rejected.x12", unplaced: ["4 AK5*R"],
            reason: "AK5 is of a 997"),
    ]

    /// Files of release 004010, which no guide here places.
    static let older: Set = [
        "270/Inteligenz__Example1_DHHS.x12",
        "270/Inteligenz__Example2_EHCCA.x12",
        "270/Inteligenz__Example3_Aetna.x12",
        "270/imsweb__x270.x12",
        "270/mjpete3__tc_factory_270interchange.rb_L30.x12",
        "270/mjpete3__tc_parse_270interchange.rb_L34.x12",
        "271/Inteligenz__Example1_DHHS.x12",
        "271/Inteligenz__Example1_DHHS_2.x12",
        "271/Inteligenz__Example2_TMHP.x12",
        "271/Inteligenz__Example3_CMS_HETS.x12",
        "271/Inteligenz__Example3_CMS_HETS_2.x12",
        "271/mjpete3__tc_factory_271.rb_L30.x12",
        "271/mjpete3__tc_parse_271.rb_L30.x12",
        "271/zentist__271-dependent-benefits.x12",
        "271/zentist__271-example-2.x12",
        "271/zentist__271-example-dependent-rejection.x12",
        "271/zentist__271-example.x12",
        "271/zentist__271-related-entity.x12",
    ]

    @Test("every segment has its place, save in files that break the guide", arguments: Corpus.files)
    func placed(name: String) throws {
        let folder = try #require(Corpus.folder)
        let file = try PlacedFile(ByteSource(path: folder.appending(path: name).path))
        let known = Self.misfits.first { $0.file == name }
        #expect(file.unplaced == known?.unplaced ?? [], "\(known?.reason ?? "")")
        #expect(file.odd == known?.odd ?? [], "\(known?.reason ?? "")")
        #expect((file.guided == 0) == Self.older.contains(name))
    }
}
