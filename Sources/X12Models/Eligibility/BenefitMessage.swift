/// MSG: one line of words. As a property it is the text alone.
struct BenefitMessage: ModelPart {
    var text: String?

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.text(1, "text", &text)
    }
}

extension ModelVisitor {
    /// The messages of a benefit: a list of texts as properties, MSG segments as X12.
    mutating func messages(_ name: StaticString, _ messages: inout [String]) {
        if Self.visitsProperties {
            texts(1...1, name, &messages)
            return
        }
        var sent = messages.map { BenefitMessage(text: $0) }
        segments(SegmentKey("MSG"), name, &sent)
        if Self.decodes { messages = sent.map { $0.text ?? "" } }
    }
}
