internal import X12Grammar

/// What constraints over more than one claim remember: counts, and values that were met.
struct ProfileMemory {
    private var counts: [Int: Int] = [:]
    private var values: [Int: Set<String>] = [:]
    private var scopes: [Int: ProfileConstraint.Scope] = [:]

    /// Forgets what was remembered over a scope and those inside it.
    mutating func forget(_ scope: ProfileConstraint.Scope) {
        let gone = scopes.filter { Self.width($0.value) <= Self.width(scope) }
        for index in gone.keys {
            counts[index] = nil
            values[index] = nil
        }
    }

    /// Adds to a constraint's count; what it is then.
    mutating func count(_ index: Int, _ scope: ProfileConstraint.Scope, adding number: Int) -> Int {
        scopes[index] = scope
        counts[index, default: 0] += number
        return counts[index, default: 0]
    }

    /// Whether a constraint has counted anything, be it 0.
    func hasCounted(_ index: Int) -> Bool { counts[index] != nil }

    /// Notes a value; whether it is new.
    mutating func isNew(_ value: String, _ index: Int, _ scope: ProfileConstraint.Scope) -> Bool {
        scopes[index] = scope
        return values[index, default: []].insert(value).inserted
    }

    /// How many different values were met.
    func valueCount(_ index: Int) -> Int { values[index]?.count ?? 0 }

    private static func width(_ scope: ProfileConstraint.Scope) -> Int {
        switch scope {
        case .line: 0
        case .claim: 1
        case .set: 2
        case .group: 3
        case .interchange: 4
        }
    }
}
