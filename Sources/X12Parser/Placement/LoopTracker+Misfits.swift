internal import X12Grammar
internal import X12Text

/// How well a segment's own elements fit the rules that could take it.
extension LoopTracker {
    /// How many of a segment's elements are not what a rule has them to be, what tells it from others aside.
    ///
    /// `AAA*N**72*C` is no error of the source's (2000A), which cannot reject for that reason: where a segment is in doubt,
    /// this speaks for another's.
    func misfits(_ segment: RawSegment, of rule: Int, _ delimiters: Delimiters) -> Int {
        let known = guide.segments[rule]
        var count = 0
        for (offset, index) in known.elements.enumerated() where offset + 1 != known.discriminator?.element {
            let element = guide.elements[index]
            let value = segment.element(offset + 1)
            if !element.components.isEmpty, !value.isEmpty, element.usage != .notUsed {
                // The first component is what a composite is about.
                let first = guide.elements[element.components.lowerBound]
                let part = value.prefix { $0 != delimiters.component && $0 != delimiters.repetition }
                count += isMisfit(part, of: first) ? 1 : 0
            } else {
                count += isMisfit(value.prefix { $0 != delimiters.repetition }, of: element) ? 1 : 0
            }
        }
        return count
    }

    private func isMisfit(_ value: Slice<UnsafeBufferPointer<UInt8>>, of element: ElementRule) -> Bool {
        guard !value.isEmpty else { return element.usage == .required }
        guard element.usage != .notUsed else { return true }
        guard element.codes >= 0 else { return false }
        return !guide.codeLists[element.codes].contains { $0.utf8.elementsEqual(value) }
    }
}
