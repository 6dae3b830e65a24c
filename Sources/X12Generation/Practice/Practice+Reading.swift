public import X12Diagnostics
internal import X12Models
public import X12Text

extension Practice {
    /// Reads a practice file: one JSON object.
    ///
    /// - Throws: ``X12Error/Code/malformedJSON`` and ``X12Error/Code/malformedModel`` with line and place, also for a
    ///   key that stands twice in its list; what the source throws.
    public init(_ source: consuming ByteSource) throws(X12Error) {
        let source = try ReplayedSource(source)
        var reader = JSONReader { buffer throws(X12Error) in try source.read(into: buffer) }
        let document = JSONDocument()
        guard try reader.readValue(into: document) else {
            throw X12Error(.malformedModel, "the practice file is empty")
        }
        guard let object = document.root.object else {
            throw document.root.misplaced("a practice, an object,")
        }
        self = try object.decode(Practice.self)
        try Self.checkKeys(billingProviders.map(\.key), "billingProviders")
        try Self.checkKeys(renderingProviders.map(\.key), "renderingProviders")
        try Self.checkKeys(serviceFacilities.map(\.key), "serviceFacilities")
        try Self.checkKeys(payers.map(\.key), "payers")
    }

    private static func checkKeys(_ keys: [String?], _ list: String) throws(X12Error) {
        var seen: Set<String> = []
        for (position, key) in keys.enumerated() {
            guard let key else { throw X12Error(.malformedModel, "\(list)[\(position)] has no key") }
            guard seen.insert(key).inserted else {
                throw X12Error(.malformedModel, "\(list)[\(position)]: the key '\(key)' stands twice")
            }
        }
    }
}
