public import X12Grammar

/// What of a guide generated transaction sets have visited so far.
///
/// Counted are the loops, segments, elements, components and codes that the guide uses, and for what may repeat
/// whether it came as often as it may at most (twice where there is no limit).
public struct GrammarCoverage: Sendable {
    /// The guide.
    public let guide: Guide
    /// How often each loop, segment and element was sent at most: loops in one instance of their parent,
    /// segments in one instance of their loop, elements in one segment.
    private(set) var loops: [Int]
    private(set) var segments: [Int]
    private(set) var elements: [Int]
    /// Which codes of each element came, and how many did not.
    private var codes: [[Bool]]
    private(set) var codesLeft: [Int]
    /// The elements and components that the guide uses, by the segments that have them.
    let isUsed: [Bool]

    /// Nothing of a guide visited yet.
    public init(_ guide: Guide) {
        self.guide = guide
        loops = Array(repeating: 0, count: guide.loops.count)
        segments = Array(repeating: 0, count: guide.segments.count)
        elements = Array(repeating: 0, count: guide.elements.count)
        var isUsed = Array(repeating: false, count: guide.elements.count)
        for segment in guide.segments where segment.usage != .notUsed {
            for element in segment.elements where guide.elements[element].usage != .notUsed {
                isUsed[element] = true
                for component in guide.elements[element].components
                where guide.elements[component].usage != .notUsed {
                    isUsed[component] = true
                }
            }
        }
        self.isUsed = isUsed
        codes = guide.elements.enumerated().map { index, element in
            element.codes < 0 || !isUsed[index]
                ? [] : Array(repeating: false, count: guide.codeLists[element.codes].count)
        }
        codesLeft = codes.map(\.count)
    }

    /// How often an item is to be sent once at least, for its maximum to have been seen.
    static func goal(_ maximum: Int) -> Int { maximum == .max ? 2 : maximum }

    // MARK: - Visiting

    mutating func visit(loop: Int, times: Int) { loops[loop] = max(loops[loop], times) }
    mutating func visit(segment: Int, times: Int) { segments[segment] = max(segments[segment], times) }
    mutating func visit(element: Int, times: Int) { elements[element] = max(elements[element], times) }
    mutating func visit(code: Int, of element: Int) {
        guard !codes[element].isEmpty, !codes[element][code] else { return }
        codes[element][code] = true
        codesLeft[element] -= 1
    }

    func hasVisited(code: Int, of element: Int) -> Bool { codes[element].isEmpty || codes[element][code] }

    /// Whether an element, with its codes and components, holds nothing new.
    func isComplete(element: Int) -> Bool {
        !isUsed[element]
            || elements[element] > 0 && codesLeft[element] == 0
                && guide.elements[element].components.allSatisfy(isComplete(element:))
    }

    // MARK: - Answers

    /// How many segments that the guide uses were never sent.
    public var absentSegments: Int {
        guide.segments.indices.count { guide.segments[$0].usage != .notUsed && segments[$0] == 0 }
    }

    /// How many loops, segments, elements, components, repetitions and codes the guide uses, and how many of
    /// them were visited.
    public var counts: (used: Int, visited: Int) {
        var used = 0
        for node in nodes { used += node.isRepetition ? 1 : 1 + node.codes }
        return (used, used - unvisited.count)
    }

    /// What was not visited, in words: `2000B > 2300 > REF Prior Authorization: REF01 code G1`.
    public var unvisited: [String] {
        var lines: [String] = []
        for node in nodes {
            if node.isRepetition {
                if node.times < node.goal { lines.append("\(node.name): \(node.goal) times") }
            } else {
                if node.times == 0 { lines.append(node.name) }
                if node.codes > 0 {
                    let list = guide.codeLists[guide.elements[node.index].codes]
                    lines += list.indices.filter { !codes[node.index][$0] }.map {
                        "\(node.name) code \(list[$0])"
                    }
                }
            }
        }
        return lines
    }

    /// One thing to be visited.
    private struct Node {
        var name: String
        var index: Int
        var times: Int
        var goal = 1
        var codes = 0
        var isRepetition = false
    }

    private var nodes: [Node] {
        var nodes: [Node] = []
        func add(_ name: String, _ index: Int, _ times: Int, _ maximum: Int, codes: Int = 0) {
            nodes.append(Node(name: name, index: index, times: times, codes: codes))
            guard maximum > 1 else { return }
            nodes.append(
                Node(
                    name: name, index: index, times: times, goal: Self.goal(maximum), isRepetition: true))
        }
        for index in guide.loops.indices.dropFirst() where guide.loops[index].usage != .notUsed {
            add(path(index), index, loops[index], guide.loops[index].maximumUse)
        }
        var seen: Set<Int> = []
        for index in guide.segments.indices where guide.segments[index].usage != .notUsed {
            let segment = guide.segments[index]
            let name = "\(path(segment.loop)) > \(segment.identifier) \(segment.name)"
            add(name, index, segments[index], segment.maximumUse)
            guard seen.insert(segment.elements.lowerBound).inserted else { continue }
            for element in segment.elements where isUsed[element] {
                let rule = guide.elements[element]
                let place = "\(name): \(segment.identifier)\(twoDigits(rule.position))"
                add(place, element, elements[element], rule.maximumRepeat, codes: codes[element].count)
                for component in rule.components where isUsed[component] {
                    add(
                        "\(place)-\(guide.elements[component].position)", component, elements[component],
                        guide.elements[component].maximumRepeat, codes: codes[component].count)
                }
            }
        }
        return nodes
    }

    private func path(_ loop: Int) -> String {
        var names: [String] = []
        var loop = loop
        while loop > 0 {
            names.append(guide.loops[loop].identifier)
            loop = guide.loops[loop].parent
        }
        return names.isEmpty ? guide.transactionSet : names.reversed().joined(separator: " > ")
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
