public import X12Diagnostics
public import X12Parser
public import X12Text

/// Reads the professional claims of an 837P, one after the other, each with its billing provider, subscriber and
/// patient.
///
///     var claims = ClaimReader(try ByteSource(path: "claims.837"))
///     while let claim = try claims.next() { … }
public struct ClaimReader: ~Copyable {
    private var reader: ModelReader

    /// Reads from a source, choosing among the guides of a library.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) {
        reader = ModelReader(source, guides: guides, limits: limits)
    }

    /// The next claim; `nil` after the last.
    ///
    /// - Throws: what ``ModelReader/next()`` throws.
    public mutating func next() throws(X12Error) -> Claim? {
        while let item = try reader.next() {
            if case .claim(let claim) = item { return claim }
        }
        return nil
    }
}
