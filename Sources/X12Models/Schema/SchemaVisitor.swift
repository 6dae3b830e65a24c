internal import X12Diagnostics
internal import X12Text

/// Notes the properties of a part, and has definitions made of the parts inside.
struct SchemaVisitor: ModelVisitor {
    /// What a part's elements belong to.
    struct Surroundings {
        /// The segment that was entered before the part was come to; empty when none was.
        var segment = ""
        /// Whether the part is a composite, or one of a run of elements: its positions are then its own.
        var isInsideElement = false
    }

    /// The properties, in the guide's order.
    private(set) var fields: [SchemaField] = []
    private let definitions: SchemaDefinitions
    private var surroundings: Surroundings
    private let outside: Surroundings

    init(_ definitions: SchemaDefinitions, _ surroundings: Surroundings) {
        self.definitions = definitions
        self.surroundings = surroundings
        outside = surroundings
    }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { false }

    mutating func enter(_ key: SegmentKey) -> Bool {
        surroundings = Surroundings(segment: key.identifier)
        return true
    }

    mutating func leave() { surroundings = outside }
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    // MARK: - Values

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        note(name, .text(), place(element, component))
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        let node = definitions.reference("decimal") { .decimal(pattern: #"^-?([0-9]+\.?[0-9]*|\.[0-9]+)$"#) }
        note(name, node, place(element, component))
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        note(name, .integer, place(element, component))
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        let node = definitions.reference("date") { .text(pattern: "^\(Self.day)$") }
        note(name, node, place(element, component))
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        let node = definitions.reference("time") {
            .text(pattern: #"^\#(Self.minute)(:[0-9]{2}(\.[0-9]{1,2})?)?$"#)
        }
        note(name, node, place(element, component))
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        let node = definitions.reference("period") {
            .text(pattern: "^(\(Self.day)(/\(Self.day)|T\(Self.minute))?|T\(Self.minute))$")
        }
        note(name, node, place(element, 0))
    }

    private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    private static let minute = "[0-9]{2}:[0-9]{2}"

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        // A range of one element stands for a list that X12 packs in its own way.
        let most = elements.count > 1 ? elements.count : nil
        note(name, .list(.text(), most: most), place(elements))
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        note(name, .list(.text()), place(element, 0))
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) { note(name, .bool, nil) }

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        note(name, inner(Part.self, isInsideElement: true), place(element, 0))
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        let node = SchemaNode.list(inner(Part.self, isInsideElement: true), most: elements.count)
        note(name, node, place(elements))
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        let node = SchemaNode.list(inner(Part.self, isInsideElement: true), most: count)
        note(name, node, place(start...start + stride * count - 1))
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        note(name, definitions.part(Part.self, inside: surroundings), nil)
    }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        let element = definitions.part(Part.self, inside: Surroundings(segment: key.identifier))
        note(name, .list(element), key.identifier.isEmpty ? nil : key.identifier)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        note(name, definitions.part(Part.self, inside: Surroundings()), Self.place(ofLoop: identifier))
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        note(name, .list(definitions.part(Part.self, inside: Surroundings())), Self.place(ofLoop: identifier))
    }

    // MARK: - Places

    private mutating func note(_ name: StaticString, _ node: SchemaNode, _ place: String?) {
        fields.append(SchemaField(name: name.description, node: node, place: place))
    }

    private func inner<Part: ModelPart>(_ type: Part.Type, isInsideElement: Bool) -> SchemaNode {
        definitions.part(type, inside: Surroundings(isInsideElement: isInsideElement))
    }

    private static func place(ofLoop identifier: StaticString) -> String {
        // An open letter is that of the loop around.
        "loop \(identifier.description.filter { $0 != "*" })"
    }

    private func place(_ element: Int, _ component: Int) -> String? {
        guard element > 0 else { return nil }
        if surroundings.isInsideElement { return "position \(element)" }
        guard !surroundings.segment.isEmpty else { return nil }
        let position = surroundings.segment + String(element, digits: 2)
        return component > 0 ? "\(position)-\(component)" : position
    }

    private func place(_ elements: ClosedRange<Int>) -> String? {
        guard let first = place(elements.lowerBound, 0), let last = place(elements.upperBound, 0) else {
            return nil
        }
        return first == last ? first : "\(first) to \(last)"
    }
}
