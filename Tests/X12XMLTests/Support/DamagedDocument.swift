import Testing

/// A sound document with something damaged in it by hand.
struct DamagedDocument: CustomTestStringConvertible, Sendable {
    /// What was done, in words.
    let story: String
    /// What is replaced, each once, and by what; it must stand in the document.
    let changes: [(from: String, to: String)]
    /// A part of what the reader says about it; empty where only a schema can see the damage.
    let words: String

    var testDescription: String { story }

    init(_ story: String, _ changes: (from: String, to: String)..., says words: String) {
        self.story = story
        self.changes = changes
        self.words = words
    }

    /// The document with the damage done.
    func bytes(of xml: [UInt8]) throws -> [UInt8] {
        var text = String(decoding: xml, as: UTF8.self)
        for change in changes {
            try #require(text.contains(change.from), "\(change.from)")
            text = text.replacing(change.from, with: change.to, maxReplacements: 1)
        }
        return Array(text.utf8)
    }
}

extension DamagedDocument {
    /// Damage to the sample `837P/pass/office-visit.837`, written without names and line ends.
    static let generic = [
        // Loops.
        DamagedDocument(
            "an unknown loop", ("<loop2010AA>", "<loop2010AZ>"), ("</loop2010AA>", "</loop2010AZ>"),
            says: "<loop2010AZ> stands before <NM1> where the guide has <loop2010AA>"),
        DamagedDocument(
            "a loop of another guide", ("<loop1000A>", "<loop2110>"), ("</loop1000A>", "</loop2110>"),
            says: "<loop2110> stands before <NM1> where the guide has <loop1000A>"),
        DamagedDocument(
            "a loop one level too deep", ("</loop2010AA><loop2000B>", "<loop2000B>"),
            ("</loop2000B>", "</loop2000B></loop2010AA>"), says: "where the guide has </loop2010AA>"),
        DamagedDocument(
            "a loop taken apart", ("<loop2010BA>", ""), ("</loop2010BA>", ""),
            says: "<loop2010BA> is missing before <NM1>"),
        DamagedDocument(
            "a loop without its first segment", ("<LX><LX01>1</LX01></LX>", ""),
            says: "<missing id=\"LX\"/> is missing before <SV1>"),
        DamagedDocument(
            "two loops in the wrong order", ("<loop1000A>", "<loop1000B>"), ("</loop1000A>", "</loop1000B>"),
            ("</loop1000B><loop1000B>", "</loop1000B><loop1000A>"),
            ("</loop1000B><loop2000A>", "</loop1000A><loop2000A>"),
            says: "<loop1000B> stands before <NM1> where the guide has <loop1000A>"),
        DamagedDocument(
            "a misplaced claim", ("</loop2010BB><loop2300>", "</loop2010BB></loop2000B><loop2300>"),
            ("</loop2300></loop2000B>", "</loop2300>"),
            says: "</loop2000B> stands before <CLM> where the guide has <loop2300>"),
        // Segments.
        DamagedDocument(
            "a segment that the guide does not have", ("<DMG>", "<ZZZ><ZZZ01>1</ZZZ01></ZZZ><DMG>"),
            says: "<unexpected> is missing before <ZZZ>"),
        DamagedDocument(
            "a segment of another loop", ("<LX><LX01>1", "<SBR><SBR01>P</SBR01></SBR><LX><LX01>1"),
            says: "before <SBR>"),
        DamagedDocument(
            "segments in the wrong order",
            ("<N3><N301>10 ELM ST</N301></N3>", ""),
            ("<REF><REF01>EI</REF01>", "<N3><N301>10 ELM ST</N301></N3><REF><REF01>EI</REF01>"),
            says: "<misplaced> is missing before <N3>"),
        DamagedDocument(
            "a segment outside of its set", ("</SE></set837>", "</SE><BHT/></set837>"), says: "before <BHT>"),
        DamagedDocument(
            "a segment inside a segment", ("<CLM02>", "<HI/><CLM02>"), says: "CLM/HI: is not known here"),
        DamagedDocument(
            "a segment without a name",
            ("<DMG>", "<unexpected><segment><element position=\"1\">1</element></segment></unexpected><DMG>"),
            says: "the attribute id is missing"),
        // Elements.
        DamagedDocument(
            "an unknown element", ("<BHT03>", "<BHT99>"), ("</BHT03>", "</BHT99>"),
            says: "BHT04: stands behind an element of a higher number"),
        DamagedDocument(
            "an element of another segment", ("<BHT03>", "<HL03>"), ("</BHT03>", "</HL03>"),
            says: "BHT/HL03: is not known here"),
        DamagedDocument(
            "elements in the wrong order", ("<HL01>1</HL01><HL03>20</HL03>", "<HL03>20</HL03><HL01>1</HL01>"),
            says: "HL01: stands behind an element of a higher number"),
        DamagedDocument(
            "an element twice", ("<CLM02>", "<CLM02>1</CLM02><CLM02>"), says: ""),
        DamagedDocument(
            "a component of another element", ("<CLM05-2>", "<CLM06-2>"), ("</CLM05-2>", "</CLM06-2>"),
            says: "CLM06-2: is not known here"),
        DamagedDocument(
            "a component outside of its composite",
            ("<CLM05><CLM05-1>11</CLM05-1>", "<CLM05-1>11</CLM05-1><CLM05>"),
            says: "CLM05-1: is not known here"),
        DamagedDocument(
            "a composite as plain text",
            (
                "<CLM05><CLM05-1>11</CLM05-1><CLM05-2>B</CLM05-2><CLM05-3>1</CLM05-3></CLM05>",
                "<CLM05>11:B:1</CLM05>"
            ),
            says: "CLM05: holds a separator of components or repetitions, and is not verbatim"),
        DamagedDocument(
            "an element without a position", ("</CLM>", "<element>1</element></CLM>"),
            says: "the attribute position is missing"),
        DamagedDocument(
            "text between elements", ("<CLM02>", "and <CLM02>"), says: "text stands between elements"),
        DamagedDocument(
            "text between segments", ("<CLM>", "and <CLM>"), says: "text stands between elements"),
        // Envelopes.
        DamagedDocument(
            "an interchange without its header", ("<ISA>", "<ISB>"), ("</ISA>", "</ISB>"),
            says: "is not known here"),
        DamagedDocument(
            "a group without its header", ("<GS><GS01>", "<GX><GS01>"), ("</GS>", "</GX>"),
            says: "is not known here"),
        DamagedDocument(
            "a set outside of a group", ("<group>", ""), ("</group>", ""),
            says: "<group> is missing before <GS>"),
        DamagedDocument(
            "a set without its end", ("<SE><SE01>32</SE01><SE02>0001</SE02></SE>", ""),
            says: "</set837> stands before <GE> where the guide has <missing id=\"SE\"/>"),
        DamagedDocument(
            "an interchange without its end", ("<IEA><IEA01>1</IEA01><IEA02>000000201</IEA02></IEA>", ""),
            says: "</interchange> stands before the end where the guide has <missing id=\"IEA\"/>"),
        DamagedDocument(
            "a set inside a set", ("<BHT>", "<set837 guide=\"005010X222A1\"><BHT>"),
            ("</BHT>", "</BHT></set837>"),
            says: "<set837> stands before <BHT>"),
        DamagedDocument(
            "a set of another kind", ("<set837 ", "<set835 "), ("</set837>", "</set835>"),
            says: "<set835> stands before <ST> where the guide has <set837>"),
        // Attributes.
        DamagedDocument(
            "a root without a version", (" schemaVersion=\"1.0\"", ""),
            says: "the attribute schemaVersion is missing"),
        DamagedDocument(
            "a newer version", ("schemaVersion=\"1.0\"", "schemaVersion=\"2.0\""),
            says: "is of schema version 2.0; this program reads 1.0"),
        DamagedDocument(
            "an interchange without its separator", (" elementSeparator=\"*\"", ""),
            says: "the attribute elementSeparator is missing"),
        DamagedDocument(
            "an interchange without its terminator", (" segmentTerminator=\"~\"", ""),
            says: "the attribute segmentTerminator is missing"),
        DamagedDocument(
            "a set without its guide", (" guide=\"005010X222A1\"", ""), says: "the attribute guide is missing"
        ),
        DamagedDocument(
            "a set of another guide", ("guide=\"005010X222A1\"", "guide=\"005010X223A2\""),
            says: "the set's guide is not the one that its group names, 005010X222A1"),
        DamagedDocument(
            "an unknown attribute", ("<CLM>", "<CLM kind=\"1\">"),
            says: "the attribute kind is not known here"),
        DamagedDocument(
            "a mark that is neither true nor false", ("<CLM02>", "<CLM02 verbatim=\"perhaps\">"),
            says: "verbatim is not true or false"),
    ]
}
