import Testing
import X12Models

/// One segment of the guide with the elements it uses.
private struct GuideSegment {
    let loops: String
    let identifier: String
    let code: String
    var places: [Place] = []

    struct Place {
        let element: Int
        let component: Int
        /// The only code allowed, if there is only one.
        let onlyCode: String?
        /// Whether the code tells the segment from its siblings, so that a writer can fill it in.
        let isDiscriminator: Bool
    }

    var name: String { "\(loops) \(identifier) \(code)" }
}

/// One segment as a walk shows it: neighbouring visits of the same segment of the same loop.
private struct WalkedSegment {
    let name: String
    var visits: [ModelOutline.Visit]
}

@Suite("Outline of a professional claim")
struct ClaimOutlineTests {
    private let guide = Self.readGuide()
    private let walked = Self.walk()

    @Test("every segment of the guide is walked through once, in the guide's order")
    func order() {
        #expect(guide.count == 214)
        #expect(walked.map(\.name) == guide.map(\.name))
    }

    @Test("every element that the guide uses is a property or a constant")
    func coverage() {
        for (segment, walk) in zip(guide, walked) {
            for place in segment.places where !place.isDiscriminator {
                let visits = walk.visits.filter {
                    $0.element == place.element && $0.component == place.component
                }
                #expect(visits.count == 1, "\(segment.name) \(place.element)-\(place.component)")
            }
        }
    }

    @Test("a constant is the guide's only code, and a qualifier with several codes is visited")
    func constants() {
        var compared = 0
        for (segment, walk) in zip(guide, walked) {
            for visit in walk.visits {
                guard case .constant(let value) = visit.kind else { continue }
                let place = segment.places.first {
                    $0.element == visit.element && $0.component == visit.component
                }
                #expect(place?.onlyCode == value, "\(segment.name) \(visit.element)")
                compared += 1
            }
        }
        #expect(compared > 100)
    }

    @Test("elements are shown in ascending order")
    func ascending() {
        for walk in walked {
            let places = walk.visits.map { $0.element * 100 + $0.component }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(walk.name): \(places)")
        }
    }

    @Test("nothing is walked through that the guide does not use, save in parts that several loops share")
    func nothingMore() {
        var surplus: Set<String> = []
        for (segment, walk) in zip(guide, walked) {
            for visit in walk.visits {
                let isUsed = segment.places.contains {
                    $0.element == visit.element && $0.component == visit.component
                }
                if !isUsed { surplus.insert("\(segment.name) \(visit.element)-\(visit.component)") }
            }
        }
        #expect(surplus == Self.sharedParts)
    }

    /// Where a part that serves several loops shows more than this loop uses; each of them must occur.
    private static let sharedParts: Set<String> = [
        // A level's place in the hierarchy: a billing provider has no parent.
        "2000A HL 20 2-0",
        // A contact has up to three numbers; property and casualty and facility contacts have two.
        "2000B/2010BA PER IC 7-0", "2000B/2010BA PER IC 8-0",
        "2000C/2010CA PER IC 7-0", "2000C/2010CA PER IC 8-0",
        "2300/2310C PER IC 7-0", "2300/2310C PER IC 8-0",
        // A line's provider and a claim's are one type; only a line's identifiers name the payer.
        "2300/2310A REF 0B 4-1", "2300/2310A REF 0B 4-2",
        "2300/2310B REF 0B 4-1", "2300/2310B REF 0B 4-2",
        "2300/2310D REF 0B 4-1", "2300/2310D REF 0B 4-2",
    ]

    @Test(
        "no two properties have the same path",
        arguments: [
            ModelOutline(of: ClaimHeader.self, as: .properties),
            ModelOutline(of: BillingProvider.self, as: .properties),
            ModelOutline(of: Subscriber.self, as: .properties),
            ModelOutline(of: Patient.self, as: .properties),
            ModelOutline(of: Claim.self, as: .properties),
            ModelOutline(of: TransactionTrailer.self, as: .properties),
        ])
    func uniquePaths(outline: ModelOutline) {
        var seen: Set<String> = []
        for visit in outline.visits {
            #expect(seen.insert(visit.path).inserted, "\(visit.path) twice")
        }
        #expect(!seen.isEmpty)
    }

    @Test(
        "a place of X12 leads to the property that holds its value",
        arguments: [
            ("2300 CLM 2-0", "chargeAmount"), ("2300 CLM 5-2", "facilityQualifier"),
            ("2300 REF 2-0 F8", "references.payerClaimControlNumber"),
            ("2300 HI 12-2 ABK", "diagnoses[].code"),
            ("2300/2320/2330B NM1 9-0 PR", "otherSubscribers[].payer.identifier"),
            ("2300/2400 SV1 1-4", "serviceLines[].procedure.modifiers[]"),
            ("2300/2400/2430 CAS 18-0", "serviceLines[].adjudications[].adjustments[].details[].amount"),
        ])
    func paths(place: String, path: String) {
        let visits = ModelOutline(of: Claim.self, loop: "2300").visits.filter {
            "\($0.loops.joined(separator: "/")) \($0.segment) \($0.element)-\($0.component)"
                + ($0.code.isEmpty ? "" : " \($0.code)") == place
        }
        #expect(visits.map(\.path) == [path])
    }

    // MARK: - The guide and the walk, side by side

    private static func readGuide() -> [GuideSegment] {
        var segments: [GuideSegment] = []
        for line in ClaimGuideOutline.text.split(separator: "\n") {
            var words = line.split(separator: " ").map(String.init)
            if let colon = words.firstIndex(where: { $0.hasSuffix(":") }) {
                let head = words[...colon].map { $0.last == ":" ? String($0.dropLast()) : $0 }
                segments.append(
                    GuideSegment(
                        loops: head[0] == "-" ? "" : head[0], identifier: head[1],
                        code: head.count > 2 ? head[2] : ""))
                words.removeSubrange(...colon)
            }
            segments[segments.count - 1].places += words.map(place)
        }
        return segments
    }

    private static func place(_ word: String) -> GuideSegment.Place {
        let parts = word.split(maxSplits: 1, whereSeparator: { $0 == "=" || $0 == "!" }).map(String.init)
        let numbers = parts[0].split(separator: "-").compactMap { Int($0) }
        return GuideSegment.Place(
            element: numbers[0], component: numbers.count > 1 ? numbers[1] : 0,
            onlyCode: parts.count > 1 ? parts[1] : nil, isDiscriminator: word.contains("!"))
    }

    private static func walk() -> [WalkedSegment] {
        let visits =
            ModelOutline(of: ClaimHeader.self).visits
            + ModelOutline(of: BillingProvider.self, loop: "2000A").visits
            + ModelOutline(of: Subscriber.self, loop: "2000B").visits
            + ModelOutline(of: Claim.self, loop: "2300").visits
            + ModelOutline(of: Patient.self, loop: "2000C").visits
            + ModelOutline(of: TransactionTrailer.self).visits
        var segments: [WalkedSegment] = []
        for visit in visits where visit.kind != .flag {
            let name = "\(visit.loops.joined(separator: "/")) \(visit.segment) \(visit.code)"
            if segments.last?.name == name {
                segments[segments.count - 1].visits.append(visit)
            } else {
                segments.append(WalkedSegment(name: name, visits: [visit]))
            }
        }
        return segments
    }
}
