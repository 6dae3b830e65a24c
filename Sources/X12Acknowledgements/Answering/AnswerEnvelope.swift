internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

extension Interchange {
    /// The ISA of a block, as far as an answer needs it.
    init(_ block: borrowing Block) {
        self.init()
        let segment = block.view(0)
        func text(_ position: Int) -> String? {
            let text = segment[position].string.trimmedEnd
            return text.isEmpty ? nil : text
        }
        senderQualifier = text(5)
        sender = text(6)
        receiverQualifier = text(7)
        receiver = text(8)
        date = text(9)
        time = text(10)
        controlNumber = text(13)
        acknowledgmentRequested = text(14)
        usage = text(15)
    }

    /// The ISA of the answer: sender and receiver change places, delimiters and line ends stay.
    ///
    /// - Parameters:
    ///   - received: The interchange that is answered.
    ///   - delimiters: Its delimiters; unusable ones are replaced by the usual ones.
    ///   - lineEnd: What follows its segment terminators.
    ///   - options: Date and time.
    ///   - number: The answer's own control number, 1 to 999,999,999.
    init(
        answering received: Interchange, _ delimiters: Delimiters, lineEnd: [UInt8],
        _ options: AcknowledgementOptions, number: Int
    ) {
        self.init()
        authorizationQualifier = "00"
        securityQualifier = "00"
        senderQualifier = received.receiverQualifier
        sender = received.receiver
        receiverQualifier = received.senderQualifier
        receiver = received.sender
        date = options.date.envelopeText
        time = options.time.envelopeText
        version = "00501"
        controlNumber = String(number, digits: 9)
        acknowledgmentRequested = "0"
        usage = received.usage == "T" ? "T" : "P"
        let usable = delimiters.forAnswer
        repetitionSeparator = Self.text(usable.repetition ?? UInt8(ascii: "^"))
        componentSeparator = Self.text(usable.component)
        elementSeparator = Self.text(usable.element)
        segmentTerminator = Self.text(usable.segment)
        self.lineEnd = lineEnd.isEmpty ? nil : String(decoding: lineEnd, as: UTF8.self)
    }

    private static func text(_ byte: UInt8) -> String { String(decoding: [byte], as: UTF8.self) }
}

extension Delimiters {
    /// These where an answer can be written with them, else the usual ones; a repetition separator there is always.
    var forAnswer: Delimiters {
        var usable = self
        if repetition == nil {
            usable.repetition = [UInt8(ascii: "^"), UInt8(ascii: "!"), UInt8(ascii: "|")].first {
                !contains($0)
            }
        }
        let all = [usable.element, usable.component, usable.repetition, usable.segment].compactMap(\.self)
        let isPlain = all.allSatisfy { byte in
            let isLineEnd = byte == 0x0A || byte == 0x0D
            let isWord = byte == UInt8(ascii: " ") || 0x30...0x39 ~= byte || 0x41...0x5A ~= (byte & 0xDF)
            return byte < 0x7F && !isWord && (byte >= 0x20 || isLineEnd || byte >= 0x1C)
        }
        return usable.areDistinct && isPlain ? usable : .usual
    }
}
