import Testing
import X12Models
import X12TestSupport
import X12Text

@Suite("Claims and claim payments alone")
struct ClaimReaderTests {
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
}
