import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text
import X12Validation

@testable import X12XML

@Suite("Queries")
struct QueryTests {
    private static func results(
        _ expression: String, in bytes: [UInt8], details: Set<XMLQuery.Detail> = [.segments]
    ) throws -> [QueryResult] {
        let expression = try QueryExpression(expression)
        var query = try XMLQuery(expression, details: details)
        var reader = BlockReader(ByteSource(bytes: bytes))
        var validator = BlockValidator()
        var block = Block()
        var results: [QueryResult] = []
        var around = SegmentsAround()
        while try reader.next(into: &block) {
            var findings = block.findings
            if expression.needsFindings { validator.validate(block, into: &findings) }
            results += try query.results(in: block, findings: findings)
            around.enter(block)
            #expect(query.heldSegments <= around.count + block.count)
        }
        return results
    }

    /// An expression and what it finds in the sample `835/pass/bundled-procedures.835`.
    struct Asked: CustomTestStringConvertible, Sendable {
        let expression: String
        let found: [String]
        var testDescription: String { expression }

        init(_ expression: String, _ found: String...) {
            self.expression = expression
            self.found = found
        }
    }

    @Test(
        "ids and names find values, segments and loops",
        arguments: [
            Asked("//CLP[CLP03 > 150]/CLP01", "LAB-9"), Asked("//CLP[CLP03 > 160]/CLP01"),
            Asked("//ClaimPaymentInformation[TotalClaimChargeAmount > 150]/PatientControlNumber", "LAB-9"),
            Asked("//SVC[SVC03 = 0]/SVC01/SVC01-2", "80053"),
            Asked("//loop2110[SVC/SVC03 = 0]/REF/REF02", "LAB-9-2"),
            Asked("//loop2110[.//CAS[CAS01 = 'CO' and CAS02 = '97']]/REF/REF02", "LAB-9-2"),
            Asked("//CAS/CAS03", "60", "-70", "70"), Asked("sum(//SVC/SVC03)", "100"),
            Asked("count(//CLP) div 2", "0.5"), Asked("//CLP02/@meaning", "paid as primary"),
            Asked("//ISA13 | //IEA02 | //SE01", "000000308", "24", "000000308"),
            Asked("//loop2100[.//CAS]/@name", "Claim Payment Information"), Asked("string(//CLP01)", "LAB-9"),
            Asked("//loop2000[LX]/loop2100/loop2110/SVC/SVC02[. > 80]", "90"), Asked("//*[f:finding]"),
            Asked("/x12/interchange/group/GS/GS08", "005010X221A1"), Asked("//PayerName", "SAMPLE PAYER"),
        ])
    func values(asked: Asked) throws {
        let bytes = try SampleFile(path: "835/pass/bundled-procedures.835").bytes
        #expect(try Self.results(asked.expression, in: bytes).map(\.value) == asked.found)
    }

    @Test(
        "a name that a segment and its element have is the element's, where the expression does not go on",
        arguments: [
            Asked("//ClaimInformation[PatientAmountPaid > 0]//PatientControlNumber", "OFFICE-1"),
            Asked("sum(//PatientAmountPaid)", "20"), Asked("//PatientAmountPaid", "20"),
            Asked("//PatientAmountPaid[AMT01 = 'F5']/AMT02", "20"), Asked("//PatientAmountPaid/AMT01", "F5"),
            Asked("count(//ClaimInformation)", "2"),
        ])
    func sharedNames(asked: Asked) throws {
        let text = String(decoding: try SampleFile(path: "837P/pass/office-visit.837").bytes, as: UTF8.self)
            .replacing("*Y*A*Y*Y~", with: "*Y*A*Y*Y~\nAMT*F5*20~")
        #expect(try Self.results(asked.expression, in: Array(text.utf8)).map(\.value) == asked.found)
    }

