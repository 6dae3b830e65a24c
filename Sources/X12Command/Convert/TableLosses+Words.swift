internal import X12Tables
internal import X12Text

extension TableLosses {
    /// What is lost in words, a line each; never more than the first of many.
    var words: [String] {
        let unread = "of it cannot be read, the cell is empty: see x12 validate"
        return (unreadableCount > 0 ? ["\(Figures.count(unreadableCount, "number")) \(unread)"] : [])
            + lines(of: unbalancedPayments, "payment", "more that do not add up") { $0.words }
            + lines(of: unbalancedClaims, "claim payment", "more that do not add up") {
                let due =
                    $0.due.map { "charge less adjustments \($0)" } ?? "an amount of CLP03 or CAS is not known"
                return "claim payment \($0.key): CLP04 \($0.paid), \(due): do not post"
            }
            + lines(of: repeatedPayments, "payment", "more that came before") {
                "payment \($0.key) is the same as \($0.firstKey), which came before: post it once"
            } + segmentWords + otherSetWords
    }

    private func lines<Element>(
        of list: CountedList<Element>, _ noun: String, _ rest: String, _ words: (Element) -> String
    ) -> [String] {
        let more = list.count - list.first.count
        return list.first.map(words) + (more > 0 ? ["\(Figures.count(more, noun)) \(rest)"] : [])
    }

    private var segmentWords: [String] {
        var lines: [String] = []
        if segments.count > 0 {
            let among = segments.withMoney.isEmpty ? "" : ", \(segments.moneyWords) among them"
            let pieces = Figures.count(segments.count, "piece")
            lines.append("\(pieces) of it fit no table\(among): see x12 validate")
        }
        if !unplacedSegments.withMoney.isEmpty {
            let segments = unplacedSegments.moneyWords
            lines.append("segments of its rows are in no cell, \(segments): see x12 validate")
        }
        return lines
    }

    private var otherSetWords: [String] {
        let kinds = otherSets.map { set, count in
            let name = set.guide.map { "\(set.identifier) of \($0)" } ?? set.identifier
            return count > 1 ? "\(Figures.plain(count)) times \(name)" : name
        }
        return kinds.sorted().map { "it has \($0), of which no tables are made" }
    }
}

extension TableLosses.SegmentTally {
    /// `2 CAS, 1 SVC`.
    fileprivate var moneyWords: String {
        withMoney.sorted { $0.key < $1.key }.map { "\(Figures.plain($0.value)) \($0.key)" }
            .joined(separator: ", ")
    }
}

extension TableLosses.UnbalancedPayment {
    fileprivate var words: String {
        guard let amount, let sum else {
            let unknown = "an amount in BPR02, CLP04 or PLB04 is not known, it cannot be added up"
            return "payment \(key): \(unknown): do not post"
        }
        return "payment \(key): BPR02 \(amount), claims less provider adjustments \(sum): do not post"
    }
}
