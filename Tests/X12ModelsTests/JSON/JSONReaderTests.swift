import Testing
import X12Diagnostics
import X12Models

@Suite("JSON reader")
struct JSONReaderTests {
    @Test(
        "well-formed documents are read as what they say",
        arguments: [
            ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"), ("null", "null"), ("true", "true"),
            ("false", "false"),
            ("0", "0"), ("-0", "0"), ("12", "12"), ("-12", "-12"), ("1.5", "\"1.5\""), ("1e3", "\"1e3\""),
            ("-1.25E-7", "\"-1.25E-7\""), ("0.0e+0", "\"0.0e+0\""),
            ("123456789012345678901", "\"123456789012345678901\""),
            ("\"\"", "\"\""), (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#),
            (#""\u0041\u00e9\u20AC""#, "\"Aé€\""),
            (#""\ud83d\uDE00""#, "\"\u{1F600}\""), (#""\u0000""#, #""\u0000""#),
            ("\"é\u{1F600}\"", "\"é\u{1F600}\""),
            ("\t\r\n{\"a\" : [ 1 , { \"b\":null } , [ [ ] ] ] }\n", #"{"a":[1,{"b":null},[[]]]}"#),
            (#"{"":1," ":2}"#, #"{"":1," ":2}"#), (#"{"a":{"a":{"a":1}}}"#, #"{"a":{"a":{"a":1}}}"#),
            ("\u{FEFF}[1]", "[1]"), (#"[{"a":1},{"a":1}]"#, #"[{"a":1},{"a":1}]"#),
            ("\"\u{7F}\"", "\"\u{7F}\""),
            ("\"\u{FEFF}\"", "\"\u{FEFF}\""), (#"{"e\u0301":1,"\u00e9":2}"#, "{\"e\u{301}\":1,\"é\":2}"),
        ])
    func wellFormed(text: String, canonical: String) throws {
        #expect(try JSONSamples.rewritten(text.utf8) == canonical + "\n")
        #expect(JSONSamples.tokens(text.utf8).allSatisfy { !$0.contains("column") })
    }

    @Test(
        "what is not JSON is refused, read whole or by tokens",
        arguments: [
            "{", "[", "}", "]", "{]", "[}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}", "{,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}", "{1:2}", "{\"a\":1]", "[1}",
            "{{}:1}",
            "{[]:1}", "tru", "nul", "True", "NULL", "nulL", "truefalse", "NaN", "Infinity", "-Infinity",
            "undefined",
            "01", "-01", "-", "+1", ".5", "5.", "1.e3", "1e", "1e+", "-.5", "0x10", "1_000", "1,000", "--1",
            "1.2.3",
            "\"", "\"abc", "\"\\", "\"\\\"", #""\x41""#, #""\u12""#, #""\u12g4""#, #""\ud800""#,
            #""\ud800x""#,
            #""\ud800\n""#, #""\ud800\u0041""#, #""\udc00""#, #""\ud800\ud800""#, "\"\n\"", "\"\t\"",
            "\"\0\"", "'a'",
            "//c\n1", "/*c*/1", "[1]x", "{} {}", "[1],[2]", "\u{A0}1", "\u{FEFF}\u{FEFF}1",
            "{\"a\":1,\"a\":2}",
            #"{"a":1,"\u0061":2}"#, #"[{"x":{"b":1,"c":2,"b":3}}]"#, "\u{0}", "1\u{0}", "[\"a\"", "{\"a\":[}",
        ])
    func malformed(text: String) {
        #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten(text.utf8) }
        #expect(JSONSamples.tokens(text.utf8).last?.contains("column") == true)
    }

    @Test(
        "strings and keys that are not UTF-8 are refused",
        arguments: [
            [0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        for lead in ["", "a", "abcdefg", "abcdefgh", "abcdefghijk"] {
            let string = [0x22] + Array(lead.utf8) + bytes + Array("tail and more\"".utf8)
            #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten(string) }
            let object = [0x7B] + string + Array(":1}".utf8)
            #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten(object) }
            #expect(JSONSamples.tokens(object).last?.contains("UTF-8") == true)
        }
    }

    @Test("nothing at all, and blanks, hold no value")
    func empty() throws {
        #expect(try JSONSamples.rewritten("".utf8) == "")
        #expect(try JSONSamples.rewritten(" \r\n\t".utf8) == "")
        #expect(try JSONSamples.rewritten([0xEF, 0xBB, 0xBF]) == "")
    }

    @Test("tokens come in order, each with the path to where reading is")
    func tokens() {
        #expect(
            JSONSamples.tokens(#"{"claims":[{"a":"x"},[2,true]],"n":null}"#.utf8) == [
                "beginObject at ", "key(\"claims\") at claims", "beginArray at claims[0]",
                "beginObject at claims[0]",
                "key(\"a\") at claims[0].a", "string(\"x\") at claims[0].a", "endObject at claims[0]",
                "beginArray at claims[1][0]", "number(\"2\") at claims[1][0]", "bool(true) at claims[1][1]",
                "endArray at claims[1]", "endArray at claims", "key(\"n\") at n", "null at n",
                "endObject at ",
            ])
    }

    @Test("values on lines of their own follow each other when that is allowed")
    func lines() throws {
        #expect(try JSONSamples.rewritten("{\"a\":1}\n[2]\r\n\n3\n".utf8) == "{\"a\":1}\n[2]\n3\n")
        #expect(throws: X12Error(.malformedJSON)) { try JSONSamples.rewritten("1\n2 3".utf8) }
        var single = JSONReader(Array("1\n2".utf8))
        _ = try single.next()
        do {
            _ = try single.next()
            Issue.record("a second value was taken")
        } catch {
            #expect(error == X12Error(.malformedJSON))
        }
    }

    @Test("a claim of an array is read whole between tokens")
    func mixed() throws {
        var reader = JSONReader(
            Array(#"{"version":"1","claims":[{"id":1},{"id":2}],"skipped":{"a":[1,{}]},"end":3}"#.utf8))
        let document = JSONDocument()
        #expect(try reader.next() == .beginObject)
        #expect(try reader.next() == .key("version"))
        #expect(try reader.readValue(into: document))
        #expect(document.root.string == "1")
        #expect(try reader.next() == .key("claims"))
        #expect(try reader.next() == .beginArray)
        var ids: [Int?] = []
        while try reader.readValue(into: document) {
            var claim = try #require(document.root.object)
            ids.append(claim.value("id")?.integer)
            #expect(document.root.path == "claims[\(ids.count - 1)]")
        }
        #expect(ids == [1, 2])
        #expect(try reader.next() == .key("skipped"))
        #expect(try reader.readValue(into: document))
        #expect(try reader.next() == .key("end"))
        #expect(try reader.readValue(into: document))
        #expect(try reader.next() == .endObject)
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }

    @Test(
        "an error tells line, column, byte and path",
        arguments: [
            ("{\"claims\":[{},\n  {\"lines\":[1,2,x]}]}", 31, 2, "line 2, column 17: claims[1].lines[2]: "),
            ("[1,\n2,\n  oops]", 9, 3, "line 3, column 3: [2]: "),
            ("{\"a\":{\"b\":1,\n\"b\":2}}", 13, 2, "line 2, column 1: a.b: a key stands twice"),
            ("{\"a\":\"x\ty\"}", 7, 1, "line 1, column 8: a: a control character"),
            ("{\"Jane Doe\":oops}", 12, 1, "line 1, column 13: ?: "),
            ("\u{FEFF}x", 3, 1, "line 1, column 1: "), ("[1,\n", 4, 2, "line 2, column 1: "),
        ])
    func places(text: String, offset: Int, line: Int, words: String) {
        do {
            _ = try JSONSamples.rewritten(text.utf8)
            Issue.record("taken")
        } catch {
            #expect(error.location.byteOffset == offset)
            #expect(error.location.line == line)
            #expect(error.detail.hasPrefix(words), "\(error.detail)")
        }
    }
}
