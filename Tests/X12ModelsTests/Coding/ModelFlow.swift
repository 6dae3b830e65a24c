import X12Diagnostics
import X12Models
import X12Text

/// The ways an input can go through the models and back.
enum ModelFlow {
    /// All pieces of an input, read in chunks of a size.
    static func items(_ bytes: [UInt8], chunk: Int = .max) throws(X12Error) -> [ModelItem] {
        var reader = ModelReader(source(bytes, chunk: chunk))
        var items: [ModelItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    /// The NDJSON and the findings of an input that comes in two pieces.
    static func read(_ bytes: [UInt8], cut: Int) throws(X12Error) -> (json: [UInt8], findings: [Finding]) {
        var position = 0
        var reader = ModelReader(
            ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
                let end = position < cut ? cut : bytes.count
                let count = min(buffer.count, end - position)
                bytes.withUnsafeBytes {
                    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
                }
                position += count
                return count
            })
        var findings: [Finding] = []
        var items: [ModelItem] = []
        while let item = try reader.next() {
            findings += reader.findings
            items.append(item)
        }
        return (try ndjson(items), findings)
    }

    /// The X12 that pieces come to.
    static func x12(_ items: [ModelItem], _ mode: ModelWriter.Mode = .asReceived) throws(X12Error) -> [UInt8]
    {
        var writer = ModelWriter(mode)
        for item in items { try writer.write(item) }
        try writer.finish()
        return writer.takeBytes()
    }

    static func json(_ items: [ModelItem], isPretty: Bool = true) throws(X12Error) -> [UInt8] {
        var writer = JSONDocumentWriter(isPretty: isPretty)
        for item in items { writer.write(item) }
        writer.finish()
        var bytes: [UInt8] = []
        try writer.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in bytes += Array(part) }
        return bytes
    }

    static func ndjson(_ items: [ModelItem]) throws(X12Error) -> [UInt8] {
        var writer = NDJSONWriter()
        for item in items { writer.write(item) }
        writer.finish()
        var bytes: [UInt8] = []
        try writer.drain { (part: UnsafeRawBufferPointer) throws(X12Error) in bytes += Array(part) }
        return bytes
    }

    static func items(json: [UInt8], chunk: Int = .max) throws(X12Error) -> [ModelItem] {
        var reader = JSONDocumentReader(source(json, chunk: chunk))
        var items: [ModelItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    static func items(ndjson: [UInt8], chunk: Int = .max) throws(X12Error) -> [ModelItem] {
        var reader = NDJSONReader(source(ndjson, chunk: chunk))
        var items: [ModelItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    static func source(_ bytes: [UInt8], chunk: Int) -> ByteSource {
        var position = 0
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            let count = min(chunk, buffer.count, bytes.count - position)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
            }
            position += count
            return count
        }
    }
}

extension ModelItem {
    /// What is carried beside the piece.
    var carried: Carried? {
        switch self {
        case .interchange(let part): part.carried
        case .acknowledgement(let part): part.carried
        case .group(let part): part.carried
        case .claimHeader(let part, _): part.carried
        case .billingProvider(let part): part.carried
        case .subscriber(let part): part.carried
        case .patient(let part): part.carried
        case .claim(let part): part.carried
        case .claimTrailer(let part): part.carried
        case .remittanceHeader(let part, _): part.carried
        case .remittanceGroup(let part): part.carried
        case .claimPayment(let part): part.carried
        case .remittanceTrailer(let part): part.carried
        case .inquiryHeader(let part, _): part.carried
        case .responseHeader(let part, _): part.carried
        case .informationSource(let part): part.carried
        case .informationReceiver(let part): part.carried
        case .inquirySubscriber(let part): part.carried
        case .inquiry(let part): part.carried
        case .responseSubscriber(let part): part.carried
        case .response(let part): part.carried
        case .eligibilityTrailer(let part): part.carried
        case .implementationAcknowledgementHeader(let part, _): part.carried
        case .transactionSetResponse(let part): part.carried
        case .implementationAcknowledgementTrailer(let part): part.carried
        case .claimAcknowledgementHeader(let part, _): part.carried
        case .acknowledgementSource(let part): part.carried
        case .acknowledgementReceiver(let part): part.carried
        case .acknowledgedProvider(let part): part.carried
        case .patientAcknowledgement(let part): part.carried
        case .claimAcknowledgementTrailer(let part): part.carried
        case .groupTrailer(let part): part.carried
        case .interchangeTrailer(let part): part.carried
        case .carried(let part): part.carried
        }
    }
}
