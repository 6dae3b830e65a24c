import Testing
import X12Acknowledgements
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

@Suite("Answers under our own checks")
struct CleanAnswersTests {
    private static let folders = ["837P", "835", "270", "271", "277CA", "999", "TA1"]
    static let samples = folders.flatMap {
        SampleFile.all(in: "\($0)/fail") + SampleFile.all(in: "\($0)/pass")
    }
    /// Every third file, and all that are odd in their envelopes: the whole takes its time.
    static let corpus = (SampleFiles.corpus?.paths().filter { $0.hasSuffix(".x12") } ?? []).enumerated()
        .filter {
            let isOdd = ["mixed/", "envelope/", "999/", "277CA/", "TA1/"].contains(
                where: $0.element.hasPrefix)
            return isOdd || $0.offset % 3 == 0
        }.map(\.element)

    /// What only says how a file is written down.
    private static let remarks: Set<String> = ["ENV-SEG-TERM-CRLF"]

    @Test("the answer to each sample is clean, and typed", arguments: samples)
    func sample(sample: SampleFile) throws {
        var options = try Answer.options
        options.answersEveryInterchange = true
        try check(sample.bytes, sample.path, options)
        options.showsValues = true
        try check(sample.bytes, sample.path, options)
    }

    /// What an answer repeats because it has to: numbers and dates of what it answers, be they as wrong as they are.
    private static let repeated: Set<String> = ["AK2", "AK1", "TA1", "ISA", "GS"]

    @Test(
        "the answer to each file of the corpus is clean, but for what it repeats",
        .enabled(if: SampleFiles.corpus != nil, "there is no folder shared/corpus beside the package"),
        arguments: corpus)
    func corpusFile(path: String) throws {
        guard let bytes = try SampleFiles.corpus?.bytes(path) else { return }
        try check(bytes, path, Answer.options, isStrict: false)
    }

    private func check(
        _ input: [UInt8], _ path: String, _ options: AcknowledgementOptions, isStrict: Bool = true
    ) throws {
        let answer: [UInt8]
        do { answer = try Answer.answer(input, options).bytes } catch let error as X12Error {
            #expect(error.code == .notX12)
            return
        }
        guard !answer.isEmpty else { return }
        let findings = try Answer.findings(in: answer, withRules: isStrict).filter { finding in
            !Self.remarks.contains(finding.rule.id)
                && (isStrict || !Self.repeated.contains(finding.context.segment))
        }
        #expect(findings.map { "\($0.rule.id) \($0.context.segment)\($0.location.element)" } == [], "\(path)")
        var reader = ModelReader(ByteSource(bytes: answer))
        var writer = ModelWriter()
        while let item = try reader.next() {
            if case .carried = item { Issue.record("\(path): a part of the answer has no model") }
            try writer.write(item)
        }
        try writer.finish()
        #expect(writer.takeBytes() == answer, "\(path)")
    }

    @Test("the folders hold what this test is about")
    func count() { #expect(Self.samples.count > 80) }
}
