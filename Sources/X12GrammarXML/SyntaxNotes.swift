import X12Grammar

extension SyntaxNote {
    /// The notes of an attribute such as `P0304 C0506`; `nil` when one is malformed.
    static func list(_ text: String) -> [SyntaxNote]? {
        var notes: [SyntaxNote] = []
        for word in text.split(separator: " ") {
            guard let kind = word.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
            var rest = word.dropFirst()
            var positions: [Int] = []
            while !rest.isEmpty {
                guard let position = Int(rest.prefix(2)), position > 0 else { return nil }
                positions.append(position)
                rest = rest.dropFirst(2)
            }
            guard positions.count >= 2 else { return nil }
            notes.append(SyntaxNote(kind, positions))
        }
        return notes
    }
}
