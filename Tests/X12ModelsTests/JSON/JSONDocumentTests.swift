import Testing
import X12Diagnostics
import X12Models
import X12Text

@Suite("JSON document")
struct JSONDocumentTests {
    func document(_ text: String) throws -> JSONDocument {
        let document = JSONDocument()
        var reader = JSONReader(Array(text.utf8))
        #expect(try reader.readValue(into: document))
        return document
    }

    @Test("fields are found in any order, and what was not asked for is told in the document's")
    func fields() throws {
        let document = try document(#"{"a":1,"b":{"x":[1,2]},"c":3,"d\u0065":4,"e":5}"#)
        var object = try #require(document.root.object)
        #expect(object.count == 5)
        let found1 = object.value("a")
        #expect(found1?.integer == 1)
        let found2 = object.value("c")
        #expect(found2?.integer == 3)
        let found3 = object.value("missing")
        #expect(found3 == nil)
        let found4 = object.value("de")
        #expect(found4?.integer == 4)
        let found5 = object.value("a")
        #expect(found5?.integer == 1)
        #expect(object.unasked.map(\.key) == ["b", "e"])
        #expect(object.fields.map(\.key) == ["a", "b", "c", "de", "e"])
        let inner = object.value("b")
        #expect(inner?.object?.fields.first?.value.elements?.count == 2)
        #expect(object.unasked.map(\.key) == ["e"])
    }

    @Test("more than 64 fields are remembered too")
    func manyFields() throws {
        let text = (0..<130).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let document = try document("{\(text)}")
        var object = try #require(document.root.object)
        let found6 = object.value("k63")
        #expect(found6?.integer == 63)
        let found7 = object.value("k64")
        #expect(found7?.integer == 64)
        let found8 = object.value("k129")
        #expect(found8?.integer == 129)
        #expect(object.unasked.count == 127)
        #expect(!object.unasked.contains { $0.key == "k129" || $0.key == "k64" || $0.key == "k63" })
    }

    @Test("values are what they are, and nothing else")
    func kinds() throws {
        let document = try document(
            #"["12.50",12.50,7,true,false,null,"é\n",[],{},1e2,"x",99999999999999999999]"#)
        let values = try Array(#require(document.root.elements))
        #expect(
            values.map(\.kind.rawValue).joined(separator: " ")
                == "string number number bool bool null string array object number string number")
        #expect(values[0].decimal == ExactDecimal("12.5"))
        #expect(values[1].decimal == ExactDecimal("12.5"))
        #expect(values[1].numberText == "12.50")
        #expect(values[1].integer == nil)
        #expect(values[2].integer == 7)
        #expect(values[2].string == nil)
        #expect(values[3].bool == true)
        #expect(values[4].bool == false)
        #expect(values[5].isNull && values[5].bool == nil)
        #expect(values[6].string == "é\n")
        #expect(values[7].elements?.count == 0)
        #expect(values[8].object?.count == 0)
        #expect(values[9].decimal == 100 && values[9].integer == nil)
        #expect(values[10].decimal == nil && values[10].integer == nil)
        #expect(values[11].integer == nil && values[11].numberText == "99999999999999999999")
    }

    @Test("a value knows its place in the input")
    func places() throws {
        var reader = JSONReader(Array("{\"claims\":[0,\n {\"lines\":[{\"n\":1},\n  {\"n\":\"bad\"}]}]}".utf8))
        for _ in 0..<3 { _ = try reader.next() }
        let document = JSONDocument()
        #expect(try reader.readValue(into: document))
        #expect(try reader.readValue(into: document))
        var claim = try #require(document.root.object)
        let linesValue = claim.value("lines")
        let lines = try Array(#require(linesValue?.elements))
        let value = try #require(lines[1].object?.fields.first?.value)
        #expect(value.path == "claims[1].lines[1].n")
        let error = value.error("not a number")
        #expect(error == X12Error(.malformedModel))
        #expect(error.location.byteOffset == 41)
        #expect(error.location.line == 3)
        #expect(error.detail == "line 3, column 8: claims[1].lines[1].n: not a number")
    }

    @Test("a document is filled again and again")
    func filledAgain() throws {
        let document = JSONDocument()
        var reader = JSONReader(Array("[1,2]\n\"x\"\n{}".utf8), allowsSeveral: true)
        #expect(try reader.readValue(into: document))
        #expect(document.root.elements?.count == 2)
        #expect(try reader.readValue(into: document))
        #expect(document.root.string == "x")
        #expect(try reader.readValue(into: document))
        #expect(document.root.object?.count == 0)
        #expect(try !reader.readValue(into: document))
    }
}
