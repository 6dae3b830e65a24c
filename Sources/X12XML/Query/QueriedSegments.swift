internal import CLibXML2
internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// The segments that a ``QueryDocument`` shows, by their numbers: those of the block and those that hold for it.
struct QueriedSegments {
    /// One segment.
    struct Segment {
        var number: Int
        var bytes: [UInt8]
        var location: Location
    }

    /// The segments, by number.
    private var segments: [Segment] = []
    /// How many there are.
    var count: Int { segments.count }
    private(set) var controlNumbers = QueryResult.ControlNumbers()
    private(set) var claim = ""
    private(set) var segmentEnd: [UInt8] = []
    /// What stands between the components of an element.
    private(set) var componentSeparator = ":"

    /// Takes over a block whose segments are in the tree now, the last with this number.
    mutating func take(_ block: borrowing Block, last: Int) {
        claim = ""
        if block.count > 0 {
            segmentEnd = [block.delimiters.segment] + block.lineEnd
            componentSeparator = String(UnicodeScalar(block.delimiters.component))
        }
        for index in 0..<block.count {
            let raw = block.raw(index)
            note(raw)
            segments.append(
                Segment(
                    number: last - block.count + index + 1, bytes: Array(block.received(index)),
                    location: block[index].location))
        }
    }

    /// Forgets all segments that are not in the tree any more: those that `stay` does not name.
    mutating func keep(_ stay: Set<Int>) { segments.removeAll { !stay.contains($0.number) } }

    /// The segment of a number.
    subscript(number: Int) -> Segment? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < segments.count && segments[low].number == number ? segments[low] : nil
    }

    private mutating func note(_ raw: RawSegment) {
        let element = { (position: Int) -> String in
            position <= raw.elementCount ? String(decoding: raw.element(position), as: UTF8.self) : ""
        }
        switch raw.identifier {
        case "ISA": controlNumbers = .init(interchange: element(13))
        case "GS":
            controlNumbers.group = element(6)
            controlNumbers.transactionSet = ""
        case "ST": controlNumbers.transactionSet = element(2)
        case "CLM", "CLP": claim = element(1)
        default: break
        }
    }
}
