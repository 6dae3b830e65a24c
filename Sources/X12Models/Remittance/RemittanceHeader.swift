public import X12Text

/// What a remittance says once: the payment, who pays and who is paid (835, ST to the end of loop 1000B).
///
/// 005010X221A1. Claims follow in ``RemittanceGroup``s; adjustments of the payment as a whole stand in the
/// ``RemittanceTrailer``.
public struct RemittanceHeader: BlockPart {
    /// Control number of the transaction set (ST02, 4 to 9 characters); the trailer repeats it.
    public var controlNumber: String?
    /// Amount, method and accounts of the payment (BPR).
    public var payment = RemittancePayment()
    /// What ties this remittance to the check or transfer (TRN).
    public var trace = RemittanceTrace()
    /// Currency of every amount (CUR02, ISO 4217); nil means US dollars.
    public var currency: String?
    /// Who receives this set, where that is not the payee (REF02 of `EV`, 1 to 50 characters).
    public var receiverIdentifier: String?
    /// Version of the payer's adjudication system (REF02 of `F2`, 1 to 50 characters).
    public var versionIdentifier: String?
    /// Last day of the adjudication cycle (DTM02 of `405`), where it differs from the payment's date.
    public var productionDate: CalendarDate?
    /// Who pays (loop 1000A).
    public var payer = RemittancePayer()
    /// Who is paid (loop 1000B).
    public var payee = RemittancePayee()
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?

    /// An empty header.
    public init() {}

    /// Walks ST to loop 1000B.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if visitor.enter("ST", "835") {
            visitor.constant(1, "835")
            visitor.text(2, "controlNumber", &controlNumber)
            visitor.leave()
        }
        visitor.part("payment", &payment)
        visitor.part("trace", &trace)
        if visitor.enter("CUR", "PR", if: currency != nil) {
            visitor.constant(1, "PR")
            visitor.text(2, "currency", &currency)
            visitor.leave()
        }
        visitor.reference("EV", "receiverIdentifier", &receiverIdentifier)
        visitor.reference("F2", "versionIdentifier", &versionIdentifier)
        visitor.day("405", "productionDate", &productionDate)
        visitor.loop("1000A", "payer", &payer)
        visitor.loop("1000B", "payee", &payee)
    }
}
