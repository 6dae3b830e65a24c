package import X12Grammar

/// A guide that many blocks follow, handed on without copying its tables' references.
package final class SharedGuide: Sendable {
    package let guide: Guide
    /// The identifier of each loop.
    package let loopIdentifiers: [String]

    init(_ guide: Guide) {
        self.guide = guide
        loopIdentifiers = guide.loops.map(\.identifier)
    }
}