    @Test("a result says where it stood, and gives its segments and its XML")
    func places() throws {
        let bytes = try SampleFile(path: "835/pass/bundled-procedures.835").bytes
        let value = try #require(Self.results("//CLP/CLP04", in: bytes).first)
        #expect(value.kind == .value && value.name == "CLP04" && value.value == "100")
        #expect(value.segments == [Array("CLP*LAB-9*1*160*100**12*ICN2026000801*81*1".utf8)])
        #expect(value.location.line == 13 && value.loop == "2100" && value.claim == "LAB-9")
        #expect(
            value.controlNumbers.interchange == "000000308" && value.controlNumbers.transactionSet == "0001")
        let loop = try #require(Self.results("//loop2110[2]", in: bytes).first)
        #expect(loop.kind == .segments && loop.segments.count == 4)
        let segment = try #require(Self.results("//CAS[CAS02 = 94]", in: bytes, details: [.xml]).first)
        #expect(segment.kind == .segment)
        #expect(
            segment.xml == "<CAS>\n  <CAS01>OA</CAS01>\n  <CAS02>94</CAS02>\n  <CAS03>-70</CAS03>\n</CAS>")
    }

    @Test(
        "block by block finds what the whole document at once does",
        arguments: [
            "//CLM/CLM01", "//CLP/CLP01", "//loop2400[SV1/SV102 > 100]/LX/LX01", "//NM1[NM101 = '85']/NM109",
            "//HL[HL03 = 22]/HL01", "//CAS[CAS01 = 'PR']", "//SV1/SV101/*[last()]",
            "//SE/SE01 | //ST/ST02 | //GE | //IEA",
            "//EB[EB01 = 1]/EB03", "//loop2100[CLP/CLP02 = 1]//SVC02",
            "//*[@name = 'Patient Control Number']",
            "//loop2000B[SBR/SBR01 = 'P']/SBR/SBR09", "/x12/interchange/group/*/ST",
            "//N4/N403[starts-with(., '6')]",
        ])
    func oracle(expression: String) throws {
        for kind in WorkloadKind.allCases {
            var bytes: [UInt8] = []
            _ = kind.write(atLeast: 12_000, seed: 9, format: WorkloadFormat(), isOneSet: false) {
                bytes += $0
            }
            var options = GenericXMLOptions()
            options.isIndented = false
            let xml = try GenericFlow.xml(bytes, options)
            let found = try Self.results(expression, in: bytes).filter { $0.kind == .value }.map(\.value)
            let whole = WholeDocument.values(expression, in: xml)
            if found.count == whole.count { #expect(found == whole, "\(kind)") }
            #expect(try Self.results(expression, in: bytes).count == whole.count, "\(kind)")
        }
    }

    @Test("findings may be asked for")
    func findings() throws {
        let text = String(
            decoding: try SampleFile(path: "835/pass/bundled-procedures.835").bytes, as: UTF8.self)
        let bytes = Array(text.replacing("CAS*OA*94", with: "CAS*XX*94").utf8)
        let results = try Self.results("//*[f:finding/@severity = 'error']/CAS02", in: bytes)
        #expect(results.map(\.value) == ["94"])
        #expect(try Self.results("//f:finding/@at", in: bytes).map(\.value) == ["CAS01"])
    }

    @Test("what is asked of damaged, cut and unknown input is answered, never a crash", arguments: 1...6)
    func odd(seed: Int) throws {
        var inputs = RandomInput(seed: UInt64(seed))
        for _ in 1...8 {
            let bytes = inputs.next()
            guard let xml = try? GenericFlow.xml(bytes) else { continue }
            let expression = "//*[starts-with(name(), 'NM1') or name() = 'ST' or name() = 'segment']"
            let found = try Self.count(expression, in: bytes)
            #expect(found == WholeDocument.values(expression, in: xml).count)
        }
    }

    private static func count(_ expression: String, in bytes: [UInt8]) throws -> Int {
        var query = try XMLQuery(try QueryExpression(expression))
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        var count = 0
        while try reader.next(into: &block) { count += try query.results(in: block).count }
        return count
    }

    @Test(
        "expressions that are none are refused with a reason",
        arguments: [
            ("//CLM[", "XPath"), ("//CLM[CLM02 >]", "XPath"), ("frobnicate(//CLM)", "XPath"),
            ("$amount", "XPath"),
            ("//Nonsense", "nothing is called Nonsense"), ("//x:CLM", "XPath"), ("", "XPath"),
            ("//TotalClaimCharge", "TotalClaimChargeAmount"),
        ])
    func refused(expression: String, words: String) throws {
        let error = try #require(throws: X12Error.self) { try QueryExpression(expression) }
        #expect(error.code == .malformedQuery)
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("an expression that would take for ever is stopped")
    func endless() throws {
        var bytes: [UInt8] = []
        _ = WorkloadKind.remittances.write(
            atLeast: 30_000, seed: 9, format: WorkloadFormat(), isOneSet: false
        ) { bytes += $0 }
        let expression = "//*[count(//*[count(//*[count(//*) > 1]) > 1]) > 1]"
        #expect(throws: X12Error.self) { try Self.count(expression, in: bytes) }
    }
}
