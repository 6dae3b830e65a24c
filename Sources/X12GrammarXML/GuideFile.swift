public import X12Diagnostics
public import X12Grammar

/// Reads an implementation guide from its XML: those under `Specs/guides`, or a user's own.
public enum GuideFile {
    /// Reads a guide from a file.
    ///
    /// Throws `malformedGuide` with all faults as `file:line: message`, a line each; `sourceMissing`,
    /// `sourceFailed` or `limitPassed` when the file cannot be read.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - schema: the text of the guides' schema.
    ///   - dictionary: what the guide inherits from the base standard.
    public static func read(
        path: String, schema: String, dictionary: BaseDictionary
    ) throws(X12Error) -> Guide {
        try read(SpecSource(path: path), schema: schema, dictionary: dictionary)
    }

    /// Reads a guide that is in memory; throws as ``read(path:schema:dictionary:)`` does.
    ///
    /// - Parameters:
    ///   - bytes: the XML.
    ///   - name: what to call it in faults.
    ///   - schema: the text of the guides' schema.
    ///   - dictionary: what the guide inherits from the base standard.
    public static func read(
        bytes: [UInt8], name: String, schema: String, dictionary: BaseDictionary
    ) throws(X12Error) -> Guide {
        try read(SpecSource(path: name, bytes: bytes), schema: schema, dictionary: dictionary)
    }

    private static func read(
        _ source: SpecSource, schema: String, dictionary: BaseDictionary
    ) throws(X12Error) -> Guide {
        do throws(SpecFaults) {
            return try guide(source, schema: schema, dictionary: dictionary)
        } catch {
            throw error.error
        }
    }

    /// Reads a guide, with its faults apart.
    package static func guide(
        _ source: SpecSource, schema: String, dictionary: BaseDictionary
    ) throws(SpecFaults) -> Guide {
        let tree = try XMLTree(source, schema: schema)
        return try tree.read { (root) throws(SpecFaults) in
            try GuideBuilder.guide(root, path: source.path, dictionary: dictionary)
        }
    }
}
