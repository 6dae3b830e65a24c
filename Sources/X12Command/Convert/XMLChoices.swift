internal import ArgumentParser
internal import X12XML

/// What a document of XML shows besides the segments.
struct XMLChoices: ParsableArguments {
    @Flag(name: .customLong("no-names"), help: "Leave out the names of elements and the meanings of codes.")
    var leavesOutNames = false

    @Flag(name: .customLong("no-findings"), help: "Leave out what is wrong with a segment.")
    var leavesOutFindings = false

    @Flag(help: "Say where in the input a segment stood: byte offset, length, line.")
    var positions = false

    @Flag(help: "Claims, payments and benefits with names in words, as in JSON, instead of segments.")
    var models = false

    /// Whether any of them was given.
    var isAnySet: Bool { models || showsSegments }

    /// Whether one was given that is about segments.
    var showsSegments: Bool { leavesOutNames || leavesOutFindings || positions }

    /// The same for the writer.
    var options: GenericXMLOptions {
        var options = GenericXMLOptions()
        options.showsLabels = !leavesOutNames
        options.showsFindings = !leavesOutFindings
        options.showsPositions = positions
        return options
    }

    /// The same as it is typed, each choice behind a blank.
    var words: String {
        (leavesOutNames ? " --no-names" : "") + (leavesOutFindings ? " --no-findings" : "")
            + (positions ? " --positions" : "") + (models ? " --models" : "")
    }
}
