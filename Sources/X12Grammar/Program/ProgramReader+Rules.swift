import X12Diagnostics
import X12Text

// The order is that of `ProgramWriter+Rules.swift`.
extension ProgramReader {
    /// Takes a syntax note.
    mutating func syntaxNote() throws(X12Error) -> SyntaxNote {
        let kind = try value(SyntaxNote.Kind.self)
        return SyntaxNote(kind, try list { (reader) throws(X12Error) in try reader.number() })
    }

    /// Takes an element rule.
    mutating func elementRule() throws(X12Error) -> ElementRule {
        ElementRule(
            position: try number(), dataElement: try text(), name: try text(), usage: try value(Usage.self),
            type: try value(DataType.self), minimumLength: try number(), maximumLength: try number(),
            guideMaximumLength: try number(), maximumRepeat: try limit(), codes: try number() - 1,
            externalCodes: try text(), components: try range())
    }

    /// Takes a segment rule.
    mutating func segmentRule() throws(X12Error) -> SegmentRule {
        var rule = SegmentRule(
            identifier: SegmentIdentifier(packed: UInt32(truncatingIfNeeded: try number())),
            loop: try number(), name: try text(), usage: try value(Usage.self), maximumUse: try limit(),
            order: try number(), position: try number(), discriminator: nil, elements: try range(),
            syntaxNotes: try range())
        rule.bracketed = try number() - 1
        let element = try number()
        if element > 0 {
            rule.discriminator = Discriminator(
                element: element, component: try number(),
                values: try list { (reader) throws(X12Error) in try reader.text() })
        }
        return rule
    }

    /// Takes a loop rule.
    mutating func loopRule() throws(X12Error) -> LoopRule {
        LoopRule(
            identifier: try text(), name: try text(), parent: try number() - 1, usage: try value(Usage.self),
            maximumUse: try limit(), order: try number(), position: try number(),
            block: try value(BlockRole.self),
            segments: try list { (reader) throws(X12Error) in try reader.number() },
            children: try list { (reader) throws(X12Error) in try reader.number() })
    }
}
