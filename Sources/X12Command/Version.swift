internal import X12Rules
internal import X12Specs

/// What the results say they were made by.
enum Version {
    /// The version of the program and the library.
    static let tool = "0.1.0"

    /// Every part with its version, as a result names them.
    static var all: [(name: String, version: String)] {
        [
            ("tool", tool), ("guides", X12Specs.guides.joined(separator: " ")), ("rules", RuleSet.version),
        ]
    }
}
