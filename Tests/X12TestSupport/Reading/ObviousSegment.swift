/// One segment as the obvious tokenizer sees it: copies of everything, nothing shared.
package struct ObviousSegment: Equatable {
    /// Identifier and elements, line ends taken out; at least one.
    package var elements: [[UInt8]]
    /// Bytes of input before the identifier.
    package var offset: Int
    /// 1 and the line feeds before it.
    package var line: Int
    /// What stands between the segment before and this one.
    package var leading: [UInt8]
    /// The bytes as they came, terminator left out.
    package var received: [UInt8]
    /// Whether a terminator follows.
    package var isTerminated: Bool
    /// Element, component and repetition separator, terminator.
    package var delimiters: [UInt8?]

    package init(
        elements: [[UInt8]], offset: Int, line: Int, leading: [UInt8], received: [UInt8], isTerminated: Bool,
        delimiters: [UInt8?]
    ) {
        self.elements = elements
        self.offset = offset
        self.line = line
        self.leading = leading
        self.received = received
        self.isTerminated = isTerminated
        self.delimiters = delimiters
    }
}

/// A remark of a reader, by rule id and place.
package struct ObviousRemark: Equatable {
    package var rule: String
    package var offset: Int

    package init(_ rule: String, _ offset: Int) {
        self.rule = rule
        self.offset = offset
    }
}

/// Everything a reader has to say about an input.
package struct ObviousReading: Equatable {
    package var segments: [ObviousSegment] = []
    package var trailing: [UInt8] = []
    package var remarks: [ObviousRemark] = []
    /// The name of the error's code, when reading had to stop.
    package var stopped: String?

    package init() {}

    /// The input again, out of the pieces; equal to it unless reading stopped.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for segment in segments {
            bytes += segment.leading + segment.received
            if segment.isTerminated, let terminator = segment.delimiters[3] { bytes.append(terminator) }
        }
        return bytes + trailing
    }
}
