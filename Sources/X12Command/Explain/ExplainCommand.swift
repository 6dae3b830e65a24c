internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation
internal import X12Models
internal import X12Parser
internal import X12Rules
internal import X12Text
internal import X12Validation

/// `x12 explain RULE`, `x12 explain CARC 45`, `x12 explain CLM05`: the page of a rule, a code, a segment or an element.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", _superCommandName: "x12",
        abstract: "Print the page of a rule, code, segment or element: what it means, what to do.",
        discussion: """
            A rule is named by its id, a code by its set and itself, or by itself alone:

              x12 explain 837P-BAL-CLM02  what is checked, why, what to do, an example
              x12 explain carc 45         an adjustment reason; rarc N30, pos 22
              x12 explain CO-45 N30       as in a remittance; CO45 is the same
              x12 explain A3:21:85        category, status and entity of a 277CA
              x12 explain IK403 7         a code of an element: AAA03 72, PLB03-1 WO
              x12 explain 1325 7          a code of an element that is named by number
              x12 explain HI CLM05        a segment's elements; an element's codes
              x12 explain icd10cm J020    of a list that was loaded (x12 codes load)
              x12 explain MB-07           what a payer's profile asks for (x12 profile)

            Without anything, all rules are listed. x12 codes list tells which code sets there are.
            """)

    @Argument(
        help: ArgumentHelp(
            "A rule's id, as a finding ends with it; a code set and a code; a code, segment or element.",
            valueName: "rule|code|segment"))
    var words: [String] = []

    @OptionGroup var place: CodeStoreOptions

    @OptionGroup var folder: ProfileFolderOption

    func run() throws {
        try deliver { output throws(X12Error) in
            if words.isEmpty { try output.write(Self.list) }
            var unknown: [String] = []
            var isFirst = true
            for request in Self.requests(words) {
                let pages = try pages(of: request)
                if pages.isEmpty { unknown.append(request.joined(separator: " ")) }
                for page in pages {
                    try output.write((isFirst ? "" : "\n") + page)
                    isFirst = false
                }
            }
            try output.flush()
            for name in unknown {
                StandardError.write(
                    "x12: there is no rule, code or segment \(Printable.text(name)); \(try hint(for: name))\n"
                )
            }
            return unknown.isEmpty ? .clean : .usage
        }
    }

    /// What else may be meant by a word that is neither rule nor code.
    private func hint(for word: String) throws(X12Error) -> String {
        let name = word.uppercased()
        let ids = Set(Self.grammarRules.map(\.id) + RuleSet.all.map(\.id)).sorted()
        let near = name.utf8.count < 3 ? [] : ids.filter { $0.contains(name) }
        if 1...Self.mostHints ~= near.count { return "is \(near.joined(separator: ", ")) meant?" }
        if near.isEmpty, name.contains("-"), let nearest = NameDistance.nearest(to: name, among: ids) {
            return "is \(nearest) meant?"
        }
        let usual = "x12 explain lists rules, x12 codes list code sets"
        let isCode = 1...11 ~= name.utf8.count && name.utf8.allSatisfy(CharacterSets.isCapitalOrDigit)
        let missing = isCode ? CodePages(try CodeStorePlace.existing(place.store)).notLoaded : []
        return missing.isEmpty ? usual : "\(usual); not loaded: \(missing.joined(separator: ", "))"
    }

    private static let mostHints = 8

    // MARK: - Words

    /// The words as requests: a list's name takes the word behind it along, and codes that stand in one word are asked
    /// one by one.
    private static func requests(_ words: [String]) -> [[String]] {
        var requests: [[String]] = []
        var index = 0
        while index < words.count {
            let isPair = CodePages.list(words[index]) != nil && index + 1 < words.count
            let word = words[index].uppercased()
            let isPlace = SegmentPages.slot(at: word) != nil
            if !isPair, !isPlace, page(word) == nil, let parts = CodePages.parts(words[index]) {
                requests += parts.map { [$0.list, $0.code] }
            } else {
                requests.append(Array(words[index..<index + (isPair ? 2 : 1)]))
            }
            index += isPair ? 2 : 1
        }
        return requests
    }

    /// The pages of a request; a store is opened only where it is about a code.
    private func pages(of request: [String]) throws(X12Error) -> [String] {
        let last = request[request.count - 1].uppercased()
        let list = request.count == 2 ? CodePages.list(request[0]) : nil
        if list == nil, let page = Self.page(last) { return [page] }
        if request.count == 1, request[0].contains("-") {
            let profiles = ProfilePages(try folder.library())
            for id in [request[0], last] {
                let pages = profiles.pages(id)
                if !pages.isEmpty { return pages }
            }
        }
        let codes = CodePages(try CodeStorePlace.existing(place.store))
        let segment = request.count == 1 ? SegmentPages.page(last) : nil
        let pages =
            [segment].compactMap(\.self)
            + (list.map { [codes.page(last, in: $0)].compactMap(\.self) } ?? codes.pages(last))
        if let failure = codes.failure { throw failure }
        return pages
    }

    // MARK: - Rules

    /// The page of a rule of any level.
    private static func page(_ id: String) -> String? {
        if let rule = RuleSet.rule(id) { return RulePage(rule).text }
        let faults = grammarRules.filter { $0.id == id }
        return faults.isEmpty ? nil : RulePage.text(ofGrammarRule: faults)
    }

    private static let grammarRules: [Finding.Rule] =
        ReadingRules.all + StructureRules.all + ValidationRules.all + GenerationRules.all

    /// Every rule with what it demands, one a line.
    private static var list: String {
        var lines: [(id: String, words: String)] = []
        for rule in grammarRules where !lines.contains(where: { $0.id == rule.id }) {
            lines.append((rule.id, "level \(rule.level)  " + rule.outline))
        }
        for rule in RuleSet.all { lines.append((rule.id, "level \(rule.level)  " + rule.demand)) }
        lines.sort { $0.id < $1.id }
        let width = lines.map(\.id.count).max() ?? 0
        return lines.map { line in
            line.id + String(repeating: " ", count: width - line.id.count + 2) + line.words + "\n"
        }.joined()
    }
}
