/// An ISA as one would find it by hand: count sixteen separators, then two more bytes.
struct ObviousHeader {
    var element: UInt8
    var component: UInt8
    var repetition: UInt8?
    var segment: UInt8
    var isFixed: Bool

    /// The header that begins at `place`, if one does.
    ///
    /// It has sixteen elements, no line end and no terminator among them, and separators that differ. One that
    /// is broken over lines counts when taking the line ends out leaves the fixed layout.
    init?(_ input: [UInt8], at place: Int) {
        let text = Array(input[place...].prefix(240 + 64))
        if let header = ObviousHeader(text) {
            self = header
            return
        }
        guard text.first == UInt8(ascii: "I"), let header = ObviousHeader.broken(text), header.isFixed else {
            return nil
        }
        self = header
    }

    /// Takes out line ends up to the component separator; the terminator stays what it is.
    private static func broken(_ text: [UInt8]) -> ObviousHeader? {
        var kept: [UInt8] = []
        for (index, byte) in text.enumerated() {
            if byte == 0x0A || byte == 0x0D { continue }
            kept.append(byte)
            if kept.count == 105 {
                kept += text[(index + 1)...]
                break
            }
        }
        guard let header = ObviousHeader(kept), header.segment != 0x0A, header.segment != 0x0D else {
            return nil
        }
        return header
    }

    private init?(_ text: [UInt8]) {
        guard text.count > 3, text.starts(with: Array("ISA".utf8)), Self.mayDelimit(text[3]) else {
            return nil
        }
        element = text[3]
        var places: [Int] = []
        for (index, byte) in text.enumerated() where byte == element {
            places.append(index)
            if places.count == 16 { break }
        }
        guard places.count == 16, places[15] < 240, places[15] + 2 < text.count else { return nil }
        component = text[places[15] + 1]
        segment = text[places[15] + 2]
        let inside = text[..<places[15]]
        guard !inside.contains(0x0A), !inside.contains(0x0D), !inside.contains(segment) else { return nil }
        guard Self.mayDelimit(component) || component == 0x20, Self.mayTerminate(segment) else { return nil }
        guard Set([element, component, segment]).count == 3 else { return nil }
        isFixed =
            places == [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
        let fields = inside.split(separator: element, omittingEmptySubsequences: false)
        repetition = nil
        if fields[11].count == 1, let byte = fields[11].first, Self.mayDelimit(byte),
            byte != component, byte != segment,
            String(decoding: fields[12], as: UTF8.self) > "00401"
        {
            repetition = byte
        }
    }

    private static func mayTerminate(_ byte: UInt8) -> Bool {
        let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -.\0".utf8)
        return !common.contains(byte)
    }

    private static func mayDelimit(_ byte: UInt8) -> Bool {
        mayTerminate(byte) && byte != 0x0A && byte != 0x0D
    }
}
