public import X12Diagnostics
internal import X12Grammar
public import X12Rules

extension Practice {
    /// Takes from the payers' profiles what the practice file does not say of the way that files go: the receiver's
    /// address in the envelope (ISA07, ISA08, GS03).
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` for a profile that is not there.
    public mutating func follow(_ profiles: ProfileLibrary) throws(X12Error) {
        for index in payers.indices {
            guard let name = payers[index].profile else { continue }
            let said = try profiles.profile(named: name).submission
            guard !said.receiver.isEmpty else { continue }
            var address = payers[index].address ?? EnvelopeAddress()
            address.identifier = address.identifier ?? said.receiver
            guard address.identifier == said.receiver else { continue }
            if !said.receiverQualifier.isEmpty {
                address.qualifier = address.qualifier ?? said.receiverQualifier
            }
            if !said.groupReceiver.isEmpty {
                address.groupIdentifier = address.groupIdentifier ?? said.groupReceiver
            }
            payers[index].address = address
        }
    }
}
