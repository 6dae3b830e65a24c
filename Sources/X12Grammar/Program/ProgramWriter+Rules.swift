import X12Text

extension ProgramWriter {
    /// Adds a syntax note.
    mutating func write(_ note: SyntaxNote) {
        write(note.kind.rawValue)
        write(note.positions) { $0.write($1) }
    }

    /// Adds an element rule.
    mutating func write(_ rule: ElementRule) {
        write(rule.position)
        write(rule.dataElement)
        write(rule.name)
        write(rule.usage.rawValue)
        write(rule.type.rawValue)
        write(rule.minimumLength)
        write(rule.maximumLength)
        write(rule.guideMaximumLength)
        write(limit: rule.maximumRepeat)
        write(rule.codes + 1)
        write(rule.externalCodes)
        write(rule.components)
    }

    /// Adds a segment rule.
    mutating func write(_ rule: SegmentRule) {
        write(Int(rule.identifier.packed))
        write(rule.loop)
        write(rule.name)
        write(rule.usage.rawValue)
        write(limit: rule.maximumUse)
        write(rule.order)
        write(rule.position)
        write(rule.elements)
        write(rule.syntaxNotes)
        write(rule.bracketed + 1)
        guard let discriminator = rule.discriminator else { return write(0) }
        write(discriminator.element)
        write(discriminator.component)
        write(discriminator.values) { $0.write($1) }
    }

    /// Adds a loop rule.
    mutating func write(_ rule: LoopRule) {
        write(rule.identifier)
        write(rule.name)
        write(rule.parent + 1)
        write(rule.usage.rawValue)
        write(limit: rule.maximumUse)
        write(rule.order)
        write(rule.position)
        write(rule.block.rawValue)
        write(rule.segments) { $0.write($1) }
        write(rule.children) { $0.write($1) }
    }
}
