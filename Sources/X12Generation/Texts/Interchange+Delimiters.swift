internal import X12Models
internal import X12Text

extension Interchange {
    /// The delimiters that it was written with; nil when it does not say.
    var delimiters: Delimiters? {
        // Headers of the time before there were repetitions have a letter in the separator's place.
        func byte(_ text: String?) -> UInt8? {
            guard let text, text.utf8.count == 1, text.first?.isLetter == false, text.first?.isNumber == false
            else { return nil }
            return text.utf8.first
        }
        guard let element = byte(elementSeparator), let component = byte(componentSeparator),
            let segment = byte(segmentTerminator)
        else { return nil }
        return Delimiters(
            element: element, component: component, repetition: byte(repetitionSeparator), segment: segment)
    }
}
