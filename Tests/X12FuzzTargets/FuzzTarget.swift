import X12Diagnostics
import X12Grammar
import X12GrammarXML
import X12Models
import X12Parser
import X12Rules
import X12Specs
import X12TestSupport
import X12Text
import X12Validation
import X12XML

/// What is fed with inputs that nobody thought of: whatever the bytes are, it must end, and keep its promise.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Segments: the same however the input is cut, and none of its bytes lost.
    case reader
    /// Blocks, in every one of which each segment has its bytes.
    case parser
    /// Levels 1 to 6.
    case validator
    /// Models, which write what was read.
    case models
    /// Documents and lines of JSON.
    case json
    /// XML back to X12.
    case xml
    /// A user's own guide.
    case guide
    /// A user's own payer profile, and a claim checked by it.
    case profile

    /// Feeds it.
    ///
    /// - Returns: what promise was broken; `nil` when none was. Errors that are thrown are no broken promise.
    public func run(_ bytes: [UInt8]) -> String? {
        switch self {
        case .reader: Self.reader(bytes)
        case .parser: Self.parser(bytes)
        case .validator: Self.validator(bytes)
        case .models: Self.models(bytes)
        case .json: Self.json(bytes)
        case .xml: Self.xml(bytes)
        case .guide: Self.guide(bytes)
        case .profile: Self.profile(bytes)
        }
    }

    /// Small enough to be passed by inputs that a fuzzer makes.
    private static var limits: Limits {
        var limits = Limits()
        limits.segmentBytes = 4096
        return limits
    }

    // MARK: - Targets

    private static func reader(_ bytes: [UInt8]) -> String? {
        let whole = ObviousReading(ByteSource(bytes: bytes), limits: limits)
        let cut = ObviousReading(
            ByteSource(bytes, chunks: [Int(bytes.first ?? 0) + 1, 1, 7]), limits: limits)
        if whole != cut { return "another reading when the input is cut" }
        guard whole.stopped == nil else { return nil }
        return whole.bytes == bytes ? nil : "bytes were lost"
    }

    private static func parser(_ bytes: [UInt8]) -> String? {
        var reader = BlockReader(ByteSource(bytes: bytes), limits: limits)
        var block = Block()
        var ordinal = 0
        do throws(X12Error) {
            while try reader.next(into: &block) {
                for index in 0..<block.count {
                    ordinal += 1
                    if Int(block[index].ordinal) != ordinal { return "segment \(ordinal) is not in its turn" }
                }
            }
        } catch {}
        return nil
    }

    private static func validator(_ bytes: [UInt8]) -> String? {
        var reader = BlockReader(ByteSource(bytes: bytes), limits: limits)
        var validator = BlockValidator()
        var rules = RuleEngine()
        var block = Block()
        let renderer = FindingRenderer(file: "input")
        do throws(X12Error) {
            while try reader.next(into: &block) {
                var findings = block.findings
                validator.validate(block, into: &findings)
                rules.check(block, into: &findings)
                for finding in findings.prefix(20) where renderer.text(of: finding).isEmpty {
                    return "a finding without words"
                }
            }
        } catch {}
        return nil
    }

    private static func models(_ bytes: [UInt8]) -> String? {
        var reader = ModelReader(ByteSource(bytes: bytes), limits: limits)
        var writer = ModelWriter()
        do throws(X12Error) {
            while let item = try reader.next() { try writer.write(item) }
            try writer.finish()
        } catch { return nil }
        guard writer.takeBytes() == bytes else { return "models write other bytes" }
        return lines(bytes)
    }

    /// Lines made of blocks are those made of models.
    private static func lines(_ bytes: [UInt8]) -> String? {
        var models: [UInt8] = []
        var blocks: [UInt8] = []
        do throws(X12Error) {
            var reader = ModelReader(ByteSource(bytes: bytes), limits: limits)
            var writer = NDJSONWriter()
            while let item = try reader.next() { writer.write(item) }
            writer.finish()
            try writer.drain { part throws(X12Error) in models += part }
            var lines = NDJSONLines(ByteSource(bytes: bytes), limits: limits)
            while try lines.next() {}
            try lines.drain { part throws(X12Error) in blocks += part }
        } catch { return "models end, lines do not" }
        return models == blocks ? nil : "lines are not their models'"
    }

    private static func json(_ bytes: [UInt8]) -> String? {
        do throws(X12Error) {
            var input = try ModelInput(ByteSource(bytes: bytes), limits: limits)
            var lines = NDJSONWriter()
            while let item = try input.next() {
                lines.write(item)
                try lines.drain { _ throws(X12Error) in }
            }
        } catch {}
        return nil
    }

    private static func xml(_ bytes: [UInt8]) -> String? {
        do throws(X12Error) {
            var reader = try GenericXMLReader(ByteSource(bytes: bytes), limits: limits)
            var block = Block()
            while try reader.next(into: &block) {}
        } catch {}
        return nil
    }

    private static func guide(_ bytes: [UInt8]) -> String? {
        do throws(X12Error) {
            let guide = try GuideFile.read(
                bytes: bytes, name: "guide.xml", schema: X12Specs.guideSchema,
                dictionary: X12Specs.dictionary)
            let tracker = LoopTracker(guide)
            if tracker.position != 0 { return "a tracker that has moved before it began" }
        } catch {}
        return nil
    }

    private static let claim = (try? SampleFile(path: "837P/pass/office-visit.837").bytes) ?? []

    private static func profile(_ bytes: [UInt8]) -> String? {
        let profile: PayerProfile
        do throws(SpecFaults) {
            profile = try ProfileFile.profile(
                SpecSource(path: "profile.xml", bytes: bytes), schema: X12Specs.profileSchema)
        } catch { return nil }
        var engine = ProfileEngine(profile)
        var reader = BlockReader(ByteSource(bytes: claim))
        var block = Block()
        var findings: [Finding] = []
        do throws(X12Error) {
            _ = try RuleConfiguration(of: profile)
            while try reader.next(into: &block) { engine.check(block, into: &findings) }
        } catch {}
        return nil
    }
}
