internal import X12Grammar
internal import X12Rules

/// What a result was made by: the program, guides, rules, code lists, profiles.
struct Provenance {
    /// The guides that sets were read by.
    var guides: [String] = []
    /// Those of ``guides`` that no rule of levels 3 to 6 is about.
    var guidesWithoutRules: [String] {
        guides.filter { Rule.Transaction(ofGuideNamed: $0) == nil }
    }
    /// Those of ``guides`` in which the profile that was named asks for nothing.
    var guidesWithoutDemands: [String] = []
    /// What levels had nothing to ask, in words; `nil` where all had.
    var limit: String? {
        var words: [String] = []
        if !guidesWithoutRules.isEmpty {
            words.append("levels 3 to 6 have no rules for \(guidesWithoutRules.joined(separator: ", "))")
        }
        if !guidesWithoutDemands.isEmpty {
            let guides = guidesWithoutDemands.joined(separator: ", ")
            words.append("level 7: the profile asks for nothing in \(guides)")
        }
        if let unaskedWords { words.append(unaskedWords) }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }
    /// What profiles ask about code sets that are not loaded.
    var unasked: [(set: CodeSet, ids: [String])] = []
    /// The same in words; `nil` where there is nothing such.
    var unaskedWords: String? { Self.words(unasked: unasked) }

    /// What profiles ask about code sets that are not loaded, in words; `nil` where there is nothing such.
    static func words(unasked: [(set: CodeSet, ids: [String])]) -> String? {
        guard !unasked.isEmpty else { return nil }
        let parts = unasked.map { set, ids in
            "\(ids.joined(separator: ", ")) not asked: \(set.rawValue) is not loaded (x12 codes load \(set.rawValue))"
        }
        return "level 7: \(parts.joined(separator: "; "))"
    }
    /// What sets say that they follow whose guide is not known here.
    var unknownGuides: [String] = []
    /// The profiles that were followed.
    var profiles: [String] = []
    /// The code sets that were asked; what editions they have is looked up when a result names them, which text does not.
    var codes: CodeSets?

    /// Every part with its version, as a result names them.
    var versions: [(name: String, version: String)] {
        var versions = [("tool", Version.tool)]
        if !guides.isEmpty { versions.append(("guides", guides.joined(separator: " "))) }
        if !unknownGuides.isEmpty { versions.append(("unknownGuides", unknownGuides.joined(separator: " "))) }
        versions.append(("rules", RuleSet.version))
        if let limit { versions.append(("limit", limit)) }
        let editions = codes?.vintages.map { "\($0.set.rawValue) \($0.editions)" } ?? []
        if !editions.isEmpty { versions.append(("codes", editions.joined(separator: ", "))) }
        if !profiles.isEmpty { versions.append(("profile", profiles.joined(separator: " "))) }
        return versions
    }
}
