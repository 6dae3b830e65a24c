extension Guide {
    /// Whether every index and range of the tables leads to a rule, and every loop stands after its parent.
    var indicesAreSound: Bool {
        loops.indices.allSatisfy { index in
            let loop = loops[index]
            return loop.parent < index && (loop.parent >= 0 || index == 0)
                && loop.segments.allSatisfy { segments.indices.contains($0) && segments[$0].loop == index }
                && loop.children.allSatisfy { loops.indices.contains($0) && loops[$0].parent == index }
        }
            && segments.allSatisfy { segment in
                loops.indices.contains(segment.loop) && segment.elements.upperBound <= elements.count
                    && segment.syntaxNotes.upperBound <= syntaxNotes.count
                    && isSound(segment.discriminator, in: segment)
                    && (segment.bracketed < 0
                        || loops.indices.contains(segment.bracketed)
                            && loops[segment.bracketed].parent == segment.loop)
            }
            && elements.allSatisfy {
                $0.codes < codeLists.count && $0.components.upperBound <= elements.count
            }
    }

    private func isSound(_ discriminator: Discriminator?, in segment: SegmentRule) -> Bool {
        guard let discriminator else { return true }
        guard discriminator.element <= segment.elements.count, !discriminator.values.isEmpty else {
            return false
        }
        let element = elements[segment.elements.lowerBound + discriminator.element - 1]
        return discriminator.component <= element.components.count
    }
}
