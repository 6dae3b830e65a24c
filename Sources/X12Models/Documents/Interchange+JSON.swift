internal import X12Diagnostics
internal import X12Parser
internal import X12Text

extension Interchange {
    /// Sees to it that separators of a header that came as JSON are one character each, and a line end is one. ISA11 may be
    /// received with another width; it separates nothing then.
    ///
    /// - Throws: ``X12Error/Code/malformedModel`` with the place.
    func check(_ object: inout JSONObject) throws(X12Error) {
        let separators: [(StaticString, String?)] = [
            ("elementSeparator", elementSeparator), ("componentSeparator", componentSeparator),
            ("segmentTerminator", segmentTerminator),
        ]
        for (name, text) in separators {
            guard let text, let value = object.value(name) else { continue }
            guard text.unicodeScalars.count == 1, ReceivedText.separator(of: text) != nil else {
                throw value.error("is not one character")
            }
        }
        if let lineEnd, let value = object.value("lineEnd") {
            guard lineEnd.utf8.allSatisfy({ $0 <= 0x20 }) else { throw value.error("is not a line end") }
        }
    }
}
