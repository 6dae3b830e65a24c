import X12Diagnostics
import X12Grammar
import X12Parser
import X12Specs
import X12Text

/// The generic form as one would first write it: value by value, with libxml2's text writer.
///
/// It knows only interchanges without faults, in the guide's order, with nothing between segments; loops are nested by
/// their rules' parents, names come from guide and dictionary.
struct PlainExporter {
    private let writer: TextWriter
    private let showsLabels: Bool
    /// The open elements: their name, and for loops the instance.
    private var open: [Level] = []
    private var latest: [Int: Int32] = [:]

    private struct Level: Equatable {
        var name: String
        var instance: Int32 = 0
        var attributes: [String] = []
    }

    private init(_ options: (isIndented: Bool, showsLabels: Bool)) throws {
        writer = try TextWriter(isIndented: options.isIndented)
        showsLabels = options.showsLabels
    }

    /// Writes an interchange.
    static func xml(_ bytes: [UInt8], isIndented: Bool, showsLabels: Bool) throws -> [UInt8] {
        var exporter = try PlainExporter((isIndented, showsLabels))
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        try exporter.writer.start("x12")
        try exporter.writer.attribute("schemaVersion", "1.0")
        while try reader.next(into: &block) {
            for index in 0..<block.count { try exporter.segment(index, block) }
        }
        try exporter.close(to: 0)
        try exporter.writer.end()
        return try exporter.writer.finish()
    }

    // MARK: - Nesting

    private mutating func segment(_ index: Int, _ block: borrowing Block) throws {
        let raw = block.raw(index)
        let identifier = raw.identifier.description
        let rule = block[index].placement.rule
        let levels = self.levels(identifier, block[index].placement, block.guide)
        var shared = 0
        let opensAnew = ["ISA", "GS", "ST"].contains(identifier)
        while shared < min(open.count, levels.count - (opensAnew ? 1 : 0)), open[shared] == levels[shared] {
            shared += 1
        }
        try close(to: shared)
        for level in levels.dropFirst(shared) { try begin(level, block.delimiters) }
        try writer.start(identifier)
        let own = rule >= 0 ? block.guide?.segments[Int(rule)] : nil
        if showsLabels {
            try writer.attribute("name", own?.name ?? X12Specs.dictionary.segment(raw.identifier)?.name ?? "")
        }
        let names = own.flatMap { own in block.guide.map { guide in guide.elements[own.elements] } }
        for position in 1..<(raw.elementCount + 1) {
            let slot = X12Specs.dictionary.segment(raw.identifier)?.elements[position - 1]
            guard let slot else { throw TextWriter.Failure(call: identifier) }
            let rule = names.flatMap { $0.count >= position ? $0[$0.startIndex + position - 1] : nil }
            try element(Array(raw.element(position)), slot, rule, identifier, position, block)
        }
        try writer.end()
    }

    private mutating func levels(_ identifier: String, _ placement: Placement, _ guide: Guide?) -> [Level] {
        let interchange = Level(name: "interchange")
        if ["ISA", "TA1", "IEA"].contains(identifier) { return [interchange] }
        let group = Level(name: "group")
        if ["GS", "GE"].contains(identifier) { return [interchange, group] }
        guard let guide, placement.rule >= 0 else { return [interchange, group] }
        var loop = guide.segments[Int(placement.rule)].loop
        if placement.remarks.contains(.opensLoop) || identifier == "ST" {
            latest[loop] = placement.loopInstance
        }
        var levels: [Level] = []
        while loop >= 0 {
            let rule = guide.loops[loop]
            let isSet = rule.parent < 0
            levels.append(
                Level(
                    name: (isSet ? "set" : "loop") + rule.identifier, instance: latest[loop] ?? 0,
                    attributes: isSet ? [guide.identifier, guide.name] : [rule.name]))
            loop = rule.parent
        }
        return [interchange, group] + levels.reversed()
    }

    private mutating func begin(_ level: Level, _ delimiters: Delimiters) throws {
        open.append(level)
        try writer.start(level.name)
        if level.name == "interchange" {
            try writer.attribute("elementSeparator", String(UnicodeScalar(delimiters.element)))
            try writer.attribute("segmentTerminator", String(UnicodeScalar(delimiters.segment)))
            try writer.attribute("lineEnd", "")
        }
        if level.attributes.count == 2 { try writer.attribute("guide", level.attributes[0]) }
        if showsLabels, let name = level.attributes.last { try writer.attribute("name", name) }
    }

    private mutating func close(to count: Int) throws {
        while open.count > count {
            open.removeLast()
            try writer.end()
        }
    }

    // MARK: - Values

    private func element(
        _ value: [UInt8], _ slot: ElementSlot, _ rule: ElementRule?, _ identifier: String, _ position: Int,
        _ block: borrowing Block
    ) throws {
        var value = value
        if identifier == "ISA" { while value.last == 0x20 { value.removeLast() } }
        guard !value.isEmpty else { return }
        let name = identifier + (position < 10 ? "0" : "") + String(position)
        let label = rule?.name ?? slot.name
        guard identifier != "ISA" else { return try self.value(name, label, value, nil) }
        var repetitions = [value[...]]
        if slot.maximumRepeat > 1, let separator = block.delimiters.repetition {
            repetitions = value.split(separator: separator, omittingEmptySubsequences: false)
        }
        for repetition in repetitions {
            guard let composite = X12Specs.dictionary.composite(slot.dataElement) else {
                try self.value(name, label, Array(repetition), slot.dataElement)
                continue
            }
            try writer.start(name)
            if showsLabels { try writer.attribute("name", label) }
            let parts = repetition.split(
                separator: block.delimiters.component, omittingEmptySubsequences: false)
            for (number, part) in parts.enumerated() where !part.isEmpty {
                let inner =
                    rule.flatMap { rule in block.guide.map { Array($0.elements[rule.components]) } } ?? []
                let label = number < inner.count ? inner[number].name : composite.elements[number].name
                try self.value(
                    "\(name)-\(number + 1)", label, Array(part), composite.elements[number].dataElement)
            }
            try writer.end()
        }
    }

    private func value(_ name: String, _ label: String, _ value: [UInt8], _ dataElement: String?) throws {
        let text = String(decoding: value, as: UTF8.self)
        var attributes: [(String, String)] = []
        if showsLabels {
            attributes.append(("name", label))
            if let dataElement, let meaning = X12Specs.label(dataElement: dataElement, code: text) {
                attributes.append(("meaning", meaning))
            }
        }
        try writer.element(name, attributes, text)
    }
}
