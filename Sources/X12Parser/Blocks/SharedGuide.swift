package import X12Grammar

/// A guide that many blocks follow, handed on without copying its tables' references.
package final class SharedGuide: Sendable {
    package let guide: Guide

    init(_ guide: Guide) { self.guide = guide }
}
