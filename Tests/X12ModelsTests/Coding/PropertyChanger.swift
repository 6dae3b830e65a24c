import X12Models
import X12Text

/// Walks a part's properties, counts those that hold a value, and changes one of them.
struct PropertyChanger: ModelVisitor {
    /// What is done to the property.
    enum Change {
        case another, nothing
    }

    private let wanted: Int
    private let change: Change
    /// How many properties with a value were met.
    private(set) var count = 0
    /// The property that was changed.
    private(set) var changed: String?

    init(at wanted: Int, _ change: Change) {
        self.wanted = wanted
        self.change = change
    }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { false }
    static var changes: Bool { true }

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    /// Whether the property that is met is the one to change.
    private mutating func isWanted(_ name: StaticString) -> Bool {
        // What adjustments have in common decides which of them share a segment; numbers that are issued are the
        // writer's.
        let others = ["group", "providerIdentifier", "fiscalPeriodDate", "controlNumber"]
        if others.contains(name.description) { return false }
        defer { count += 1 }
        guard count == wanted else { return false }
        changed = name.description
        return true
    }

    private mutating func meet<Value>(_ name: StaticString, _ value: inout Value?, _ other: (Value) -> Value?)
    {
        guard let held = value, isWanted(name) else { return }
        value = change == .nothing ? nil : other(held)
    }

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        meet(name, &value) { $0 == "QZ" ? "QY" : "QZ" }
    }
    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        meet(name, &value) { $0 == 7 ? 8 : 7 }
    }
    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        if name.description == "number" { return }
        meet(name, &value) { $0 == 7 ? 8 : 7 }
    }
    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        meet(name, &value) { CalendarDate(year: $0.year == 2001 ? 2002 : 2001, month: 2, day: 3) }
    }
    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        meet(name, &value) { ClockTime(x12: $0 == ClockTime(x12: "0102") ? "0103" : "0102") }
    }
    // A period is two elements, so a change of it is another matter.
    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {}
    mutating func flag(_ name: StaticString, _ value: inout Bool) {}

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        for index in values.indices where !values[index].isEmpty && isWanted(name) {
            if change == .another { values[index] = values[index] == "QZ" ? "QY" : "QZ" }
        }
    }
    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        texts(element...element, name, &values)
    }

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        part?.walk(&self)
    }
    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) {
        if name.description != "hierarchicalLevel" { part?.walk(&self) }
    }
    mutating func loop<Part: ModelPart>(_ identifier: StaticString, _ name: StaticString, _ part: inout Part?)
    {
        part?.walk(&self)
    }
    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices { parts[index].walk(&self) }
    }
    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices { parts[index].walk(&self) }
    }
    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        for index in parts.indices { parts[index].walk(&self) }
    }
    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        for index in parts.indices { parts[index].walk(&self) }
    }
}

extension ModelItem {
    /// The piece with one of its properties changed, and what became of it; nil for pieces that are not tried.
    func changing(_ position: Int, _ change: PropertyChanger.Change) -> (item: ModelItem, PropertyChanger)? {
        var changer = PropertyChanger(at: position, change)
        switch self {
        case .claim(var part):
            part.walk(&changer)
            return (.claim(part), changer)
        case .billingProvider(var part):
            part.walk(&changer)
            return (.billingProvider(part), changer)
        case .subscriber(var part):
            part.walk(&changer)
            return (.subscriber(part), changer)
        case .patient(var part):
            part.walk(&changer)
            return (.patient(part), changer)
        case .remittanceHeader(var part, let guide):
            part.walk(&changer)
            return (.remittanceHeader(part, guide: guide), changer)
        case .claimPayment(var part):
            part.walk(&changer)
            return (.claimPayment(part), changer)
        case .inquiry(var part):
            part.walk(&changer)
            return (.inquiry(part), changer)
        case .response(var part):
            part.walk(&changer)
            return (.response(part), changer)
        default: return nil
        }
    }
}
