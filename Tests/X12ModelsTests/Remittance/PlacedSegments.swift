import X12Models

/// One segment in the plainest form: its identifier and elements as text, and the key of its place.
struct PlacedSegment: Equatable {
    var key: SegmentKey
    /// The identifier first, so that `elements[3]` is element 3.
    var elements: [String]

    var text: String {
        let last = elements.lastIndex { !$0.isEmpty } ?? 0
        return elements[...last].joined(separator: "*") + "~"
    }
}

/// A loop, the transaction set or one of its parts: own segments, then child loops.
struct PlacedLoop: Equatable {
    var identifier: String
    var segments: [PlacedSegment] = []
    var loops: [PlacedLoop] = []

    var text: String {
        segments.map(\.text).joined() + loops.map(\.text).joined()
    }
}

/// A remittance cut into the parts that the models describe, slowly and obviously.
struct PlacedRemittance {
    var header = PlacedLoop(identifier: "")
    var groups: [(group: PlacedLoop, claims: [PlacedLoop])] = []
    var trailer = PlacedLoop(identifier: "")
    /// Segments that have no place in 005010X221A1.
    var misfits: [String] = []

    /// Cuts the text of one transaction set; `~` ends segments, `*` parts elements.
    init(_ text: String) {
        var loop = ""
        for segment in text.split(separator: "~") {
            let elements = segment.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            if let opened = Self.loop(openedBy: elements) { loop = opened }
            guard let key = Self.key(of: elements, in: loop) else {
                misfits.append(String(segment))
                continue
            }
            add(PlacedSegment(key: key, elements: elements), opens: Self.opens(elements), to: loop)
        }
    }

    private mutating func add(_ segment: PlacedSegment, opens: Bool, to loop: String) {
        let last = groups.indices.last
        let fresh = PlacedLoop(identifier: loop, segments: [segment])
        switch (loop, opens) {
        case ("", _): header.segments.append(segment)
        case ("1000A", true), ("1000B", true): header.loops.append(fresh)
        case ("1000A", _), ("1000B", _):
            header.loops[header.loops.count - 1].segments.append(segment)
        case ("2000", true): groups.append((fresh, []))
        case ("trailer", _): trailer.segments.append(segment)
        default:
            guard let last else { return misfits.append(segment.text) }
            let claim = groups[last].claims.count - 1
            switch (loop, opens) {
            case ("2000", _): groups[last].group.segments.append(segment)
            case ("2100", true): groups[last].claims.append(fresh)
            case ("2100", _): groups[last].claims[claim].segments.append(segment)
            case ("2110", true): groups[last].claims[claim].loops.append(fresh)
            default:
                let line = groups[last].claims[claim].loops.count - 1
                groups[last].claims[claim].loops[line].segments.append(segment)
            }
        }
    }

    private static func opens(_ elements: [String]) -> Bool {
        ["N1", "LX", "CLP", "SVC"].contains(elements[0])
    }

    private static func loop(openedBy elements: [String]) -> String? {
        switch (elements[0], elements.dropFirst().first ?? "") {
        case ("N1", "PR"): "1000A"
        case ("N1", "PE"): "1000B"
        case ("LX", _): "2000"
        case ("CLP", _): "2100"
        case ("SVC", _): "2110"
        case ("PLB", _), ("SE", _): "trailer"
        default: nil
        }
    }

    private static func key(of elements: [String], in loop: String) -> SegmentKey? {
        let code = elements.dropFirst().first ?? ""
        return places[loop]?.first { $0.identifier == elements[0] && $0.takes(code) }?.key
    }

    /// Every place of the guide, as its loop and packed key; header and trailer have no loop.
    static let everyPlace = Set(
        places.flatMap { loop, places in
            places.map { "\(loop == "trailer" ? "" : loop) \($0.key.packed)" }
        })

    /// A segment's place: identifier, and its codes where these tell it from its siblings.
    private struct Place {
        let key: SegmentKey
        let identifier: String
        let codes: [String]

        init(_ identifier: StaticString, _ first: StaticString = "", _ others: String = "") {
            key = SegmentKey(identifier, first)
            self.identifier = "\(identifier)"
            let all = "\(first) \(others)".split(separator: " ").map(String.init)
            codes = all
        }

        func takes(_ code: String) -> Bool { codes.isEmpty || codes.contains(code) }
    }

    private static let places: [String: [Place]] = [
        "": [
            Place("ST", "835"), Place("BPR"), Place("TRN", "1"), Place("CUR", "PR"), Place("REF", "EV"),
            Place("REF", "F2"), Place("DTM", "405"),
        ],
        "1000A": [
            Place("N1", "PR"), Place("N3"), Place("N4"), Place("REF", "2U", "EO HI NF"), Place("PER", "CX"),
            Place("PER", "BL"), Place("PER", "IC"),
        ],
        "1000B": [Place("N1", "PE"), Place("N3"), Place("N4"), Place("REF", "0B", "D3 PQ TJ"), Place("RDM")],
        "2000": [Place("LX"), Place("TS3"), Place("TS2")],
        "2100": [
            Place("CLP"), Place("CAS"), Place("NM1", "QC"), Place("NM1", "IL"), Place("NM1", "74"),
            Place("NM1", "82"), Place("NM1", "TT"), Place("NM1", "PR"), Place("NM1", "GB"), Place("MIA"),
            Place("MOA"), Place("REF", "1L", "1W 28 6P 9A 9C BB CE EA F8 G1 G3 IG SY"),
            Place("REF", "0B", "1A 1B 1C 1D 1G 1H 1J D3 G2 LU"), Place("DTM", "232", "233"),
            Place("DTM", "036"), Place("DTM", "050"), Place("PER", "CX"),
            Place("AMT", "AU", "D8 DY F5 I NL T T2 ZK ZL ZM ZN ZO"),
            Place("QTY", "CA", "CD LA LE NE NR OU PS VS ZK ZL ZM ZN ZO"),
        ],
        "2110": [
            Place("SVC"), Place("DTM", "150", "151 472"), Place("CAS"),
            Place("REF", "1S", "APC BB E9 G1 G3 LU RB"), Place("REF", "6R"),
            Place("REF", "0B", "1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ"), Place("REF", "0K"),
            Place("AMT", "B6", "KH T T2 ZK ZL ZM ZN ZO"), Place("QTY", "ZK", "ZL ZM ZN ZO"),
            Place("LQ", "HE", "RX"),
        ],
        "trailer": [Place("PLB"), Place("SE")],
    ]
}
