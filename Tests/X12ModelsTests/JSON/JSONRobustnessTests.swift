import Testing
import X12Diagnostics
import X12Models

@Suite("JSON robustness")
struct JSONRobustnessTests {
    static let samples = [
        #"{"claims":[{"id":"PCN0001","charge":"180.5","lines":[1,-2.5e3,true,null]},{"id":"\u00e9\ud83d\ude00\n"}]}"#,
        "[1,\n{\"a\":\"é\u{1F600}\"},\n[]]\n{\"b\":[[],{}]}\n\"x\"\n-12.5\n",
        "\u{FEFF}{\"long key with blanks\":\"a string that is longer than eight bytes, with \\\"quotes\\\"\"}",
        "{\"a\":1,\"a\":2}", "[1,2", "{\"a\":\"\\ud800\"}", "[\"tab\tin\"]", "[nul]", "{\"a\":tru", "[0123]",
    ]

    @Test("any size of the source's pieces gives the same", arguments: samples)
    func chunks(text: String) {
        let whole = JSONSamples.outcome(text.utf8)
        let tokens = JSONSamples.tokens(text.utf8)
        for chunk in 1...text.utf8.count {
            #expect(JSONSamples.outcome(text.utf8, chunk: chunk) == whole, "pieces of \(chunk)")
            #expect(JSONSamples.tokens(text.utf8, chunk: chunk) == tokens, "pieces of \(chunk)")
        }
    }

    @Test(
        "an input of many windows gives the same in any pieces",
        arguments: [1, 7, 4096, 65_535, 65_536, 65_537])
    func windows(chunk: Int) throws {
        let line = #"{"id":"PCN","text":"é\u00e9 and a \"quote\"","n":[1,2,3]}"#
        let text = (0..<4_000).map { _ in line }.joined(separator: "\n")
        let document = JSONDocument()
        var reader = JSONSamples.reader(Array(text.utf8), chunk: chunk)
        var count = 0
        while try reader.readValue(into: document) {
            var object = try #require(document.root.object)
            guard object.value("id")?.string == "PCN", object.value("text")?.string == "éé and a \"quote\""
            else {
                Issue.record("line \(count + 1)")
                return
            }
            count += 1
        }
        #expect(count == 4_000)
        let array = "[" + text.replacing("\n", with: ",") + "]"
        let canonical = try JSONSamples.rewritten(array.utf8)
        #expect(try JSONSamples.rewritten(array.utf8, chunk: chunk) == canonical)
    }

    @Test("a cut anywhere is an error at the end, or a whole value", arguments: samples.prefix(1))
    func cuts(text: String) {
        for length in 1..<text.utf8.count {
            #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten(text.utf8.prefix(length)) }
        }
    }

    @Test("no change of bytes makes it crash, and both ways of reading agree", arguments: 1...8)
    func mutations(seed: Int) {
        var random = JSONRandom(seed: UInt64(seed))
        let interesting =
            Array("{}[]\",:\\ud80/-+.eE019tfn \n\t\u{0}\u{1F}".utf8) + [0x80, 0xC3, 0xED, 0xF4, 0xFF]
        var refused = 0
        var taken = 0
        for _ in 0..<1_500 {
            var bytes = Array((Self.samples.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                let byte = interesting.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[position] = byte
                case 1: bytes.insert(byte, at: position)
                case 2: bytes.remove(at: position)
                default: bytes.removeSubrange(position..<min(bytes.count, position + 9))
                }
            }
            let chunk = Int.random(in: 1...20, using: &random)
            let outcome = JSONSamples.outcome(bytes)
            #expect(JSONSamples.outcome(bytes, chunk: chunk) == outcome, "seed \(seed)")
            let tokens = JSONSamples.tokens(bytes)
            let wholeFailed = outcome.hasPrefix("malformedJSON: ")
            let tokensFailed = tokens.last?.hasPrefix("line ") == true
            #expect(wholeFailed == tokensFailed, "seed \(seed): \(bytes)")
            if wholeFailed {
                refused += 1
            } else {
                taken += 1
                // What was taken is written, read and written the same.
                #expect(JSONSamples.outcome(outcome.utf8) == outcome)
            }
        }
        #expect(refused > 100 && taken > 20)
    }

    @Test("random values are written, in both forms, and read back as they were", arguments: 1...4)
    func roundTrip(seed: Int) throws {
        var random = JSONRandom(seed: UInt64(seed))
        for _ in 0..<150 {
            var writer = JSONWriter(.compact, capacity: 1)
            writeRandom(to: &writer, depth: 0, &random)
            writer.newline()
            let text = String(decoding: writer.bytes, as: UTF8.self)
            #expect(try JSONSamples.rewritten(text.utf8) == text)
            let pretty = try JSONSamples.rewritten(text.utf8, form: .pretty)
            #expect(try JSONSamples.rewritten(pretty.utf8, chunk: 13) == text)
        }
    }

    private func writeRandom(to writer: inout JSONWriter, depth: Int, _ random: inout JSONRandom) {
        switch Int.random(in: 0..<(depth < 5 ? 7 : 4), using: &random) {
        case 0: writer.null()
        case 1: writer.bool(Bool.random(using: &random))
        case 2: writer.integer(Int.random(in: .min ... .max, using: &random))
        case 3: writer.string(randomText(&random))
        case 4, 5:
            writer.beginObject()
            for index in 0..<Int.random(in: 0..<8, using: &random) {
                writer.key("\(index)" + randomText(&random))
                writeRandom(to: &writer, depth: depth + 1, &random)
            }
            writer.endObject()
        default:
            writer.beginArray()
            for _ in 0..<Int.random(in: 0..<8, using: &random) {
                writeRandom(to: &writer, depth: depth + 1, &random)
            }
            writer.endArray()
        }
    }

    private func randomText(_ random: inout JSONRandom) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", " ", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "€", "\u{1F600}", "~",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
            text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }
}
