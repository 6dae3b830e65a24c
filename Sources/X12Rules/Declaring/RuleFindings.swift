public import X12Diagnostics
public import X12Text

/// Where a check puts what it finds.
///
///     findings.add(at: "serviceLines[\(index)].chargeAmount", found: .amount(charge), expected: total)
///
/// A finding names the property it is about by its path from the part that the check was given. Only then is the path
/// looked up in the segments; a check that finds nothing builds no text.
public struct RuleFindings {
    /// What a check found, before it is known where it stands.
    struct Entry {
        var rule: Int
        var fault: String
        var path: String
        var found: Fact?
        var expected: [String]
        var detail: String
        /// The property that makes the other necessary, or forbids it; empty where none does.
        var trigger = ""
        /// The slot of the kept place that it stands at, not at the path.
        var slot: Int?

        var isAtKept: Bool { slot != nil }
    }

    /// The place that an accumulated rule wants to be kept.
    struct Kept {
        var rule: Int
        var slot: Int
        var path: String
    }

    /// What tells a payment from others of the run, at the place that was kept last.
    struct Payment {
        var rule: Int
        var key: UInt64
        var content: UInt64
    }

    var kept: [Kept] = []
    var payments: [Payment] = []
    var entries: [Entry] = []
    /// The rule that is being asked, as an index of the engine's.
    var rule = 0
    /// What amounts of the rule being asked may differ by.
    public internal(set) var tolerance = ExactDecimal.zero
    /// Whether the part being added is the last of its set; what stands at the end (PLB) may also stand before claims, and then
    /// more follows.
    public internal(set) var isEndOfSet = false
    /// The code sets that checks may ask; `nil` where nobody gave any.
    public internal(set) var codes: CodeSets?

    init() {}

    /// Whether there is nothing to do.
    var isEmpty: Bool { entries.isEmpty && kept.isEmpty && payments.isEmpty }

    /// Notes a finding.
    ///
    /// - Parameters:
    ///   - fault: which of the rule's faults, where it has several.
    ///   - path: the property, from the checked part on, as JSON names it.
    ///   - found: what was sent, if there is something to show.
    ///   - expected: what would have been right.
    ///   - detail: extra words for `{detail}`; never a value of a person's.
    ///   - trigger: the property whose value makes this one necessary, or forbids it, which a 999 names (CTX).
    public mutating func add(
        _ fault: String = "", at path: String, found: Fact? = nil, expected: [String] = [],
        detail: String = "", dependingOn trigger: String = ""
    ) {
        entries.append(
            Entry(
                rule: rule, fault: fault, path: path, found: found, expected: expected, detail: detail,
                trigger: trigger))
    }

    /// Keeps the place of a property, for an accumulated rule that will know only later what is wrong with it.
    ///
    /// - Parameters:
    ///   - path: the property, from the part on that was added last.
    ///   - slot: which of several places that the rule keeps at a time.
    public mutating func keep(_ path: String, as slot: Int = 0) {
        kept.append(Kept(rule: rule, slot: slot, path: path))
    }

    /// Notes a finding at the place that was kept last.
    public mutating func addAtKept(
        _ fault: String = "", from slot: Int = 0, found: Fact? = nil, expected: [String] = [],
        detail: String = ""
    ) {
        entries.append(
            Entry(
                rule: rule, fault: fault, path: "", found: found, expected: expected, detail: detail,
                slot: slot))
    }

    /// Notes a payment that stands at the place that was kept last, for whoever looks at several inputs together.
    ///
    /// - Parameters:
    ///   - key: what tells it from other payments.
    ///   - content: what its claims come to.
    mutating func notePaymentAtKept(_ key: UInt64, content: UInt64) {
        payments.append(Payment(rule: rule, key: key, content: content))
    }

    /// Notes that an amount is another than it should be, at the place that was kept last.
    public mutating func addAtKept(
        _ fault: String = "", from slot: Int = 0, found: ExactDecimal, expected: ExactDecimal,
        detail: String = ""
    ) {
        addAtKept(
            fault, from: slot, found: .amount(found), expected: [expected.description], detail: detail)
    }

    /// Notes that an amount is another than it should be.
    public mutating func add(
        _ fault: String = "", at path: String, found: ExactDecimal, expected: ExactDecimal,
        detail: String = ""
    ) {
        add(fault, at: path, found: .amount(found), expected: [expected.description], detail: detail)
    }
}

extension Fact {
    /// An amount of money.
    public static func amount(_ amount: ExactDecimal) -> Fact { Fact(amount.description, .amount) }
    /// A code.
    public static func code(_ code: String) -> Fact { Fact(code, .code) }
    /// A number of things.
    public static func count(_ count: Int) -> Fact { Fact("\(count)", .count) }
    /// A number of things.
    public static func count(_ count: ExactDecimal) -> Fact { Fact(count.description, .count) }
    /// A day, which is printed only when values are asked for.
    public static func date(_ date: CalendarDate) -> Fact { Fact(date.description, .date) }
    /// An identifier, which is printed only when values are asked for.
    public static func identifier(_ identifier: String) -> Fact { Fact(identifier, .identifier) }
    /// A text, which is printed only when values are asked for.
    public static func text(_ text: String) -> Fact { Fact(text, .text) }
}
