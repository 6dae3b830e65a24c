internal import X12Diagnostics
internal import X12Grammar

/// Says what a value is, so that printing can keep a person's values back.
enum ValueFact {
    /// The value as a fact, tagged by its data element.
    ///
    /// What does not look like its element should (letters in an amount, a code longer than codes of that
    /// element are) may be anything, a name too, and counts as text.
    static func fact(_ value: UnsafeBufferPointer<UInt8>, _ rule: ElementRule) -> Fact {
        Fact(String(decoding: value, as: UTF8.self), kind(value, rule))
    }

    private static func kind(_ value: UnsafeBufferPointer<UInt8>, _ rule: ElementRule) -> Fact.Kind {
        switch rule.dataElement {
        case "782", "212": return isNumeric(value) ? .amount : .text
        case "235", "234", "1271", "1339", "1331", "1034", "480", "1705":
            return isShort(value) ? .code : .text
        case "1251": return .date
        case "67", "127", "1028", "116", "28", "329", "I12", "350", "628", "734", "554":
            return isCount(rule) ? .count : .identifier
        default: break
        }
        return switch rule.type {
        case .identifier: value.count <= rule.maximumLength && isShort(value) ? .code : .text
        case .integer, .implied2, .decimal: isNumeric(value) ? .count : .text
        case .date, .time: .date
        case .text, .binary, .composite: .text
        }
    }

    /// Control numbers and numbers of levels and lines count things; they are nobody's.
    private static func isCount(_ rule: ElementRule) -> Bool {
        ["28", "329", "I12", "628", "734", "554"].contains(rule.dataElement)
    }

    private static func isShort(_ value: UnsafeBufferPointer<UInt8>) -> Bool { value.count <= 12 }

    private static func isNumeric(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+")...UInt8(ascii: "."),
                UInt8(ascii: " "), UInt8(ascii: "$"):
                true
            default: false
            }
        }
    }
}
