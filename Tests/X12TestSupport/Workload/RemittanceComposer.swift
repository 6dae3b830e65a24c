/// Writes the parts of an 835 one after the other and counts them.
///
/// A copy taken before a set writes the same claims as the original, which is how the total is known in advance.
struct RemittanceComposer {
    let workload: RemittanceWorkload
    var out: SegmentComposer
    /// What the claims of the open set pay, in cents.
    private(set) var total = 0
    private(set) var key = AnswerKey()

    /// Draws the claims; the set's header draws from another generator, so that a trial without a total
    /// draws the same claims.
    var random: SplitMix64
    private var headerRandom: SplitMix64
    private var providerAdjustments: [(code: String, amount: Int)] = []
    private let payeeIdentifier: String
    private let envelope: SegmentComposer.Envelope

    init(workload: RemittanceWorkload) {
        self.workload = workload
        random = SplitMix64(seed: workload.seed)
        headerRandom = SplitMix64(seed: ~workload.seed)
        payeeIdentifier = headerRandom.providerIdentifier()
        out = SegmentComposer(format: workload.format)
        envelope = SegmentComposer.Envelope(
            functionalCode: "HP", guide: "005010X221A1", sender: "PAYER01", receiver: "CLINIC01",
            controlNumber: 555)
    }

    mutating func openInterchange() {
        out.open(envelope)
    }

    mutating func closeInterchange() {
        out.close(envelope)
        key.segments = out.segmentCount
        key.bytes = out.byteCount
    }

    /// ST to LX, for claims that pay `claimTotal`; what is paid in the end is that less the adjustments of PLB.
    mutating func openSet(paying claimTotal: Int) {
        key.transactionSets += 1
        total = 0
        providerAdjustments = makeProviderAdjustments(claimTotal: claimTotal)
        let payment = claimTotal - providerAdjustments.reduce(0) { $0 + $1.amount }
        key.payments += payment

        let tax = "1" + headerRandom.taxIdentifier()
        out.openSet("835", guide: "")
        if payment > 0 {
            out.segment(
                "BPR", "I", money(payment), "C", "ACH", "CCP", "01", "111000025", "DA", "123456", tax, "",
                "01",
                "111000025", "DA", "654321", "20260310")
        } else {
            out.segment("BPR", "H", "0", "C", "NON", "", "", "", "", "", "", "", "", "", "", "", "20260310")
        }
        out.segment("TRN", "1", "EFT" + digits(headerRandom.number(in: 1...99_999_999), 10), tax)
        out.segment("DTM", "405", "20260309")
        out.segment("N1", "PR", "SAMPLE PAYER")
        out.segment("N3", "1 PAYER PLAZA")
        out.segment("N4", "CHICAGO", "IL", "60601")
        out.segment("PER", "BL", "PROVIDER HELP", "TE", headerRandom.telephone())
        out.segment("N1", "PE", "MAPLE CLINIC", "XX", payeeIdentifier)
        out.segment("N3", "10 ELM ST")
        out.segment("N4", "SPRINGFIELD", "IL", "627010001")
        out.segment("REF", "TJ", headerRandom.taxIdentifier())
        out.segment("LX", "1")
    }

    /// PLB and SE.
    mutating func closeSet() {
        if let first = providerAdjustments.first {
            let second = providerAdjustments.dropFirst().first
            out.segment(
                "PLB", payeeIdentifier, "20261231", first.code, money(first.amount), second?.code ?? "",
                second.map { money($0.amount) } ?? "")
        }
        out.closeSet()
    }

    /// What is taken from or added to a payment apart from its claims; never more than it holds.
    private mutating func makeProviderAdjustments(claimTotal: Int) -> [(code: String, amount: Int)] {
        // A payment cannot be negative: what is owed is carried forward to the next one.
        if claimTotal < 0 { return [("FB:" + digits(key.transactionSets, 6), claimTotal)] }
        var adjustments: [(code: String, amount: Int)] = []
        if headerRandom.happens(percent: 50) {
            let amount = min(claimTotal, headerRandom.number(in: 100...50_000))
            if amount > 0 {
                adjustments.append(("WO:OLD" + digits(headerRandom.number(in: 1...99_999), 5), amount))
            }
        }
        if headerRandom.happens(percent: 30) {
            adjustments.append(("CS:ADJ" + digits(key.transactionSets, 5), -headerRandom.number(in: 1...900)))
        }
        return adjustments
    }

    /// Counts one claim payment.
    mutating func count(lines: Int, charge: Int, paid: Int) {
        key.claims += 1
        key.serviceLines += lines
        key.charges += charge
        key.paid += paid
        total += paid
    }

    mutating func count(adjustments: Int) {
        key.adjustments += adjustments
    }
}
