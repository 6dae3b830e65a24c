/// Finds the name that was meant by one that is not known.
package enum NameDistance {
    /// The known name that differs least; `nil` when even that differs in more than a third of the letters.
    ///
    /// Capitals and small letters are the same here. Of names that differ as little, the first is taken.
    package static func nearest(to name: String, among known: [String]) -> String? {
        // A name is compared letter by letter with each known one; a long one is nobody's slip of the finger.
        guard name.utf8.count <= 64 else { return nil }
        let letters = Array(name.lowercased().utf8)
        var nearest: (name: String, distance: Int)?
        for candidate in known {
            let distance = edits(from: letters, to: Array(candidate.lowercased().utf8))
            guard distance <= max(letters.count, candidate.utf8.count) / 3 else { continue }
            if distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
        }
        return nearest?.name
    }

    /// How many letters must be put in, left out or replaced to make one name of the other (Levenshtein).
    private static func edits(from source: [UInt8], to target: [UInt8]) -> Int {
        var row = Array(0...target.count)
        for (index, letter) in source.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in target.indices {
                let replaced = diagonal + (letter == target[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}
