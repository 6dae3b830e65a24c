/// The path of a property, part by part: `serviceLines[1].procedure.modifiers[0]`.
struct PropertyPath {
    /// One part of a path: a name, and a number where it names a list.
    struct Step: Equatable {
        var name: Substring
        var index: Int?
    }

    var steps: [Step] = []

    init(_ text: String) {
        for part in text.split(separator: ".") {
            guard let bracket = part.firstIndex(of: "["), part.last == "]" else {
                steps.append(Step(name: part, index: nil))
                continue
            }
            let number = part[part.index(after: bracket)..<part.index(before: part.endIndex)]
            steps.append(Step(name: part[..<bracket], index: Int(number)))
        }
    }
}
