internal import X12Diagnostics
package import X12Text

extension ObviousReading {
    /// What the segment reader makes of a source, in the obvious tokenizer's terms.
    package init(_ source: consuming ByteSource, limits: Limits = Limits()) {
        self.init()
        var reader = SegmentReader(source, limits: limits)
        do throws(X12Error) {
            while let segment = try reader.next() { segments.append(ObviousSegment(segment)) }
        } catch {
            stopped = error.code.description
        }
        trailing = reader.trailing
        remarks = reader.takeFindings().map { ObviousRemark($0.rule.id, $0.location.byteOffset) }
    }

    /// The same for bytes in memory.
    package init(_ bytes: [UInt8], limits: Limits = Limits()) {
        self.init(ByteSource(bytes: bytes), limits: limits)
    }
}

extension ObviousSegment {
    /// Copies a segment that is seen in place.
    package init(_ segment: borrowing SegmentView) {
        var elements = [Array(segment.text).prefix(segment.identifierLength)].map(Array.init)
        if segment.elementCount > 0 {
            for position in 1...segment.elementCount { elements.append(Array(segment[position])) }
        }
        let delimiters = segment.delimiters
        self.init(
            elements: elements, offset: segment.byteOffset, line: segment.line,
            leading: Array(segment.leading),
            received: Array(segment.received), isTerminated: segment.isTerminated,
            delimiters: [delimiters.element, delimiters.component, delimiters.repetition, delimiters.segment])
    }
}

extension Array where Element == UInt8 {
    /// Copies bytes that are seen in place.
    package init(_ span: Span<UInt8>) {
        self = span.withUnsafeBufferPointer { [UInt8]($0) }
    }
}
