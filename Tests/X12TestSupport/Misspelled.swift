import Foundation

/// The plain claim with an identifier that is not as the standard has it, but can be read.
public enum Misspelled {
    /// Identifiers of the sample, of envelopes, levels, loops and leaves.
    public static let identifiers = [
        "GS", "ST", "BHT", "HL", "NM1", "REF", "CLM", "LX", "SV1", "SE", "GE", "IEA",
    ]

    /// The sample with the first segment of an identifier spelled in small letters, in capitals and small letters, and with a
    /// blank behind it, by how it is spelled.
    ///
    /// - Throws: ``Missing`` where the sample has no such segment.
    public static func claims(_ identifier: String) throws -> [(spelling: String, bytes: [UInt8])] {
        let sample = String(
            decoding: try SampleFiles.samples.bytes("837P/pass/office-visit.837"), as: UTF8.self)
        guard let range = sample.firstRange(of: "\n\(identifier)*") else { throw Missing() }
        let mixed = String(identifier.prefix(1)) + identifier.dropFirst().lowercased()
        return [identifier.lowercased(), mixed, identifier + " "].map { spelling in
            (spelling, Array(sample.replacingCharacters(in: range, with: "\n\(spelling)*").utf8))
        }
    }

    /// A segment that the sample does not have.
    public struct Missing: Error {}
}
