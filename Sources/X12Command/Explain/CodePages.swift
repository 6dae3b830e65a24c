internal import X12CodeStore
internal import X12Diagnostics
internal import X12Grammar
internal import X12Rules
internal import X12Specs
internal import X12Text

/// What `x12 explain` prints of codes: `CARC 45`, `N30`, `CO-45`, `1325 7`.
struct CodePages {
    private let sets: CodeSets

    init(_ store: CodeStore?) { sets = CodeSets(loaded: store) }

    /// Why a store could not be asked, when that happened.
    var failure: X12Error? { sets.failure }

    /// The set or data element that a word names, or that the codes of an element it names are of: `carc`, `1325`,
    /// `IK403`, `PLB03-1`.
    static func list(_ word: String) -> String? {
        if let set = CodeSet(rawValue: word.lowercased()) { return set.rawValue }
        let name = word.uppercased()
        if X12Specs.codeList(name) != nil { return name }
        if let set = set(at: name) { return set.rawValue }
        guard let element = dataElement(at: name) else { return nil }
        if let set = CodeSet.allCases.first(where: { $0.shippedList == element }) { return set.rawValue }
        let isListed = X12Specs.codeList(element) != nil || X12Specs.dictionary.codes(of: element) != nil
        return isListed ? element : nil
    }

    /// Elements of which the standard says no more than that they hold a code of the industry's.
    private static func set(at place: String) -> CodeSet? {
        switch place {
        case "STC01-1", "STC10-1", "STC11-1": .statusCategory
        case "STC01-2", "STC10-2", "STC11-2": .status
        case "LQ02", "MOA03", "MOA04", "MOA05", "MOA06", "MOA07", "MIA05", "MIA20", "MIA21", "MIA22", "MIA23":
            .remark
        default: nil
        }
    }

    /// The data element at a place of a segment (`AAA03`, `PLB03-1`); `nil` for a word that is a remark (`N401`).
    private static func dataElement(at place: String) -> String? {
        let remarks = CodeSet.remark.shippedList.flatMap { X12Specs.codeList($0) }
        return remarks?.codes[place] == nil ? SegmentPages.slot(at: place)?.dataElement : nil
    }

    /// The page of a code of the list that was named, with words or, of the standard, without; `nil` when the list has no such
    /// code.
    func page(_ code: String, in list: String) -> String? {
        if let page = wordedPage(code, in: list) { return page }
        guard X12Specs.dictionary.codes(of: list)?.contains(code[...]) == true else { return nil }
        let name = X12Specs.dictionary.element(list)?.name ?? ""
        return Self.text(code, ListedCode(), "\(name), data element \(list)", nil)
    }

    private func wordedPage(_ code: String, in list: String) -> String? {
        guard let set = CodeSet(rawValue: list) else {
            guard let codes = X12Specs.codeList(list), let listed = codes.codes[code] else { return nil }
            return Self.text(code, listed, "\(codes.name), data element \(list)", nil)
        }
        let code = CodeStore.spelledAsSent(code, in: set)
        let pages = sets.editions(of: set).compactMap { edition in
            sets.code(code, in: edition).map { Self.text(code, $0, set.explainedTitle, edition) }
        }
        return pages.isEmpty ? nil : pages.joined()
    }

    /// The pages of a code whose list is not said: those of every code set that has it, and of the elements whose codes people
    /// meet alone.
    func pages(_ word: String) -> [String] {
        (CodeSet.allCases.map(\.rawValue) + Self.elements).compactMap { wordedPage(word, in: $0) }
    }

    /// Adjustment group (CAS01), provider adjustment (PLB03-1), claim status (CLP02), frequency (CLM05-3), and why an inquiry is
    /// refused (AAA03).
    private static let elements = ["1033", "426", "1029", "1325", "901"]

    /// The codes that stand in one word, each with its list: group and reason of an adjustment (`CO-45`, `CO45`, `CO*45`), and
    /// category, status and entity of an STC (`A3:21:85`); `nil` when the word is none of these.
    static func parts(_ word: String) -> [(list: String, code: String)]? {
        let word = word.uppercased()
        let statuses = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if 2...3 ~= statuses.count {
            let lists = [CodeSet.statusCategory.rawValue, CodeSet.status.rawValue, "98"]
            return zip(lists, statuses).filter { !$0.1.isEmpty }.map { ($0, $1) }
        }
        let group = String(word.prefix(2))
        guard X12Specs.codeList("1033")?.codes[group] != nil else { return nil }
        let reason = word.dropFirst(2).drop { $0 == "-" || $0 == "*" }
        guard !reason.isEmpty, reason.utf8.count <= 4 else { return nil }
        return [("1033", group), (CodeSet.adjustmentReason.rawValue, String(reason))]
    }

    /// The sets that have no edition at hand.
    var notLoaded: [String] {
        CodeSet.allCases.filter { sets.editions(of: $0).isEmpty }.map(\.rawValue)
    }

    private static func text(
        _ code: String, _ listed: ListedCode, _ list: String, _ edition: CodeEdition?
    ) -> String {
        var text = "\(code)  \(listed.label.isEmpty ? "(no words at hand)" : Printable.text(listed.label))\n"
        text += "  list         \(list)\n"
        if let edition, !edition.label.isEmpty {
            text += "  edition      \(edition.label), good \(CodesText.days(edition))\n"
        }
        if let start = listed.start { text += "  in use       from \(start) on\n" }
        if let stop = listed.stop { text += "  out of use   after \(stop)\n" }
        if listed.isHeading { text += "  note         a heading: send a longer code below it\n" }
        if listed.needsRemark {
            text += "  note         its words ask for a remark code beside it (LQ, MOA, MIA)\n"
        }
        return text
    }
}

extension CodeSet {
    /// The set with where it stands, for a page.
    fileprivate var explainedTitle: String {
        switch self {
        case .adjustmentReason: "claim adjustment reason codes (CARC), CAS02 and on; X12 source 139"
        case .remark: "remittance advice remark codes (RARC), LQ02, MOA03 and on; X12 source 411"
        case .statusCategory: "claim status categories, STC01-1; X12 source 507"
        case .status: "claim status codes, STC01-2; X12 source 508"
        case .placeOfService: "places of service, CLM05-1 and SV105; CMS"
        case .state: "states and provinces, N402"
        case .country: "countries, N404; ISO 3166"
        case .diagnosis: "diagnoses, HI; ICD-10-CM"
        case .inpatientProcedure: "inpatient procedures; ICD-10-PCS"
        case .hcpcs: "procedures and supplies, SV101; HCPCS level II"
        case .cpt: "procedures, SV101; CPT, your own list"
        case .drug: "drugs, LIN03; NDC"
        case .taxonomy: "provider taxonomy, PRV03; NUCC"
        case .condition: "condition codes, HI; your own list"
        case .combination: "combinations of reason, group and remark, CAS and LQ; CAQH CORE, your own copy"
        }
    }
}
