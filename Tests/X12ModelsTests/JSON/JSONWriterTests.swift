import Testing
import X12Diagnostics
import X12Models
import X12Text

@Suite("JSON writer")
struct JSONWriterTests {
    func sample(_ form: JSONWriter.Form) throws -> String {
        var writer = JSONWriter(form, capacity: 1)
        writer.beginObject()
        writer.key("patientControlNumber")
        writer.string("PCN0001")
        writer.key("chargeAmount")
        writer.decimal(try #require(ExactDecimal("-180.50")))
        writer.key("serviceLines")
        writer.beginArray()
        writer.beginObject()
        writer.key("number")
        writer.integer(1)
        writer.endObject()
        writer.null()
        writer.bool(true)
        writer.endArray()
        writer.key("empty")
        writer.beginArray()
        writer.endArray()
        writer.key("none" as String)
        writer.beginObject()
        writer.endObject()
        writer.endObject()
        writer.newline()
        writer.bool(false)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("the compact form has no blanks")
    func compact() throws {
        #expect(
            try sample(.compact)
                == #"{"patientControlNumber":"PCN0001","chargeAmount":"-180.5","serviceLines":[{"number":1},null,true],"#
                + #""empty":[],"none":{}}"# + "\nfalse")
    }

    @Test("the pretty form has two spaces a level")
    func pretty() throws {
        #expect(
            try sample(.pretty) == """
                {
                  "patientControlNumber": "PCN0001",
                  "chargeAmount": "-180.5",
                  "serviceLines": [
                    {
                      "number": 1
                    },
                    null,
                    true
                  ],
                  "empty": [],
                  "none": {}
                }
                false
                """)
    }

    @Test(
        "strings are escaped by RFC 8259",
        arguments: [
            ("", #""""#), ("plain text", #""plain text""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
            ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#), ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
            ("\u{7F}é\u{1F600}", "\"\u{7F}é\u{1F600}\""), ("\u{2028}", "\"\u{2028}\""),
        ])
    func escapes(text: String, json: String) {
        var writer = JSONWriter(capacity: 1)
        writer.string(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    }

    @Test("an escape is found wherever it stands among plain bytes", arguments: 0..<40)
    func escapeAnywhere(position: Int) throws {
        for special in ["\"", "\\", "\u{1}", "\u{1F}", "é", " ", "!", "#", "[", "]"] {
            let text =
                String(repeating: "x", count: position) + special
                + String(repeating: "y", count: 40 - position)
            var writer = JSONWriter(capacity: 1)
            writer.string(text)
            writer.newline()
            #expect(try JSONSamples.rewritten(writer.bytes) == String(decoding: writer.bytes, as: UTF8.self))
            let reader = JSONDocument()
            var source = JSONReader(writer.bytes)
            #expect(try source.readValue(into: reader))
            #expect(reader.root.string == text)
        }
    }

    @Test("a string of nothing but escapes fits")
    func onlyEscapes() {
        var writer = JSONWriter(capacity: 1)
        writer.string(String(repeating: "\u{1}", count: 10_000))
        #expect(writer.count == 60_002)
    }

    @Test(
        "whole numbers are written to their ends", arguments: [0, 7, -1, 10, 1_234_567_890, Int.max, Int.min])
    func integers(number: Int) {
        var writer = JSONWriter()
        writer.integer(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == String(number))
    }

    @Test("bytes that are not UTF-8 are refused as a string and taken as Base64")
    func bytes() {
        var writer = JSONWriter()
        writer.beginArray()
        let latin: [UInt8] = [0x4A, 0xE9]
        #expect(latin.withUnsafeBufferPointer { writer.string(utf8: $0) } == false)
        latin.withUnsafeBufferPointer { writer.base64($0) }
        #expect(Array("Jé".utf8).withUnsafeBufferPointer { writer.string(utf8: $0) })
        writer.endArray()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"["Suk=","Jé"]"#)
    }

    @Test("dates, times, periods and bytes come back")
    func exactValues() throws {
        let date = try #require(CalendarDate(iso: "2026-02-20"))
        let time = try #require(ClockTime(iso: "09:30:15.2"))
        let period = try #require(DateTimePeriod(iso: "2026-02-20/2026-02-25"))
        var writer = JSONWriter(capacity: 1)
        writer.beginArray()
        writer.date(date)
        writer.time(time)
        writer.period(period)
        [0, 0xFF].withUnsafeBufferPointer { writer.base64($0) }
        writer.decimal(0)
        writer.endArray()
        let text = #"["2026-02-20","09:30:15.2","2026-02-20/2026-02-25","AP8=","0"]"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
        let document = JSONDocument()
        var reader = JSONReader(writer.bytes)
        #expect(try reader.readValue(into: document))
        let values = try Array(#require(document.root.elements))
        #expect(values[0].date == date && values[0].time == nil)
        #expect(values[1].time == time && values[1].date == nil)
        #expect(values[2].period == period && values[2].date == nil)
        #expect(values[3].base64 == [0, 0xFF] && values[0].base64 == nil)
        #expect(values[4].decimal == 0 && values[0].decimal == nil)
    }

    @Test("draining hands over what waits once there is enough, and a failing sink loses nothing")
    func draining() throws {
        var writer = JSONWriter()
        var sunk: [UInt8] = []
        writer.string("abc")
        try writer.drain(over: 6) { (bytes) throws(X12Error) in sunk += bytes }
        #expect(sunk.isEmpty)
        #expect(throws: X12Error(.sinkFailed)) {
            try writer.drain(over: 5) { (_) throws(X12Error) in throw X12Error(.sinkFailed) }
        }
        try writer.drain(over: 5) { (bytes) throws(X12Error) in sunk += bytes }
        #expect(sunk == Array(#""abc""#.utf8))
        #expect(writer.count == 0)
    }
}
