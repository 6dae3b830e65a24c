/// The character sets that the standard lets texts have, as bytes (X12.6 section 3.3.1 and 3.3.2).
package enum CharacterSets {
    /// The capital letters.
    package static let capitals = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    /// The small letters.
    package static let smallLetters = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    /// The digits.
    package static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    /// The basic set: capital letters, digits, blank, and some signs.
    package static let basic = capitals.union(digits).union(" !\"&'()*+,-./:;?=".utf8)
    /// The extended set: the basic one, small letters, and more signs.
    package static let extended = basic.union(smallLetters).union("%~@[]_{}\\|<>#$".utf8)

    /// Whether a byte is a capital letter or a digit, as those of codes and identifiers are.
    package static func isCapitalOrDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x41...0x5A ~= byte }
}
