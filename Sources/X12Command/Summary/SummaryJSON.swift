internal import X12Models
internal import X12Parser

/// A summary as one line of JSON.
enum SummaryJSON {
    static func append(_ summary: InputSummary, file: String, to bytes: inout [UInt8]) {
        var json = JSONWriter(.compact)
        json.beginObject()
        json.key("file")
        json.string(file)
        json.key("interchanges")
        json.beginArray()
        for interchange in summary.interchanges { write(interchange, to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
        bytes += json.bytes
    }

    private static func write(_ interchange: InterchangeSummary, to json: inout JSONWriter) {
        json.beginObject()
        json.key("controlNumber")
        json.string(interchange.controlNumber)
        json.key("sender")
        json.string(interchange.sender)
        json.key("receiver")
        json.string(interchange.receiver)
        json.key("groups")
        json.beginArray()
        for group in interchange.groups {
            json.beginObject()
            json.key("controlNumber")
            json.string(group.controlNumber)
            json.key("guide")
            json.string(group.guide)
            json.key("transactionSets")
            json.beginArray()
            for set in group.transactionSets { write(set, to: &json) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    private static func write(_ set: TransactionSetSummary, to json: inout JSONWriter) {
        json.beginObject()
        json.key("controlNumber")
        json.string(set.controlNumber)
        json.key("id")
        json.string(set.identifier)
        json.key("segments")
        json.integer(set.segments)
        writeCounts(set, as: set.kind, to: &json)
        json.endObject()
    }

    /// The counts and sums that sets of a kind have.
    static func writeCounts(
        _ set: TransactionSetSummary, as kind: TransactionSetSummary.Kind, to json: inout JSONWriter
    ) {
        switch kind {
        case .claims, .payments: writeClaims(set, as: kind, to: &json)
        case .inquiries:
            write(set.people, "inquiries", to: &json)
            write(set.benefits, "benefits", to: &json)
        case .responses:
            write(set.people, "responses", to: &json)
            write(set.benefits, "benefits", to: &json)
            write(set.rejections, "rejections", to: &json)
        case .other: break
        }
    }

    private static func writeClaims(
        _ set: TransactionSetSummary, as kind: TransactionSetSummary.Kind, to json: inout JSONWriter
    ) {
        write(set.claims, "claims", to: &json)
        write(set.serviceLines, "serviceLines", to: &json)
        write(set.charges, "charges", to: &json)
        if kind == .payments {
            write(set.paid, "paid", to: &json)
            write(set.providerAdjustments, "providerAdjustments", to: &json)
            if set.payment.amounts > 0 { write(set.payment, "payment", to: &json) }
        }
        if set.unreadableAmounts > 0 { write(set.unreadableAmounts, "unreadableAmounts", to: &json) }
    }

    static func write(_ count: Int, _ name: StaticString, to json: inout JSONWriter) {
        json.key(name)
        json.integer(count)
    }

    /// An exact sum; a sum that passed 18 digits is absent.
    private static func write(_ total: MoneyTotal, _ name: StaticString, to json: inout JSONWriter) {
        guard let sum = total.sum else { return }
        json.key(name)
        json.decimal(sum)
    }
}
