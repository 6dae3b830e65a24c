extension String {
    /// The parts between ASCII characters, empty ones too.
    ///
    /// Bytes are compared: thousands of texts are taken apart when a program begins, and characters would have to be told from
    /// each other first.
    package func parts(between separator: UInt8) -> [String] {
        utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
