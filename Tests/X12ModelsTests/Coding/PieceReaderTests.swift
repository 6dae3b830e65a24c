import Testing
import X12Models
import X12TestSupport
import X12Text

@Suite("Pieces of one kind alone")
struct PieceReaderTests {
    @Test("claims come with whom they are for, batch by batch")
    func claims() throws {
        var reader = ClaimReader(
            ByteSource(bytes: try SampleFiles.samples.bytes("837P/pass/batch-of-two-sets.837")))
        var charges: [ExactDecimal] = []
        while let claim = try reader.next() {
            charges.append(claim.chargeAmount ?? 0)
            #expect(["1234567893", "1400056788"].contains(claim.billingProvider?.provider?.identifier))
            #expect(claim.subscriber?.person?.lastOrOrganizationName != nil)
        }
        #expect(charges.reduce(0) { $0 + $1 } == ExactDecimal("463.25"))
        #expect(try reader.next() == nil)
    }

    @Test("claim payments come with the payment that they are part of")
    func payments() throws {
        var reader = ClaimPaymentReader(
            ByteSource(bytes: try SampleFiles.samples.bytes("835/pass/several-payments.835")))
        var payments = 0
        while let payment = try reader.next() {
            payments += 1
            #expect(payment.remittance?.payment.amount != nil)
            #expect(payment.remittance?.trace.number != nil)
        }
        #expect(payments >= 2)
    }

    @Test(
        "inquiries and responses come with who is asked and who asks, a level that only holds others is passed over"
    )
    func eligibility() throws {
        var inquiries = EligibilityInquiryReader(
            ByteSource(bytes: try SampleFiles.samples.bytes("270/pass/dependent-child.270")))
        var asked: [String?] = []
        while let inquiry = try inquiries.next() {
            asked.append(inquiry.person.firstName)
            #expect(inquiry.informationSource?.party != nil && inquiry.informationReceiver?.party != nil)
        }
        #expect(asked == ["GRETA"])
        var responses = EligibilityResponseReader(
            ByteSource(bytes: try SampleFiles.samples.bytes("271/pass/family-and-ended-coverage.271")))
        var told: [String?] = []
        while let response = try responses.next() {
            told.append(response.person.firstName)
            #expect(response.informationSource?.party != nil && response.informationReceiver?.party != nil)
            #expect(response.subscriber?.person?.memberIdentifier != nil)
        }
        #expect(told == ["OTTO", "GRETA", "NILS", "ROSA"])
    }
}
