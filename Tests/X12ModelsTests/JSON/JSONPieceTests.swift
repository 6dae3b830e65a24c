import Testing
import X12Diagnostics
import X12Models
import X12TestSupport

@Suite("Pieces of an interchange as JSON values of their own")
struct JSONPieceTests {
    static let samples = [
        "837P/pass/batch-of-two-sets.837", "835/pass/several-payments.835",
        "835/pass/reversal-and-correction.835", "testbed/day-0001.270", "testbed/day-0001.271",
        "testbed/day-0001.277", "testbed/day-0001.999", "testbed/day-0001.837", "testbed/day-0001.835",
    ]

    /// The value of an item, and what comes back from it; `nil` for what is no value of its own.
    private func roundTrip(_ item: ModelItem) throws -> (json: [UInt8], back: ModelItem, expected: ModelItem)?
    {
        func trip<Piece: JSONPiece>(_ piece: Piece) throws -> ([UInt8], ModelItem, ModelItem) {
            #expect(try Piece(json: piece.json(isPretty: true)) == Piece(json: piece.json()))
            return (piece.json(), try Piece(json: piece.json()).item, piece.item)
        }
        switch item {
        case .claim(let piece): return try trip(piece)
        case .remittanceHeader(let piece, _): return try trip(piece)
        case .claimPayment(var piece):
            // The header is a value of its own.
            #expect(piece.remittance != nil)
            piece.remittance = nil
            return try trip(piece)
        case .remittanceTrailer(let piece): return try trip(piece)
        case .inquiry(let piece): return try trip(piece)
        case .response(let piece): return try trip(piece)
        case .transactionSetResponse(let piece): return try trip(piece)
        case .patientAcknowledgement(let piece): return try trip(piece)
        default: return nil
        }
    }

    @Test(
        "every piece comes back with the levels it stands under, and its value fits the schema of lines",
        arguments: samples)
    func roundTrips(path: String) throws {
        let schema = try SchemaCheck(.line)
        var count = 0
        for item in try ModelFlow.items(try SampleFiles.samples.bytes(path)) {
            guard let (json, back, expected) = try roundTrip(item) else { continue }
            count += 1
            #expect(back == expected)
            #expect(try schema.faults(in: json) == [])
        }
        #expect(count > 0)
    }

    @Test("a value is the line that NDJSON has, with the schema's version, and lines can be read as values")
    func lines() throws {
        let items = try ModelFlow.items(try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837"))
        let lines = try ModelFlow.ndjson(items).split(separator: UInt8(ascii: "\n")).filter {
            $0.starts(with: #"{"objectType":"claim","#.utf8)
        }
        let claims = items.compactMap { Claim($0) }
        #expect(claims.count == lines.count && claims.count > 1)
        for (claim, line) in zip(claims, lines) {
            let value = String(decoding: claim.json(), as: UTF8.self)
            #expect(
                value.replacing(#""schemaVersion":"1.0","#, with: "") == String(decoding: line, as: UTF8.self)
            )
            #expect(try Claim(json: line) == claim)
        }
    }

    @Test(
        "a claim of which nothing is known has a value, and says who it stands under as soon as that is known"
    )
    func empty() throws {
        #expect(
            String(decoding: Claim().json(), as: UTF8.self)
                == #"{"objectType":"claim","schemaVersion":"1.0"}"#)
        #expect(try Claim(json: "{}".utf8) == Claim())
        var inquiry = EligibilityInquiry()
        inquiry.dependent = InquiryDependent()
        inquiry.subscriber = InquirySubscriber()
        #expect(try EligibilityInquiry(json: inquiry.json()) == inquiry)
        inquiry.stand(under: .subscriber(Subscriber()))
        #expect(try EligibilityInquiry(json: inquiry.json()) == inquiry)
    }

    @Test(
        "what is no such value is refused with its place",
        arguments: [
            ("", "an object is expected"), ("]", "a value is missing"), ("}", "a value is missing"),
            ("[]", "is not an object"), ("7", "is not an object"), ("{}{}", "1"), ("{} 7", "1"),
            ("{", "1"),
            (#"{"objectType":"claimPayment"}"#, "claimPayment stands where claim is expected"),
            (#"{"objectType":"billingProvider"}"#, "billingProvider stands where claim is expected"),
            (#"{"objectType":"person"}"#, "an object of another type stands where claim is expected"),
            (#"{"schemaVersion":"9.0"}"#, "is of schema version 9.0"),
            (
                #"{"serviceLines":[{},{"chargeAmount":"12,50"}]}"#,
                #"line 1, column 37: serviceLines[1].chargeAmount: "12,50" is not a decimal"#
            ),
            (#"{"chargeamount":"1"}"#, "unknown field, is chargeAmount meant?"),
            (#"{"subscriber":7}"#, "subscriber: is not an object"),
        ])
    func refused(json: String, words: String) throws {
        do throws(X12Error) {
            let claim = try Claim(json: json.utf8)
            Issue.record("\(claim) was read")
        } catch {
            #expect([.malformedJSON, .malformedModel].contains(error.code))
            #expect(error.description.contains(words))
        }
    }
}
