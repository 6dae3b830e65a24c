import Testing
import X12Diagnostics
import X12Models

@Suite("JSON limits")
struct JSONLimitsTests {
    @Test("ten thousand arrays in each other are refused, read whole or by tokens")
    func deep() {
        for bracket in ["[", "{\"a\":"] {
            let text = String(repeating: bracket, count: 10_000)
            #expect(throws: X12Error(.limitPassed)) { try JSONSamples.rewritten(text.utf8) }
            let tokens = JSONSamples.tokens(text.utf8)
            #expect(tokens.last?.contains("nest too deeply") == true)
            #expect(tokens.filter { $0.hasPrefix("begin") }.count == 64)
        }
    }

    @Test("the depth of the limit is taken, one more is not, wherever reading starts")
    func depth() throws {
        let taken = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSONSamples.rewritten(taken.utf8) == taken + "\n")
        #expect(throws: X12Error(.limitPassed)) { try JSONSamples.rewritten("[\(taken)]".utf8) }
        var reader = JSONReader(Array("[\(taken)]".utf8))
        #expect(try reader.next() == .beginArray)
        do {
            _ = try reader.readValue(into: JSONDocument())
            Issue.record("taken")
        } catch {
            #expect(error == X12Error(.limitPassed))
        }
    }

    @Test("a raised limit holds without using the stack")
    func raised() throws {
        var limits = JSONLimits()
        limits.depth = 200_000
        let text = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        var reader = JSONReader(Array(text.utf8), limits: limits)
        #expect(try reader.readValue(into: JSONDocument()))
    }

    @Test("a value larger than the limit is refused, many smaller ones are not")
    func size() throws {
        var limits = JSONLimits()
        limits.largestValue = 200_000
        let value = "\"" + String(repeating: "x", count: 150_000) + "\""
        let text = [value, value, value].joined(separator: "\n")
        #expect(try JSONSamples.rewritten(text.utf8, limits: limits) == text + "\n")
        #expect(throws: X12Error(.limitPassed)) {
            try JSONSamples.rewritten("[\(value),\(value)]".utf8, limits: limits)
        }
    }

    @Test("more keys and values than the limit are refused where they pass it")
    func entries() throws {
        var limits = JSONLimits()
        limits.entries = 100
        let taken = "[" + Array(repeating: "1", count: 99).joined(separator: ",") + "]"
        #expect(try JSONSamples.rewritten(taken.utf8, limits: limits) == taken + "\n")
        let refused = taken.replacing("]", with: ",{\"a\":1}]")
        var reader = JSONReader(Array(refused.utf8), limits: limits)
        let error = #expect(throws: X12Error.self) { try reader.readValue(into: JSONDocument()) }
        #expect(error?.code == .limitPassed)
        #expect(error?.location.byteOffset == taken.utf8.count)
    }

    @Test("an object walked key by key has a most of fields, and many keys are still told apart")
    func fields() throws {
        let many = (0..<5_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSONSamples.rewritten("{\(many)}".utf8) == "{\(many)}\n")
        #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten("{\(many),\"k77\":0}".utf8) }
        #expect(JSONSamples.tokens("{\(many),\"k77\":0}".utf8).last?.contains("stands twice") == true)
        var limits = JSONLimits()
        limits.fields = 10
        var reader = JSONReader(Array("{\(many)}".utf8), limits: limits)
        var error: X12Error?
        var keys = 0
        do {
            while let token = try reader.next() { if case .key = token { keys += 1 } }
        } catch let passed {
            error = passed
        }
        #expect(error == X12Error(.limitPassed))
        #expect(keys == 10)
    }

    @Test("what the source throws comes through")
    func source() {
        var reader = JSONReader { (_) throws(X12Error) in throw X12Error(.sourceFailed) }
        do {
            _ = try reader.next()
            Issue.record("no error")
        } catch {
            #expect(error == X12Error(.sourceFailed))
        }
    }
}
