import X12Diagnostics

/// Rules and findings the tests of printing share.
enum FindingSamples {
    static let codeBad = Finding.Rule(
        "GDE-CODE-BAD", level: 2, .error, "{at} is {found}, must be {expected}",
        help: "use a code the guide lists", acknowledgement: .element("7"))
    static let notADate = Finding.Rule(
        "ENV-TYPE-DT", level: 1, .error, "{at} ({name}) is {found}, which is not a date", help: "")
    static let missing = Finding.Rule(
        "GDE-SEG-MISSING", level: 2, .warning, "{name} is missing in {at}: {detail}", help: "")

    static let delimiters = SegmentExcerpt.Delimiters(
        element: UInt8(ascii: "*"), component: UInt8(ascii: ":"), repetition: UInt8(ascii: "^"),
        terminator: UInt8(ascii: "~"))

    /// The finding that the architecture's contract prints.
    static var facilityQualifier: Finding {
        var context = Finding.Context()
        context.guide = "005010X222A1"
        context.interchange = "000000101"
        context.group = "101"
        context.transactionSet = "0001"
        context.loopPath = "2000A[1] > 2000B[3] > 2300[1]"
        context.loop = "2300"
        context.segment = "CLM"
        context.claim = "PCN0001"
        let location = Location(
            byteOffset: 620, line: 20, segment: 20, segmentPosition: 18, element: 5, component: 2,
            repetition: 1)
        return Finding(codeBad, at: location, in: context, found: Fact("Z", .code), expected: ["B"])
    }
}
