/// What an input is, by how it begins.
enum InputKind {
    case x12, json, ndjson

    /// How many bytes are looked at.
    static let lookedAt = 4096

    /// Recognises JSON by its brace: lines name their object's type first, a document its interchanges.
    init(of start: some Collection<UInt8>) {
        let text = String(decoding: start.prefix(Self.lookedAt), as: UTF8.self)
        let rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard rest.hasPrefix("{") else {
            self = .x12
            return
        }
        let document = rest.firstRange(of: "\"interchanges\"")
        let line = rest.firstRange(of: "\"objectType\"")
        switch (document, line) {
        case (let document?, let line?): self = line.lowerBound < document.lowerBound ? .ndjson : .json
        case (nil, _?): self = .ndjson
        default: self = .json
        }
    }
}
