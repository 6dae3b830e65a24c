public import X12Diagnostics
internal import X12Text

/// The compact form in which the base dictionary is compiled into a binary.
public enum DictionaryProgram {
    static let kind = "x12-dictionary-3"

    /// The program of a dictionary, its definitions in the order of their names.
    public static func encode(_ dictionary: BaseDictionary) -> String {
        var writer = ProgramWriter()
        writer.write(dictionary.elements.values.sorted { $0.number < $1.number }) { writer, element in
            writer.write(element.number)
            writer.write(element.name)
            writer.write(element.type.rawValue)
            writer.write(element.minimumLength)
            writer.write(element.maximumLength)
            writer.write(element.externalCodes)
        }
        for definitions in [dictionary.segments.values.map(\.self), dictionary.composites.values.map(\.self)]
        {
            writer.write(definitions.sorted { $0.identifier < $1.identifier }) { writer, segment in
                writer.write(segment.identifier)
                writer.write(segment.name)
                writer.write(segment.syntaxNotes) { $0.write($1) }
                writer.write(segment.elements) { writer, slot in
                    writer.write(slot.dataElement)
                    writer.write(slot.name)
                    writer.write(slot.requirement.rawValue)
                    writer.write(limit: slot.maximumRepeat)
                    writer.write(slot.codes) { $0.write($1) }
                }
            }
        }
        writer.write(dictionary.identifiers.map(\.description).sorted().joined(separator: " "))
        writer.write(dictionary.codeLists.sorted { $0.key < $1.key }) { writer, list in
            writer.write(list.key)
            writer.write(list.value)
        }
        writer.write(dictionary.transactionSets.values.sorted { $0.identifier < $1.identifier }) {
            $0.write($1)
        }
        return writer.program(kind)
    }

    /// The dictionary of a program; throws `malformedGuide` when the text is no such program.
    public static func decode(_ program: String) throws(X12Error) -> BaseDictionary {
        try decode(Array(program.utf8))
    }

    /// The dictionary of a program that was compiled into the binary; throws `malformedGuide`.
    public static func decode(_ program: StaticString) throws(X12Error) -> BaseDictionary {
        try decode(program.withUTF8Buffer { Array($0) })
    }

    private static func decode(_ bytes: [UInt8]) throws(X12Error) -> BaseDictionary {
        var reader = try ProgramReader(bytes, kind: kind)
        let elements = try reader.list { (reader) throws(X12Error) in
            ElementDefinition(
                number: try reader.text(), name: try reader.text(), type: try reader.value(DataType.self),
                minimumLength: try reader.number(), maximumLength: try reader.number(),
                externalCodes: try reader.text())
        }
        let segments = try definitions(&reader)
        let composites = try definitions(&reader)
        let identifiers = try reader.text().parts(between: UInt8(ascii: " ")).filter { !$0.isEmpty }
            .map { SegmentIdentifier($0) }
        var dictionary = BaseDictionary(
            elements: elements, segments: segments, composites: composites, identifiers: Set(identifiers))
        for _ in 0..<(try reader.number()) {
            let number = try reader.text()
            dictionary.codeLists[number] = try reader.text()
        }
        let sets = try reader.list { (reader) throws(X12Error) in try transactionSet(&reader) }
        for set in sets { dictionary.transactionSets[set.identifier] = set }
        try reader.finish()
        return dictionary
    }

    private static func transactionSet(
        _ reader: inout ProgramReader
    ) throws(X12Error) -> BaseTransactionSet {
        BaseTransactionSet(
            identifier: try reader.text(), group: try reader.text(), name: try reader.text(),
            loops: try reader.list { (reader) throws(X12Error) in
                BaseTransactionSet.Loop(
                    identifier: try reader.text(), parent: try reader.number() - 1,
                    requirement: try reader.value(Requirement.self), maximumUse: try reader.limit())
            },
            segments: try reader.list { (reader) throws(X12Error) in
                BaseTransactionSet.Segment(
                    identifier: SegmentIdentifier(try reader.text()), loop: try reader.number(),
                    requirement: try reader.value(Requirement.self), maximumUse: try reader.limit())
            })
    }

    private static func definitions(_ reader: inout ProgramReader) throws(X12Error) -> [SegmentDefinition] {
        try reader.list { (reader) throws(X12Error) in
            let identifier = try reader.text()
            let name = try reader.text()
            let notes = try reader.list { (reader) throws(X12Error) in try reader.syntaxNote() }
            let slots = try reader.list { (reader) throws(X12Error) in
                ElementSlot(
                    dataElement: try reader.text(), name: try reader.text(),
                    requirement: try reader.value(Requirement.self), maximumRepeat: try reader.limit(),
                    codes: try reader.list { (reader) throws(X12Error) in try reader.text() })
            }
            return SegmentDefinition(identifier: identifier, name: name, elements: slots, syntaxNotes: notes)
        }
    }
}

extension ProgramWriter {
    fileprivate mutating func write(_ set: BaseTransactionSet) {
        write(set.identifier)
        write(set.group)
        write(set.name)
        write(set.loops) { writer, loop in
            writer.write(loop.identifier)
            writer.write(loop.parent + 1)
            writer.write(loop.requirement.rawValue)
            writer.write(limit: loop.maximumUse)
        }
        write(set.segments) { writer, segment in
            writer.write(segment.identifier.description)
            writer.write(segment.loop)
            writer.write(segment.requirement.rawValue)
            writer.write(limit: segment.maximumUse)
        }
    }
}
