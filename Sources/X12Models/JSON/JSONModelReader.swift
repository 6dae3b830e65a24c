package import X12Diagnostics
internal import X12Text

/// Fills a model part from the fields of an object.
///
/// `null` says the same as no field at all. The first value that does not fit is kept as an error with its
/// place, and from then on nothing is read; a reader that collects keeps all of them, and reads what fits.
struct JSONModelReader: ModelVisitor {
    /// The first value that does not fit, or field that is not known.
    private(set) var failure: X12Error?
    /// Whether there is a failure; asked for each field, and sooner answered than by the error itself.
    private var isStopped = false
    /// Whether reading goes on behind what does not fit.
    private let collects: Bool
    /// All that does not fit, of a reader that collects.
    private(set) var failures: [X12Error] = []
    /// The fields of the part that is being walked.
    private var object: JSONObject
    /// How many values and lists were taken: what a part's walk adds nothing to was empty.
    private var taken = 0

    init(_ object: JSONObject, collects: Bool = false) {
        self.object = object
        self.collects = collects
    }

    static var visitsProperties: Bool { true }
    static var decodes: Bool { true }

    mutating func enter(_ key: SegmentKey) -> Bool { true }
    mutating func leave() {}
    mutating func constant(_ element: Int, _ component: Int, _ value: StaticString) {}

    // MARK: - Values

    mutating func text(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout String?) {
        guard let sent = field(name) else { return }
        value = sent.string
        if value == nil { refuse(sent.misplaced("text")) }
    }

    mutating func decimal(
        _ element: Int, _ component: Int, _ name: StaticString, _ value: inout ExactDecimal?
    ) {
        guard let sent = field(name) else { return }
        value = sent.decimal
        if value == nil { refuse(sent.notADecimal) }
    }

    mutating func integer(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout Int?) {
        guard let sent = field(name) else { return }
        value = sent.integer
        if value == nil { refuse(sent.notAnInteger) }
    }

    mutating func date(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout CalendarDate?) {
        guard let sent = field(name) else { return }
        value = sent.date
        if value == nil { refuse(sent.unreadable("a date such as 2026-02-20")) }
    }

    mutating func time(_ element: Int, _ component: Int, _ name: StaticString, _ value: inout ClockTime?) {
        guard let sent = field(name) else { return }
        value = sent.time
        if value == nil { refuse(sent.unreadable("a time such as 09:30")) }
    }

    mutating func period(
        _ qualifier: Int, _ element: Int, _ name: StaticString, _ value: inout DateTimePeriod?
    ) {
        guard let sent = field(name) else { return }
        value = sent.period
        if value == nil {
            refuse(
                sent.unreadable("a date, range or time such as 2026-02-20, 2026-02-20/2026-02-25 or T09:30"))
        }
    }

    mutating func texts(_ elements: ClosedRange<Int>, _ name: StaticString, _ values: inout [String]) {
        list(name) { element in
            guard let text = element.string else { return element.misplaced("text") }
            values.append(text)
            return nil
        }
    }

    mutating func repetitions(_ element: Int, _ name: StaticString, _ values: inout [String]) {
        texts(element...element, name, &values)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool) {
        guard let sent = field(name) else { return }
        value = sent.bool ?? false
        if sent.bool == nil { refuse(sent.misplaced("true or false")) }
    }

    // MARK: - Parts

    mutating func composite<Part: ModelPart>(_ element: Int, _ name: StaticString, _ part: inout Part?) {
        object(name, &part)
    }

