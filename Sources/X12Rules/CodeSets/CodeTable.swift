internal import X12Grammar
internal import X12Text

/// An edition with what was looked up in it: days and marks, found by the code's bytes.
///
/// A rule asks for a code in every claim, and most claims have the same few codes; so answers are kept by the bytes of the
/// code in one word, without its words.
final class CodeTable {
    /// What rules ask about a code.
    struct Days {
        var start: CalendarDate?
        var stop: CalendarDate?
        var isHeading = false
        var needsRemark = false
        /// Whether the edition has the code.
        var isThere = true

        init(_ listed: ListedCode) {
            start = listed.start
            stop = listed.stop
            isHeading = listed.isHeading
            needsRemark = listed.needsRemark
        }

        /// Of a code that is not there.
        init() { isThere = false }
    }

    /// The edition.
    let edition: CodeEdition
    /// Its codes, where they came with the library.
    let codes: [String: ListedCode]?

    private var short: [UInt64: Days] = [:]
    /// The answers given last, each in the place that its code's bytes come to: nearly all claims have the same few codes.
    private var recent: [(key: UInt64, days: Days)] = Array(repeating: (.max, Days()), count: 64)
    private var long: [String: Days] = [:]

    /// The most answers that are kept.
    private static let mostRemembered = 200_000

    /// An edition with its codes, or one that is looked up elsewhere.
    init(_ edition: CodeEdition, codes: [String: ListedCode]?) {
        self.edition = edition
        self.codes = codes
        guard let codes else { return }
        short.reserveCapacity(codes.count)
        for (code, listed) in codes { remember(code, Days(listed)) }
    }

    /// What is known of a code; `nil` when nobody has asked yet.
    func remembered(_ code: String) -> Days? {
        guard let key = Self.key(code) else { return long[code] }
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 58)
        if recent[place].key == key { return recent[place].days }
        guard let days = short[key] else { return nil }
        recent[place] = (key, days)
        return days
    }

    /// Keeps an answer.
    func remember(_ code: String, _ days: Days?) {
        if short.count + long.count >= Self.mostRemembered {
            short.removeAll(keepingCapacity: true)
            long.removeAll(keepingCapacity: true)
        }
        guard let key = Self.key(code) else {
            long[code] = days ?? Days()
            return
        }
        short[key] = days ?? Days()
    }

    /// The bytes of a code of up to eight characters in one word; `nil` for a longer one.
    private static func key(_ code: String) -> UInt64? {
        guard code.utf8.count <= 8 else { return nil }
        var key: UInt64 = 0
        for byte in code.utf8 { key = key &<< 8 | UInt64(byte) }
        return key
    }
}
