internal import X12Diagnostics
internal import X12Models

/// Where pieces of an interchange come from.
protocol ItemSource: ~Copyable {
    /// The next piece; `nil` after the last.
    mutating func next() throws(X12Error) -> ModelItem?

    /// What was found in the piece read last.
    var findings: [Finding] { get }
}

extension ModelReader: ItemSource {}

extension JSONDocumentReader: ItemSource {
    var findings: [Finding] { [] }
}

extension NDJSONReader: ItemSource {
    var findings: [Finding] { [] }
}
