/// Spells segments into a buffer that is emptied as it fills.
///
/// Elements are given as text in which `:` stands for the component and `^` for the repetition separator; both are
/// replaced by the delimiters of the format. Empty elements at the end of a segment are left out.
struct SegmentComposer {
    /// When to hand a chunk to the sink: small enough to stay in a cache, large enough to be cheap.
    static let chunkSize = 64 * 1024

    let format: WorkloadFormat
    /// How many bytes have been spelled, including those handed out.
    private(set) var byteCount = 0
    /// How many segments have been spelled.
    private(set) var segmentCount = 0
    private var bytes: [UInt8] = []
    private var firstSegmentOfSet = 0
    private var setNumber = 0

    init(format: WorkloadFormat) {
        self.format = format
        bytes.reserveCapacity(Self.chunkSize * 2)
    }

    /// Spells one segment.
    mutating func segment(_ identifier: String, _ elements: String...) {
        let start = bytes.count
        bytes.append(contentsOf: identifier.utf8)
        for element in elements {
            bytes.append(format.elementSeparator)
            for byte in element.utf8 {
                switch byte {
                case UInt8(ascii: ":"): bytes.append(format.componentSeparator)
                case UInt8(ascii: "^"): bytes.append(format.repetitionSeparator)
                default: bytes.append(byte)
                }
            }
        }
        while bytes.last == format.elementSeparator { bytes.removeLast() }
        end(segmentFrom: start)
    }

    /// Spells a segment that is there already, with each byte translated.
    mutating func spell(_ text: [UInt8], _ translate: (UInt8) -> UInt8) {
        let start = bytes.count
        for byte in text { bytes.append(byte < 0x20 ? translate(byte) : byte) }
        end(segmentFrom: start)
    }

    /// Hands a full chunk to `sink`, or whatever there is when `isLast`.
    mutating func drain(isLast: Bool = false, to sink: ([UInt8]) throws -> Void) rethrows {
        guard bytes.count >= Self.chunkSize || (isLast && !bytes.isEmpty) else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Forgets what was spelled but keeps the counts: for a first pass that only adds up.
    mutating func discard() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func end(segmentFrom start: Int) {
        bytes.append(format.terminator)
        bytes.append(contentsOf: format.lineEnd.rawValue.utf8)
        byteCount += bytes.count - start
        segmentCount += 1
    }
}

// MARK: - Envelopes

extension SegmentComposer {
    /// What differs between the envelopes of two kinds of file.
    struct Envelope {
        /// GS01.
        var functionalCode: String
        /// GS08.
        var guide: String
        /// ISA06 and GS02, up to 15 characters.
        var sender: String
        /// ISA08 and GS03, up to 15 characters.
        var receiver: String
        /// ISA13 without leading zeros, and GS06.
        var controlNumber: Int
    }

    /// ISA and GS.
    mutating func open(_ envelope: Envelope) {
        let start = bytes.count
        // ISA16 is the one place where the component separator is a value, and blanks are padding to be kept.
        let elements = [
            "ISA", "00", padded("", 10), "00", padded("", 10), "ZZ", padded(envelope.sender, 15), "ZZ",
            padded(envelope.receiver, 15), "260301", "0930",
            String(UnicodeScalar(format.repetitionSeparator)), "00501", digits(envelope.controlNumber, 9),
            "0",
            "T", String(UnicodeScalar(format.componentSeparator)),
        ]
        for (position, element) in elements.enumerated() {
            if position > 0 { bytes.append(format.elementSeparator) }
            bytes.append(contentsOf: element.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        }
        end(segmentFrom: start)
        segment(
            "GS", envelope.functionalCode, envelope.sender, envelope.receiver, "20260301", "0930",
            String(envelope.controlNumber), "X", envelope.guide)
    }

    /// ST; `guide` is ST03, empty where the guide does not use it.
    mutating func openSet(_ identifier: String, guide: String) {
        setNumber += 1
        firstSegmentOfSet = segmentCount
        segment("ST", identifier, digits(setNumber, 4), guide)
    }

    /// SE with its count.
    mutating func closeSet() {
        segment("SE", String(segmentCount - firstSegmentOfSet + 1), digits(setNumber, 4))
    }

    /// GE and IEA with their counts; `sets` where the sets were not opened here.
    mutating func close(_ envelope: Envelope, sets: Int? = nil) {
        segment("GE", String(sets ?? setNumber), String(envelope.controlNumber))
        segment("IEA", "1", digits(envelope.controlNumber, 9))
    }
}

/// `text` filled up with blanks behind.
private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
}

/// `number` filled up with zeros in front.
func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

/// An amount of cents as X12 spells a decimal: no superfluous zeros, no leading zero.
func money(_ cents: Int) -> String {
    let whole = cents.magnitude / 100
    let rest = Int(cents.magnitude % 100)
    let sign = cents < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    let fraction = rest % 10 == 0 ? String(rest / 10) : digits(rest, 2)
    return sign + (whole == 0 ? "" : String(whole)) + "." + fraction
}
