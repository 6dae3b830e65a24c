import X12Grammar
import X12Models
import X12Text

/// A guide and the outlines of the parts of a model, segment by segment, side by side.
struct OutlineComparison {
    /// One segment of the guide with the elements it uses.
    struct GuideSegment {
        let name: String
        let places: [Place]

        func place(of visit: ModelOutline.Visit) -> Place? {
            places.first { $0.element == visit.element && $0.component == visit.component }
        }
    }

    /// One element or component that the guide uses.
    struct Place {
        let element: Int
        let component: Int
        /// The code, where the guide allows one only.
        let onlyCode: String?
        /// Whether that code tells the segment from its siblings, so that a writer can fill it in.
        let isFilledIn: Bool
        /// What its data type makes it in a model.
        let kind: ModelOutline.Kind
    }

    /// Neighbouring visits of one segment of one loop.
    struct WalkedSegment {
        let name: String
        var visits: [ModelOutline.Visit]
    }

    let guide: [GuideSegment]
    let walked: [WalkedSegment]
    /// Segments that are walked through and not in the guide, as those of a part that serves another guide too.
    let strangers: [String]

    /// Compares a guide with outlines that follow each other in its order.
    ///
    /// - Parameters:
    ///   - guide: The guide.
    ///   - roots: The loops that parts of the model stand for, for which the outlines were made.
    ///   - repeated: A loop that the guide has under two parents, and the parent under which it is left out.
    ///   - outlines: The parts' outlines.
    init(
        _ guide: Guide, roots: Set<String>, repeated: (loop: String, parent: String)?,
        with outlines: [ModelOutline]
    ) {
        self.guide = guide.segments.compactMap { segment in
            let loops = Self.path(to: segment.loop, in: guide)
            if let repeated, loops.contains(repeated.parent), loops.contains(repeated.loop) { return nil }
            let start = loops.lastIndex(where: roots.contains) ?? loops.startIndex
            return Self.guideSegment(segment, loops: loops[start...], in: guide)
        }
        var walked: [WalkedSegment] = []
        for visit in outlines.flatMap(\.visits) where visit.kind != .flag {
            let name = Self.name(visit.loops[...], visit.segment, visit.code)
            if walked.last?.name == name {
                walked[walked.count - 1].visits.append(visit)
            } else {
                walked.append(WalkedSegment(name: name, visits: [visit]))
            }
        }
        let known = Set(self.guide.map(\.name))
        self.walked = walked.filter { known.contains($0.name) }
        strangers = walked.map(\.name).filter { !known.contains($0) }
    }

    /// Places that the guide uses and the walk does not show exactly once.
    var missing: [String] {
        pairs { segment, walk in
            segment.places.filter { place in
                let visits = walk.visits.filter {
                    $0.element == place.element && $0.component == place.component
                }
                return visits.isEmpty ? !place.isFilledIn : visits.count > 1
            }.map { "\(segment.name) \($0.element)-\($0.component)" }
        }
    }

    /// Places that the walk shows and the guide does not use.
    var surplus: [String] {
        pairs { segment, walk in
            walk.visits.filter { segment.place(of: $0) == nil }
                .map { "\(segment.name) \($0.element)-\($0.component)" }
        }
    }

    /// Constants of the walk that are not the guide's only code.
    var wrongConstants: [String] {
        pairs { segment, walk in
            walk.visits.compactMap { visit in
                guard case .constant(let value) = visit.kind, let place = segment.place(of: visit) else {
                    return nil
                }
                return place.onlyCode == value ? nil : "\(segment.name) \(visit.element): \(value)"
            }
        }
    }

    /// Places that the walk shows as something else than their data type says.
    var wrongKinds: [String] {
        pairs { segment, walk in
            walk.visits.compactMap { visit in
                guard let place = segment.place(of: visit) else { return nil }
                let isRight =
                    switch visit.kind {
                    case .constant: true
                    // Positions in a list of diagnoses are numbers, and lists of them texts.
                    case .listedText: place.kind == .text || place.kind == .integer
                    case .repetitions: place.kind == .text
                    case let kind: kind == place.kind
                    }
                return isRight ? nil : "\(segment.name) \(visit.element)-\(visit.component): \(visit.kind)"
            }
        }
    }

    /// Segments whose elements are not shown in ascending order.
    var unordered: [String] {
        walked.filter { walk in
            let places = walk.visits.map { $0.element * 100 + $0.component }
            return !zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        }.map(\.name)
    }

    // MARK: - Reading the guide

    private func pairs(_ compare: (GuideSegment, WalkedSegment) -> [String]) -> [String] {
        zip(guide, walked).flatMap { compare($0, $1) }
    }

    private static func name(_ loops: ArraySlice<String>, _ segment: String, _ code: String) -> String {
        "\(loops.joined(separator: "/")) \(segment)" + (code.isEmpty ? "" : " \(code)")
    }

    /// The loops from the transaction set's children down to this one.
    private static func path(to loop: Int, in guide: Guide) -> [String] {
        var path: [String] = []
        var index = loop
        while index >= 0, guide.loops[index].parent >= 0 {
            path.insert(guide.loops[index].identifier, at: 0)
            index = guide.loops[index].parent
        }
        return path
    }

    private static func guideSegment(_ segment: SegmentRule, loops: ArraySlice<String>, in guide: Guide)
        -> GuideSegment
    {
        let discriminator = segment.discriminator
        func place(_ rule: ElementRule, in composite: ElementRule?) -> Place {
            let element = composite?.position ?? rule.position
            let component = composite == nil ? 0 : rule.position
            let codes = rule.codes >= 0 ? guide.codeLists[rule.codes] : []
            let discriminates = discriminator?.element == element && discriminator?.component == component
            return Place(
                element: element, component: component, onlyCode: codes.count == 1 ? codes[0] : nil,
                isFilledIn: discriminates && discriminator?.values.count == 1, kind: kind(of: rule))
        }
        var places: [Place] = []
        for rule in guide.elements[segment.elements] where rule.usage != .notUsed {
            if rule.type == .composite {
                places += guide.elements[rule.components].filter { $0.usage != .notUsed }
                    .map { place($0, in: rule) }
            } else {
                places.append(place(rule, in: nil))
            }
        }
        return GuideSegment(
            // A key takes four characters of a code, which tell it from its siblings.
            name: name(
                loops, segment.identifier.description, String(discriminator?.values.first?.prefix(4) ?? "")),
            places: places)
    }

    private static func kind(of rule: ElementRule) -> ModelOutline.Kind {
        switch (rule.type, rule.dataElement) {
        case (.date, _): .date
        case (.time, _): .time
        case (.decimal, _): .decimal
        case (.integer, _): .integer
        case (_, "1250"): .periodFormat
        case (_, "1251"): .period
        default: .text
        }
    }
}
