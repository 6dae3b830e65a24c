public import X12Diagnostics
internal import X12Models

/// Writes the claims that may not go out, one a line, in a form that is read again once they are corrected.
///
/// An encounter stands as it came, with a list `findings` of what is wrong, which reading passes over. A claim stands
/// as a line of NDJSON.
public struct RejectedClaims: ~Copyable {
    private var writer = JSONWriter()
    private var claims = NDJSONWriter()
    private let wording = FindingRenderer(file: "", showsValues: true)

    /// Creates a writer.
    public init() {}

    /// Writes one.
    public mutating func write(_ candidate: ClaimSource.Candidate, _ findings: [Finding]) {
        guard let encounter = candidate.encounter else {
            let claim = candidate.assembly.claim
            if let level = claim.billingProvider { claims.write(.billingProvider(level)) }
            if let level = claim.subscriber { claims.write(.subscriber(level)) }
            if let level = claim.patient { claims.write(.patient(level)) }
            claims.write(.claim(claim))
            return
        }
        writer.beginObject()
        writer.key("findings")
        writer.beginArray()
        for finding in findings where finding.rule.severity >= .warning {
            writer.string("\(finding.rule.id): \(wording.message(finding))")
        }
        writer.endArray()
        writer.properties(of: encounter)
        writer.endObject()
        writer.newline()
    }

    /// Hands the bytes that wait to a sink.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try writer.drain(over: 1, into: sink)
        try claims.drain(over: 1, into: sink)
    }
}
