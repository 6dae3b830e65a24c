internal import X12Diagnostics
internal import X12Generation
internal import X12Ledger
internal import X12Parser
internal import X12Text

/// What a file of a submission is called: by its receiver and its interchange's number, and by its sender too where a file
/// of another sender has that name.
///
/// Numbers are counted for each sender and receiver, so two senders' first files for one payer would be one. A file that
/// is there is written over only by the job that it is of: one that was finished before.
struct SubmissionName {
    let folder: String
    let partner: TradingPartner
    let numbers: ReservedNumbers
    /// What the name ends with: the transaction set.
    let kind: String

    /// A name that is free, or that of the job's own file.
    ///
    /// - Throws: `storeConflict` where all names are taken.
    func choose() throws(X12Error) -> String {
        let receiver = Self.plain(partner.receiver)
        for name in [receiver, "\(Self.plain(partner.sender))-\(receiver)"] {
            let file = "\(name)-\(numbers.interchange).\(kind)"
            guard let header = Self.header(of: "\(folder)/\(file)") else { return file }
            let isOurs = header.partner == partner && header.number == numbers.interchange
            if isOurs, numbers.isFinished, numbers.time.hasPrefix(header.moment) { return file }
            guard isOurs || header.partner == nil else { continue }
            throw taken(file)
        }
        throw taken("\(receiver)-\(numbers.interchange).\(kind)")
    }

    private func taken(_ file: String) -> X12Error {
        X12Error(
            .storeConflict,
            "\(file) is there and is not of this job; move it away, or name another --output-directory")
    }

    /// An identifier with what a file's name may not have taken out.
    private static func plain(_ identifier: String) -> String {
        let plain = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return plain.isEmpty ? "file" : plain
    }

    /// Who a file is from and for, its number, and when it was written; `nil` where no file is, and without a partner where
    /// it is no interchange, or may not be read.
    private static func header(of path: String) -> (partner: TradingPartner?, number: Int, moment: String)? {
        guard System.isThere(path) else { return nil }
        guard let source = try? ByteSource(path: path) else { return (nil, 0, "") }
        var reader = BlockReader(source)
        var block = Block()
        guard (try? reader.next(into: &block)) == true, block.kind == .interchange else {
            return (nil, 0, "")
        }
        let isa = block.view(0)
        let partner = TradingPartner(
            senderQualifier: isa[5].string, sender: isa[6].string, receiverQualifier: isa[7].string,
            receiver: isa[8].string)
        return (partner, Int(isa[13].string) ?? 0, "20\(isa[9].string)\(isa[10].string)")
    }
}