    mutating func composites<Part: ModelPart>(
        _ elements: ClosedRange<Int>, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    mutating func groups<Part: ModelPart>(
        _ start: Int, stride: Int, count: Int, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    mutating func part<Part: ModelPart>(_ name: StaticString, _ part: inout Part?) { object(name, &part) }

    mutating func segments<Part: ModelPart>(_ key: SegmentKey, _ name: StaticString, _ parts: inout [Part]) {
        list(name, &parts)
    }

    mutating func segment<Part: ModelPart>(
        _ key: SegmentKey, _ name: StaticString, _ part: inout Part?
    ) {
        object(name, &part, keepsEmpty: true)
    }

    mutating func loop<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ part: inout Part?
    ) {
        object(name, &part)
    }

    mutating func loops<Part: ModelPart>(
        _ identifier: StaticString, _ name: StaticString, _ parts: inout [Part]
    ) {
        list(name, &parts)
    }

    // MARK: - Fields

    /// The value of a field; `nil` when there is none, when it is `null`, and after a failure.
    private mutating func field(_ name: StaticString) -> JSONValue? {
        guard !isStopped, let value = object.value(name), !value.isNull else { return nil }
        taken += 1
        return value
    }

    private mutating func refuse(_ error: X12Error) {
        guard !isStopped else { return }
        if collects {
            failures.append(error)
            return
        }
        failure = error
        isStopped = true
    }

    /// Reads a part; one into which nothing was read is absent, unless it is one that an empty object says.
    private mutating func object<Part: ModelPart>(
        _ name: StaticString, _ part: inout Part?, keepsEmpty: Bool = false
    ) {
        part = nil
        guard let sent = field(name) else { return }
        if !keepsEmpty { taken -= 1 }
        guard let fields = sent.object else { return refuse(sent.misplaced("an object")) }
        let before = taken
        var read = Part()
        self.read(&read, from: fields)
        if keepsEmpty || taken > before { part = read }
    }

    private mutating func list<Part: ModelPart>(_ name: StaticString, _ parts: inout [Part]) {
        guard let sent = field(name) else { return }
        guard let elements = sent.elements else { return refuse(sent.misplaced("a list")) }
        parts.reserveCapacity(elements.count)
        for element in elements {
            guard let fields = element.object else { return refuse(element.misplaced("an object")) }
            parts.append(Part())
            read(&parts[parts.count - 1], from: fields)
            guard !isStopped else { return }
        }
    }

    private mutating func list(_ name: StaticString, _ take: (JSONValue) -> X12Error?) {
        guard let sent = field(name) else { return }
        guard let elements = sent.elements else { return refuse(sent.misplaced("a list")) }
        for element in elements {
            if let error = take(element) { return refuse(error) }
        }
    }

    /// Walks a part over the fields of another object, then returns to those that it was at.
    private mutating func read<Part: ModelPart>(_ part: inout Part, from fields: JSONObject) {
        let outer = object
        object = fields
        readAll(&part, ignoring: [])
        object = outer
    }

    /// Walks a part, and refuses a field that the walk did not ask for.
    mutating func readAll<Part: ModelPart>(_ part: inout Part, ignoring extra: [StaticString]) {
        part.walk(&self)
        guard !isStopped else { return }
        for name in extra { _ = object.value(name) }
        guard let stranger = object.firstUnasked else { return }
        let known = PropertyNames.of(Part.self) + extra.map(\.description)
        refuse(stranger.value.unknown(stranger.key, among: known))
    }
}

extension JSONObject {
    /// Reads a model part from the object's fields.
    ///
    /// Decimals may be sent as strings or as numbers, which are taken exactly as they are written. Texts may
    /// hold anything: whether X12 can carry them is found out when they are written.
    ///
    /// - Parameters:
    ///   - type: The part's type.
    ///   - extra: Fields that are not the part's, and the caller's to read.
    /// - Returns: The part; what the object does not say is absent.
    /// - Throws: `.malformedModel` with line, column and path of the first value that does not fit, or of a
    ///   field that neither the part nor the caller knows.
    package func decode<Part: ModelPart>(
        _ type: Part.Type, ignoring extra: [StaticString] = []
    ) throws(X12Error) -> Part {
        try decode(into: Part(), ignoring: extra)
    }

    /// Reads a model part as far as its values fit.
    ///
    /// - Parameters:
    ///   - type: The part's type.
    ///   - extra: Fields that are not the part's, and the caller's to read.
    /// - Returns: The part, and an error for each value that does not fit, and for a field that nobody knows.
    package func decodeWhatFits<Part: ModelPart>(
        _ type: Part.Type, ignoring extra: [StaticString] = []
    ) -> (part: Part, failures: [X12Error]) {
        var reader = JSONModelReader(self, collects: true)
        var part = Part()
        reader.readAll(&part, ignoring: extra)
        // A walk goes by the guide's order, whoever reads the errors by the text's.
        return (part, reader.failures.sorted { $0.location.byteOffset < $1.location.byteOffset })
    }

    /// Reads a model part into one that begins as the caller says, as ``decode(_:ignoring:)`` does.
    ///
    /// - Throws: as that does.
    func decode<Part: ModelPart>(
        into empty: Part, ignoring extra: [StaticString]
    ) throws(X12Error) -> Part {
        var reader = JSONModelReader(self)
        var part = empty
        reader.readAll(&part, ignoring: extra)
        if let failure = reader.failure { throw failure }
        return part
    }
}
