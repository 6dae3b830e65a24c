internal import X12Diagnostics
internal import X12Models

/// A claim or an inquiry while it is put together, with what was found to be missing.
struct AssemblyWork<Result: Assembled> {
    var result = Result()
    private let number: String
    private let line: Int

    /// Begins with nothing; `line` is where it begins in its input, 0 where it comes from none.
    init(number: String?, line: Int) {
        self.number = number ?? ""
        self.line = line
    }

    /// A value that it cannot do without.
    mutating func require<Value>(_ value: Value?, _ name: String) -> Value? {
        if value == nil { miss(name) }
        return value
    }

    /// Notes that something is missing.
    mutating func miss(_ name: String) { report(.encounterIncomplete, name) }

    /// Notes that something is said in two ways.
    mutating func contradict(_ detail: String) { report(.entryMalformed, detail) }

    /// Sees to it that a patient is named where the relationship says that it is not the subscriber.
    mutating func require(_ patient: EncounterPerson?, in relationship: Relationship?) {
        guard patient == nil, let relationship, relationship != .subscriber else { return }
        miss("the patient, who by the relationship is not the subscriber,")
    }

    /// The practice file's entry of a key.
    mutating func look<Value>(up key: String?, in table: [String: Value], _ kind: String) -> Value? {
        guard let key = require(key, "the \(kind)") else { return nil }
        if let value = table[key] { return value }
        // The key is a word of the practice's own choosing, and nobody's name.
        report(.practiceKeyUnknown, "the \(kind) '\(key)'")
        return nil
    }

    private mutating func report(_ rule: Finding.Rule, _ detail: String) {
        var context = Finding.Context()
        context.claim = number
        result.findings.append(Finding(rule, at: Location(line: line), in: context, detail: detail))
    }
}
