public import X12Diagnostics
public import X12Grammar
internal import X12Ledger
internal import X12Models

extension SubmissionBatch {
    /// A share in pieces that the receiver takes as files: of no more consignments and bytes than the settings say, those of the
    /// same levels together.
    ///
    /// Where bytes are counted, everything is written once for that, and thrown away. One that is too large by itself is a
    /// piece of its own: the profile's constraint has told of it when it was added.
    ///
    /// - Throws: ``X12Error/Code/sourceFailed``.
    public func pieces(of share: Share) throws(X12Error) -> [Share] {
        let most = share.settings.claimsPerFile ?? share.count
        guard let mostBytes = share.settings.bytesPerFile else { return pieces(of: share, most: most) }
        let entries = share.entries.sorted { $0.place < $1.place }
        var reader = ModelReader(spool.source(of: entries.map(\.region)))
        var scale = try FileScale(kind, share)
        var items: [ModelItem] = []
        var pieces: [[Entry]] = [[]]
        var next = 0
        while let item = try reader.next() {
            items.append(item)
            guard case .interchangeTrailer = item else { continue }
            let bytes = try scale.add(items)
            if let piece = pieces.last, !piece.isEmpty, bytes > mostBytes || piece.count == most {
                pieces.append([])
                scale = try FileScale(kind, share)
                _ = try scale.add(items)
            }
            pieces[pieces.count - 1].append(entries[next])
            next += 1
            items.removeAll(keepingCapacity: true)
        }
        return pieces.map { entries in
            var piece = share
            piece.entries = entries
            return piece
        }
    }

    /// What payers' profiles ask about code sets that are not at hand: it was passed over.
    public var unasked: [(set: CodeSet, ids: [String])] {
        var ids: [CodeSet: Set<String>] = [:]
        for share in shares {
            for (set, found) in check(of: share).unasked(of: kind.guide) {
                ids[set, default: []].formUnion(found)
            }
        }
        return CodeSet.allCases.compactMap { set in ids[set].map { (set: set, ids: $0.sorted()) } }
    }

    /// What the payer's profile objects to in a share as the file that it would be: what it asks of sets, groups and interchanges,
    /// which none of the consignments tells by itself.
    ///
    /// - Throws: ``X12Error/Code/sinkFailed``, ``X12Error/Code/sourceFailed``.
    public func findings(onWhole share: Share) throws(X12Error) -> [Finding] {
        let check = check(of: share)
        guard check.asksOfWholes else { return [] }
        let start = spool.end
        defer { spool.removeAll(from: start) }
        try write(share, .largest, note: { _ in }, to: { bytes throws(X12Error) in try spool.append(bytes) })
        return try check.findings(onWhole: spool.source(of: start..<spool.end))
    }
}

/// Counts the bytes of a file that is not written yet.
private struct FileScale: ~Copyable {
    private var writer: SubmissionWriter
    private var bytes = 0

    /// SE, GE and IEA at their longest, with line ends.
    private static let ends = 80

    init(_ kind: SubmissionKind, _ share: SubmissionBatch.Share) throws(X12Error) {
        writer = try SubmissionWriter(kind, share.destination, share.settings, .largest)
    }

    /// Adds a consignment.
    ///
    /// - Returns: how large the file would be if it ended here, rather too much than too little.
    mutating func add(_ items: [ModelItem]) throws(X12Error) -> Int {
        try writer.begin()
        for item in items { try writer.write(item) }
        try writer.end()
        bytes += writer.takeBytes().count
        return bytes + Self.ends
    }
}

extension ReservedNumbers {
    /// Numbers as long as any, for a file that is measured and thrown away.
    fileprivate static let largest = ReservedNumbers(
        interchange: 999_999_999, groups: 999_999_999..<1_000_000_000, sets: 900_000_000..<1_000_000_000,
        time: "", isRepeated: false, isFinished: false)
}
