internal import X12Models
internal import X12Text

/// Writes the texts of a part as a policy has them, and finds the first that cannot be written.
struct TextPolicyVisitor: ModelVisitor {
    private let policy: TextPolicy
    /// Which bytes may stand in data, by their values.
    private let allowed: [Bool]
    /// The property of the first text with a character that cannot be written.
    private(set) var unwritable: String?
    /// The parts that are being walked, each with its place in a list, or -1; put into words only for a text that cannot
    /// be written.
    private var path: [(name: StaticString, index: Int)] = []

    init(_ policy: TextPolicy, _ allowed: [Bool]) {
        self.policy = policy
        self.allowed = allowed
    }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { false }
    static var changes: Bool { true }

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        if let text = value { value = applied(text, name) }
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for index in values.indices { values[index] = applied(values[index], name) }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        texts(element...element, name, &values)
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {}
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {}
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
    }
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {}
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {}
    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        walk(name, &part)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        walk(name, &parts)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        walk(name, &parts)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { walk(name, &part) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        walk(name, &parts)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        walk(name, &part)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        walk(name, &parts)
    }

    private mutating func walk<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        guard var some = part else { return }
        path.append((name, -1))
        some.walk(&self)
        path.removeLast()
        part = some
    }

    private mutating func walk<Part: ModelPart>(_ name: StaticString, _ parts: inout [Part]) {
        for index in parts.indices {
            path.append((name, index))
            parts[index].walk(&self)
            path.removeLast()
        }
    }

    private mutating func applied(_ text: String, _ name: StaticString) -> String {
        let text = policy.applied(to: text)
        if unwritable == nil, !text.utf8.allSatisfy({ allowed[Int($0)] }) {
            let parts = path.map { $0.index < 0 ? "\($0.name)" : "\($0.name)[\($0.index)]" }
            unwritable = (parts + ["\(name)"]).joined(separator: ".")
        }
        return text
    }
}

extension ModelPart {
    /// Writes the part's texts as a policy has them.
    ///
    /// - Returns: the property of the first text that cannot be written; `nil` when all can.
    mutating func apply(_ policy: TextPolicy, _ allowed: [Bool]) -> String? {
        var visitor = TextPolicyVisitor(policy, allowed)
        walk(&visitor)
        return visitor.unwritable
    }
}
