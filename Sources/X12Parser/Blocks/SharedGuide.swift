internal import X12Grammar

/// A guide that many blocks follow, handed on without copying its tables' references.
final class SharedGuide: Sendable {
    let guide: Guide

    init(_ guide: Guide) { self.guide = guide }
}
