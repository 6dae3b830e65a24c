internal import X12Grammar
internal import X12Specs

/// The names in words that may stand for elements in an expression: `TotalClaimChargeAmount` for CLM02.
///
/// A name of guide or dictionary is written without blanks and signs, each word with a capital.
struct QueryNames {
    /// The names as a document has them, by the way they are written in an expression.
    private let names: [String: [String]]
    /// Those that a segment shares with one of its elements, and no loop has, as they are written: the segment is mostly not meant.
    private let shared: Set<String>

    /// The names of the guides and of the base dictionary that come with the library.
    static let usual: QueryNames = {
        var names: Set<String> = []
        var loops: Set<String> = []
        var shared: Set<String> = []
        for guide in X12Specs.guides.compactMap({ X12Specs.guide($0) }) {
            for loop in guide.loops { loops.insert(loop.name) }
            for segment in guide.segments {
                names.insert(segment.name)
                if guide.elements[segment.elements].contains(where: { $0.name == segment.name }) {
                    shared.insert(segment.name)
                }
            }
            for element in guide.elements { names.insert(element.name) }
        }
        for segment in X12Specs.dictionary.segments.values {
            names.insert(segment.name)
            for element in segment.elements { names.insert(element.name) }
        }
        return QueryNames(names.union(loops), shared: shared.subtracting(loops))
    }()

    init(_ names: some Sequence<String>, shared: Set<String> = []) {
        self.shared = Set(shared.map(Self.joined))
        var found: [String: [String]] = [:]
        for name in Set(names).sorted() { found[Self.joined(name), default: []].append(name) }
        self.names = found
    }

    /// The names that are written this way; empty when there is none.
    func meant(by written: String) -> [String] { names[written] ?? [] }

    /// Whether a segment and its element are called so, and no loop.
    func isShared(_ written: String) -> Bool { shared.contains(written) }

    /// The names nearest to one that is not known, for an error.
    func like(_ written: String) -> [String] {
        let shared = { (name: String) in
            zip(name.lowercased(), written.lowercased()).prefix { $0 == $1 }.count
        }
        let near = names.keys.map { (name: $0, shared: shared($0)) }.filter { $0.shared >= 4 }
        let sorted = near.sorted { left, right in
            (-left.shared, left.name.count, left.name) < (-right.shared, right.name.count, right.name)
        }
        return sorted.prefix(3).map(\.name)
    }

    /// `Total Claim Charge Amount` as `TotalClaimChargeAmount`.
    static func joined(_ name: String) -> String {
        name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map { word in
            (word.first?.uppercased() ?? "") + word.dropFirst()
        }.joined()
    }
}
