import Testing
import X12Grammar
import X12Specs

@Suite("Names")
struct NamesTests {
    @Test("names of the guides are words in title case", arguments: X12Specs.guides)
    func guides(identifier: String) throws {
        let guide = try #require(X12Specs.guide(identifier))
        let names =
            [guide.name] + guide.loops.map(\.name) + guide.segments.map(\.name) + guide.elements.map(\.name)
        #expect(names.filter { !Self.isGood($0) } == [])
    }

    @Test("names of the dictionary are words in title case")
    func dictionary() {
        let dictionary = X12Specs.dictionary
        let definitions = dictionary.segments.values.map(\.self) + dictionary.composites.values
        let names =
            dictionary.elements.values.map(\.name) + definitions.map(\.name)
            + definitions.flatMap(\.elements).map(\.name)
        #expect(names.count > 1000)
        #expect(names.filter { !Self.isGood($0) } == [])
    }

    @Test(
        "the rule for names refuses what it should",
        arguments: [
            "", "claim", "Claim  Note", " Claim", "Claim ", "Claim note", "Claim/Note", "Or Claim Or",
            "Free-form Text",
        ])
    func rule(name: String) {
        #expect(!Self.isGood(name))
    }

    /// Words in title case, small words small except at the beginning, no blanks too many.
    static func isGood(_ name: String) -> Bool {
        let small: Set = [
            "a", "and", "as", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with",
        ]
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        return words.enumerated().allSatisfy { index, word in
            if small.contains(word.lowercased()) {
                return index == 0 ? word.first?.isUppercase == true : word == word.lowercased()
            }
            return word.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                guard let first = part.utf8.first else { return false }
                return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
                    && part.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                            || (0x61...0x7A).contains(byte) || byte == 0x27
                    }
            }
        }
    }
}
