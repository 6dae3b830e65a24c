/// Values in text and attributes, as libxml2's writer escapes them.
extension XMLBuffer {
    /// Appends text of an element, that XML can hold.
    mutating func append(text bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case 0x0D: append("&#13;")
            default: append(byte)
            }
        }
    }

    /// Appends a value of an attribute, that XML can hold.
    mutating func append(attributeValue bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case 0x0D: append("&#13;")
            case 0x0A: append("&#10;")
            case 0x09: append("&#9;")
            default: append(byte)
            }
        }
    }

    /// Appends an attribute with a value that XML can hold.
    mutating func append(attribute name: StaticString, _ value: some Sequence<UInt8>) {
        append(UInt8(ascii: " "))
        append(name)
        append("=\"")
        append(attributeValue: value)
        append(UInt8(ascii: "\""))
    }

    /// Appends an attribute that is always in the notation of ``XMLText``.
    mutating func append(attribute name: StaticString, noted bytes: UnsafeBufferPointer<UInt8>) {
        append(attribute: name, XMLText.noted(bytes))
    }
}
