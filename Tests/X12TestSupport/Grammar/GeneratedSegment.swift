internal import X12Grammar
internal import X12Text

/// A segment that a ``GrammarGenerator`` made, with the rule it was made by.
public struct GeneratedSegment: Sendable, Equatable {
    /// The segment's rule: an index into ``Guide/segments``.
    public var rule: Int
    /// The instance of its loop, counted over the transaction set from 1.
    public var loopInstance: Int
    /// Whether it opens that instance.
    public var opensLoop: Bool
    /// The segment without its terminator, with ``Separator`` between its parts.
    var text: [UInt8]

    /// What stands between the parts of ``text``: control characters, which no value holds.
    enum Separator {
        static let element: UInt8 = 0x1D
        static let repetition: UInt8 = 0x1E
        static let component: UInt8 = 0x1F
    }

    /// The segment identifier (`CLM`).
    public var identifier: String {
        String(decoding: text.prefix { $0 != Separator.element }, as: UTF8.self)
    }

    /// The elements, each as its repetitions, each of these as its components; element 1 is at index 0.
    ///
    /// What is empty is one repetition of one empty component. Setting puts exactly these: nothing is left out
    /// at the end.
    public var elements: [[[String]]] {
        get {
            text.split(separator: Separator.element, omittingEmptySubsequences: false).dropFirst().map {
                $0.split(separator: Separator.repetition, omittingEmptySubsequences: false).map {
                    $0.split(separator: Separator.component, omittingEmptySubsequences: false).map {
                        String(decoding: $0, as: UTF8.self)
                    }
                }
            }
        }
        set {
            text = Array(identifier.utf8)
            for element in newValue {
                text.append(Separator.element)
                for (index, repetition) in element.enumerated() {
                    if index > 0 { text.append(Separator.repetition) }
                    for (index, component) in repetition.enumerated() {
                        if index > 0 { text.append(Separator.component) }
                        text.append(contentsOf: component.utf8)
                    }
                }
            }
        }
    }

    /// The value of an element (or of its first repetition's component), counted from 1; empty where none is.
    ///
    /// Setting makes room for it, and leaves out empty elements at the end.
    public subscript(element: Int, component: Int = 1) -> String {
        get {
            let elements = elements
            guard element <= elements.count, let first = elements[element - 1].first else { return "" }
            return component <= first.count ? first[component - 1] : ""
        }
        set {
            var elements = elements
            while elements.count < element { elements.append([[""]]) }
            while elements[element - 1][0].count < component { elements[element - 1][0].append("") }
            elements[element - 1][0][component - 1] = newValue
            while elements.last?.allSatisfy({ $0.allSatisfy(\.isEmpty) }) == true { elements.removeLast() }
            self.elements = elements
        }
    }
}
