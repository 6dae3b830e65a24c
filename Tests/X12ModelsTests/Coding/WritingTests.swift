import Testing
import X12Diagnostics
import X12Models
import X12TestSupport
import X12Text

/// What a writer gives out while it writes, and what it refuses.
@Suite("Writing models")
struct WritingTests {
    private func items(_ path: String) throws -> [ModelItem] {
        try ModelFlow.items(try SampleFiles.samples.bytes(path))
    }

    /// What a writer gives out when it is asked behind each piece, or only where `asks` says so.
    private func inPieces(
        _ items: [ModelItem], _ mode: ModelWriter.Mode, asks: (Int) -> Bool = { _ in true }
    ) throws -> [UInt8] {
        var writer = ModelWriter(mode)
        var bytes: [UInt8] = []
        for (index, item) in items.enumerated() {
            try writer.write(item)
            guard asks(index) else { continue }
            let waiting = writer.pendingBytes
            let taken = writer.takeBytes()
            #expect(taken.count == waiting)
            #expect(writer.pendingBytes == 0)
            bytes += taken
        }
        try writer.finish()
        return bytes + writer.takeBytes()
    }

    @Test(
        "bytes taken behind each piece are those taken at the end, in both modes",
        arguments: WorkloadKind.allCases, [ModelWriter.Mode.asReceived, .issue])
    func inPieces(kind: WorkloadKind, mode: ModelWriter.Mode) throws {
        var bytes: [UInt8] = []
        _ = kind.write(atLeast: 20_000, seed: 8, format: WorkloadFormat()) { bytes += $0 }
        let items = try ModelFlow.items(bytes)
        #expect(try inPieces(items, mode) == bytes)
        #expect(try inPieces(items, mode, asks: { $0.isMultiple(of: 3) }) == bytes)
    }

    @Test(
        "a level beside which something is carried says too whether there is one below",
        arguments: [("HL*2*1*22*0~", "HL*2*1*22*1~"), ("HL*7*1*22*1*~", "HL*2*1*22*1*~")])
    func carried(received: String, issued: String) throws {
        let text = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/dependent-child.837"), as: UTF8.self)
        // An element of SBR that the guide does not use, so that the level carries a spelling.
        let odd = text.replacing("SBR*P**GRP9******CI~", with: "SBR*P**GRP9***X***CI~")
        try #require(odd != text)
        let items = try ModelFlow.items(Array(odd.replacing("HL*2*1*22*1~", with: received).utf8))
        try #require(items.contains { if case .subscriber = $0 { $0.carried != nil } else { false } })
        let written = String(decoding: try ModelFlow.x12(items, .issue), as: UTF8.self)
        #expect(written == odd.replacing("HL*2*1*22*1~", with: issued))
        #expect(try String(decoding: inPieces(items, .issue), as: UTF8.self) == written)
    }

    @Test(
        "a component separator by which nobody could read is refused, and one that is left out is the usual one"
    )
    func componentSeparator() throws {
        let items = try items("837P/pass/office-visit.837")
        func written(_ separator: String?) throws -> [UInt8] {
            try inPieces(
                items.map { item in
                    guard case .interchange(var header) = item else { return item }
                    header.componentSeparator = separator
                    return .interchange(header)
                }, .asReceived)
        }
        for separator in ["-", ".", "A", "7", "*", "~"] {
            #expect(throws: X12Error.self, "\(separator)") { try written(separator) }
        }
        #expect(try written(nil) == written(":"))
        #expect(try String(decoding: written(">"), as: UTF8.self).contains("*11>B>1*"))
    }

    @Test("a level that cannot be written is refused when it comes, not with the piece behind it")
    func refusedLevel() throws {
        var writer = ModelWriter(.issue)
        for item in try items("837P/pass/dependent-child.837") {
            guard case .subscriber(var part) = item else {
                try writer.write(item)
                continue
            }
            part.groupNumber = "A*B"
            #expect(throws: X12Error(.delimiterInData)) { try writer.write(.subscriber(part)) }
            return
        }
        Issue.record("the sample has no subscriber")
    }

    @Test(
        "a delimiter or line end is seen at each place of a value of each length",
        arguments: ["*", "~", ":", "\n", "\r", "\r\n"])
    func delimiters(delimiter: String) throws {
        let items = try items("837P/pass/office-visit.837")
        for count in 0...33 {
            let letters = String(repeating: "A", count: count)
            #expect(try writes(letters, into: items))
            for place in 0...count {
                var value = letters
                value.insert(contentsOf: delimiter, at: value.index(value.startIndex, offsetBy: place))
                #expect(try !writes(value, into: items), "\(place) of \(count)")
                #expect(try !writes(value + "Ä", into: items), "\(place) of \(count), not ASCII")
            }
        }
    }

    /// Whether a value can be written as a component; it comes back when it can.
    private func writes(_ value: String, into items: [ModelItem]) throws -> Bool {
        let changed = items.map { item -> ModelItem in
            guard case .claim(var claim) = item else { return item }
            claim.serviceLines[0].procedure?.description = value
            return .claim(claim)
        }
        do {
            let back = try ModelFlow.items(ModelFlow.x12(changed))
            guard case .claim(let claim) = back.first(where: { if case .claim = $0 { true } else { false } })
            else {
                return false
            }
            #expect(claim.serviceLines[0].procedure?.description ?? "" == value)
            return true
        } catch {
            #expect(error == X12Error(.delimiterInData))
            return false
        }
    }

    @Test("what is written grows as it needs to", arguments: [100, 16_000, 16_384, 70_000, 1_000_000])
    func long(count: Int) throws {
        let items = try items("837P/pass/office-visit.837")
        for length in count..<count + 3 {
            let value = String(repeating: "N", count: length)
            let changed = items.map { item -> ModelItem in
                guard case .claim(var claim) = item else { return item }
                claim.note = Note()
                claim.note?.reference = "ADD"
                claim.note?.text = value
                return .claim(claim)
            }
            let text = String(decoding: try ModelFlow.x12(changed), as: UTF8.self)
            #expect(text.contains("~\nNTE*ADD*\(value)~\n") || text.contains("~NTE*ADD*\(value)~"))
        }
    }
}
