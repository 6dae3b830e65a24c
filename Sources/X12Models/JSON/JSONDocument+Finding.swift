internal import X12Diagnostics

/// Finding a value again that a model was made of.
extension JSONDocument {
    /// The first value, anywhere in the document, that is what was refused: a property of this name that has too many
    /// values, or one that holds one of the delimiters or a line end.
    func first(_ refused: RefusedProperty, delimiters: [String]) -> JSONValue? {
        for index in entries.indices.dropLast() where entries[index].kind == .key {
            guard text(index) == refused.name else { continue }
            let value = JSONValue(document: self, index: index + 1)
            if let most = refused.most {
                if value.kind == .array, Int(entries[index + 1].length) > most { return value }
            } else if let found = value.first(holding: delimiters) {
                return found
            }
        }
        return nil
    }
}

extension JSONValue {
    /// The value, or the first of its elements, that is a text with one of the delimiters or a line end in it.
    fileprivate func first(holding delimiters: [String]) -> JSONValue? {
        if let text = string {
            let isRefused =
                delimiters.contains { text.contains($0) } || text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
            return isRefused ? self : nil
        }
        guard var elements else { return nil }
        while let element = elements.next() {
            if let found = element.first(holding: delimiters) { return found }
        }
        return nil
    }
}
