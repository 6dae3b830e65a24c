package import X12Diagnostics
package import X12Text

/// A value of a document, seen in place; valid until the document is filled again.
package struct JSONValue {
    let document: JSONDocument
    let index: Int

    /// What kinds of value there are.
    package enum Kind: String, Sendable {
        case object, array, string, number, bool, null
    }

    /// What kind of value it is.
    package var kind: Kind {
        switch document.entries[index].kind {
        case .object: .object
        case .array: .array
        case .string, .key: .string
        case .number: .number
        case .yes, .no: .bool
        case .null: .null
        }
    }

    /// The text of a string; `nil` for any other value.
    package var string: String? { kind == .string ? document.text(index) : nil }

    /// A number as it was written; `nil` for any other value.
    package var numberText: String? { kind == .number ? document.text(index) : nil }

    /// A number without a fraction or an exponent, and within 64 bits; `nil` for any other value.
    package var integer: Int? { numberText.flatMap { Int($0) } }

    /// An exact decimal, sent as a string or as a number; `nil` for any other value.
    ///
    /// A number may have an exponent, as programs write floating point (`1.0E7`), as long as it is exact within 18 digits.
    package var decimal: ExactDecimal? {
        kind == .number
            ? document.withRaw(index) { ExactDecimal.parse(json: $0) }
            : plain { ExactDecimal.parse($0)?.value }
    }

    /// A day, sent as a string (`2026-02-20`); `nil` for any other value.
    package var date: CalendarDate? { plain { CalendarDate.parse(iso: $0) } }

    /// A time, sent as a string (`09:30:15`); `nil` for any other value.
    package var time: ClockTime? { plain { ClockTime.parse(iso: $0) } }

    /// A period, sent as a string (`2026-02-20/2026-02-25`); `nil` for any other value.
    package var period: DateTimePeriod? { plain { DateTimePeriod.parse(iso: $0) } }

    /// The bytes of a string in Base64; `nil` for any other value.
    package var base64: [UInt8]? { string.flatMap { Base64.decode($0) } }

    /// `true` or `false`; `nil` for any other value.
    package var bool: Bool? {
        switch document.entries[index].kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// Whether it is `null`.
    package var isNull: Bool { kind == .null }

    /// The fields of an object; `nil` for any other value.
    package var object: JSONObject? { kind == .object ? JSONObject(document: document, index: index) : nil }

    /// The elements of an array, in order; `nil` for any other value.
    package var elements: JSONElements? {
        kind == .array ? JSONElements(document: document, index: index) : nil
    }

    /// The path to the value from the outermost one: `claims[3].serviceLines[2].chargeAmount`.
    package var path: String { document.place(of: index).path }

    /// The line it begins on, from 1.
    package var line: Int { document.place(of: index).line }

    /// An error that says of the value why it cannot be used; `reason` holds nothing of the value.
    package func error(_ reason: String, _ code: X12Error.Code = .malformedModel) -> X12Error {
        let place = document.place(of: index)
        return .malformed(code, place, reason)
    }

    /// What is made of a string's bytes; `nil` for any other value.
    ///
    /// No number and no date needs an escape, yet some writers escape every slash, as of a range of days.
    private func plain<Result>(_ make: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
        guard document.entries[index].kind == .string else { return nil }
        guard document.entries[index].hasEscapes else { return document.withRaw(index, make) }
        return Array(document.text(index).utf8).withUnsafeBufferPointer(make)
    }
}

extension ExactDecimal {
    /// The value of a number of JSON, its exponent included; `nil` where 18 digits do not hold it.
    fileprivate static func parse(json bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
        guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
            return parse(bytes)?.value
        }
        let power = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
        guard let exponent = Int(power), -maximumDigits...maximumDigits ~= exponent,
            let number = parse(UnsafeBufferPointer(rebasing: bytes[..<mark]))?.value
        else { return nil }
        let scale = Int(number.scale) - exponent
        guard scale < 0 else { return ExactDecimal(significand: number.significand, scale: scale) }
        var significand = number.significand
        for _ in scale..<0 {
            let (product, isOver) = significand.multipliedReportingOverflow(by: 10)
            if isOver { return nil }
            significand = product
        }
        return ExactDecimal(significand: significand, scale: 0)
    }
}

extension X12Error {
    /// An error with a place in JSON: line, column and path in the words, byte and line in the location.
    static func malformed(_ code: Code, _ place: JSONDocument.Origin, _ reason: String) -> X12Error {
        let path = place.path.isEmpty ? "" : "\(place.path): "
        return X12Error(
            code, at: Location(byteOffset: place.byteOffset, line: place.line),
            "line \(place.line), column \(place.column): \(path)\(reason)")
    }
}
