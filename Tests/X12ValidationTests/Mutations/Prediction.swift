import X12Diagnostics

/// What should be found: one finding, by its rule and place.
struct Prediction: Hashable, CustomStringConvertible {
    /// The segment's position in its transaction set, ST being 1.
    var position: Int
    /// What the finding may be; more than one where the grammar does not tell which of two ways of saying the
    /// same is taken.
    var choices: Set<Choice>

    /// A rule with the element and component it is about; 0 for the whole.
    struct Choice: Hashable {
        var rule: String
        var element = 0
        var component = 0
    }

    init(_ rule: String, at position: Int, element: Int = 0, component: Int = 0) {
        self.position = position
        choices = [Choice(rule: rule, element: element, component: component)]
    }

    /// One finding that may be any of several.
    init(oneOf choices: Set<Choice>, at position: Int) {
        self.position = position
        self.choices = choices
    }

    var description: String {
        let words = choices.map { choice in
            "\(choice.rule) \(choice.element)" + (choice.component > 0 ? "-\(choice.component)" : "")
        }
        return "#\(position) " + words.sorted().joined(separator: " or ")
    }

    /// Whether findings are what was predicted, each once, and nothing else.
    static func match(_ predictions: [Prediction], _ findings: [Finding]) -> Bool {
        guard predictions.count == findings.count else { return false }
        // Those that leave no choice first, so that the others take what is left.
        var left = predictions.sorted { $0.choices.count < $1.choices.count }
        for finding in findings {
            let place = finding.location
            let choice = Choice(
                rule: finding.rule.id, element: place.element, component: place.component)
            guard
                let index = left.firstIndex(where: {
                    $0.position == place.segmentPosition && $0.choices.contains(choice)
                })
            else { return false }
            left.remove(at: index)
        }
        return true
    }
}
