/// A line end and the blanks before an element, ready to be copied.
enum Indentation {
    /// The most bytes; what lies deeper stands no further to the right.
    static let most = 81

    /// A line feed and 144 blanks: the most, and room to copy blindly.
    private static let text: StaticString =
        "\n                                                                                                                                                "

    /// Copies the indentation of a depth to `target`, and says where it ends.
    @inline(__always)
    static func copy(_ depth: Int, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let length = min(1 &+ 2 &* depth, most)
        XMLBuffer.copy(text.utf8Start, length, to: target)
        return target + length
    }
}
