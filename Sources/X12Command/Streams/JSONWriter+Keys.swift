internal import X12Models

extension JSONWriter {
    /// Writes a text under its key; nothing where there is none.
    mutating func text(_ key: StaticString, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        self.key(key)
        string(value)
    }

    /// Writes a list under its key; nothing where it is empty.
    mutating func list<Entry>(
        _ key: StaticString, _ entries: [Entry], _ append: (Entry, inout JSONWriter) -> Void
    ) {
        guard !entries.isEmpty else { return }
        self.key(key)
        beginArray()
        for entry in entries { append(entry, &self) }
        endArray()
    }
}
