/// Splits text with separators into fields, byte by byte (RFC 4180): a field may stand in quotes, and then holds separators,
/// line ends and doubled quotes.
///
/// Who reads hands over each byte, and takes ``field`` when it is told that it has ended.
package struct FieldSplitter {
    /// What a byte comes to.
    package enum Step {
        /// The field goes on.
        case inside
        /// The field has ended, and another follows.
        case endsField
        /// The field has ended, and the row with it.
        case endsRow
        /// A quote where none may stand: inside a field that did not begin with one, or behind its end.
        case strayQuote
    }

    private enum State { case start, plain, quoted, behindQuote }

    private let separator: UInt8
    private var state: State
    /// Whether the last byte of the field is a carriage return outside of quotes, which belongs to a line end.
    private var endsWithReturn = false
    /// The bytes of the field so far, quotes undone.
    package private(set) var field: [UInt8] = []

    /// Begins a field; one that a quote has opened, where the text says so.
    package init(separator: UInt8, inQuotes: Bool = false) {
        self.separator = separator
        state = inQuotes ? .quoted : .start
    }

    /// Whether a quote is open.
    package var isInQuotes: Bool { state == .quoted }

    /// Begins the next field.
    package mutating func begin() {
        state = .start
        endsWithReturn = false
        field.removeAll(keepingCapacity: true)
    }

    /// Takes the next byte.
    package mutating func take(_ byte: UInt8) -> Step {
        guard byte != UInt8(ascii: "\"") else { return takeQuote() }
        if state != .quoted {
            if byte == separator { return .endsField }
            if byte == UInt8(ascii: "\n") {
                dropReturn()
                return .endsRow
            }
            state = .plain
        }
        field.append(byte)
        endsWithReturn = state == .plain && byte == UInt8(ascii: "\r")
        return .inside
    }

    /// Takes off the carriage return of a line end whose line feed does not come any more.
    package mutating func dropReturn() {
        if endsWithReturn { field.removeLast() }
        endsWithReturn = false
    }

    private mutating func takeQuote() -> Step {
        switch state {
        case .start: state = .quoted
        case .quoted: state = .behindQuote
        case .behindQuote:
            field.append(UInt8(ascii: "\""))
            state = .quoted
        case .plain: return .strayQuote
        }
        return .inside
    }

    // MARK: - Separators

    /// The one of some separators that a first line uses most outside of quotes; of those that it uses as much, the first.
    package static func separator(of line: some Sequence<UInt8>, among candidates: [UInt8]) -> UInt8 {
        var counts = [Int](repeating: 0, count: candidates.count)
        var isInQuotes = false
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isInQuotes.toggle()
            } else if !isInQuotes, let place = candidates.firstIndex(of: byte) {
                counts[place] += 1
            }
        }
        let most = counts.max() ?? 0
        return zip(candidates, counts).first { $0.1 == most }?.0 ?? UInt8(ascii: ",")
    }
}
