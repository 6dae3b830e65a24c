import X12Diagnostics
import X12Models
import X12Tables
import X12TestSupport
import X12Text

extension Job {
    /// X12 to models to linked tables; the answer is the number of bytes.
    static let csv = Job(
        name: "csv", summary: "every claim and payment as rows of linked tables",
        kinds: [.professionalClaims, .remittances]
    ) { input in
        var reader = ModelReader(ByteSource(bytes: input.bytes))
        let total = try write(&reader)
        try WrongAnswer.unless(total.sets, is: input.key.transactionSets, "transaction sets", in: "csv")
        try WrongAnswer.unless(total.lost, is: 0, "inputs that lose something", in: "csv")
        return UInt64(total.bytes)
    }
}

/// Writes all tables; says how many sets went there, whether anything was lost (1), and how many bytes that was.
@inline(never)
private func write(_ reader: inout ModelReader) throws(X12Error) -> (sets: Int, lost: Int, bytes: Int) {
    var writer = TablesWriter()
    var bytes = 0
    while let item = try reader.next() {
        try writer.write(item)
        writer.drain(over: 32 << 10) { _, piece in bytes += piece.count }
    }
    writer.drain { _, piece in bytes += piece.count }
    writer.endInput()
    return (writer.setCount, writer.takeLosses() == TableLosses() ? 0 : 1, bytes)
}
