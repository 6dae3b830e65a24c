public import X12Diagnostics
import X12Generation
import X12Ledger
import X12Models
import X12Text

/// Files of six kinds about the same made-up patients: inquiries and answers (270, 271), claims (837P), their
/// acknowledgements (999, 277CA), and remittances (835), with a key that says what became of each claim.
///
/// A day has one file of each kind; any number of days is made in the memory of one. Claims and inquiries are put
/// together and written as `x12 generate` does it, acknowledgements as `x12 ack` does it, from the very files.
public struct TestBed {
    private let settings: TestBedSettings
    private let parties = TestBedParties()
    private let claims: TestBedClaims
    private let responses = TestBedResponses()
    private let remittances: TestBedRemittances
    private let date: CalendarDate
    private let time: ClockTime

    /// A bed of these settings.
    public init(_ settings: TestBedSettings) {
        self.settings = settings
        claims = TestBedClaims(parties: parties)
        remittances = TestBedRemittances(parties: parties)
        guard let date = CalendarDate(year: 2026, month: 3, day: 2), let time = ClockTime(x12: "0930") else {
            preconditionFailure("the day of the bed is one")
        }
        self.date = date
        self.time = time
    }

    /// Writes all files.
    ///
    /// - Parameter sink: Takes a file's name and the next of its bytes.
    /// - Throws: what the sink throws.
    public func write(to sink: (String, [UInt8]) throws(X12Error) -> Void) throws(X12Error) {
        var visits = TestBedVisits(settings)
        var key = TestBedKey(settings)
        var toCorrect: [TestBedVisit] = []
        var left = settings.visits
        var day = 0
        while left > 0 || !toCorrect.isEmpty {
            day += 1
            let today = (0..<min(left, settings.visitsPerDay)).map { _ in visits.next() }
            left -= today.count
            let name = "day-" + TestBedVisit.padded(day, 4)
            if !today.isEmpty {
                let inquiries = today.map { claims.inquiry($0) }
                try sink(name + ".270", write(inquiries, .inquiries, day))
                try sink(name + ".271", answer(today, inquiries, day))
                let sent = today.filter { $0.outcome != .memberUnknown }.map { claims.claim($0).consignment }
                if !sent.isEmpty {
                    let file = try write(sent, .claims, day)
                    try sink(name + ".837", file)
                    let answers = try TestBedAnswers(date: date, time: time).answers(to: file)
                    try sink(name + ".999", answers.implementation)
                    try sink(name + ".277", answers.claims)
                }
            }
            let steps = steps(today, correcting: toCorrect)
            if !steps.isEmpty {
                let items = remittances.items(steps, number: day, date: date)
                try sink(name + ".835", write(remittance: items, day))
            }
            key.add(today, day: day, payment: steps.isEmpty ? nil : steps.reduce(0) { $0 + $1.paid })
            toCorrect = today.filter { $0.outcome == .corrected }
            try sink("key.json", key.takeBytes())
        }
        try sink("key.json", key.finish())
    }

    private func steps(
        _ today: [TestBedVisit], correcting earlier: [TestBedVisit]
    ) -> [TestBedRemittances.Step] {
        earlier.flatMap { [.reversal($0), .correction($0)] }
            + today.filter { [.paid, .denied, .corrected].contains($0.outcome) }.map { .decision($0) }
    }

    // MARK: - Files

    private func numbers(_ day: Int, sets: Int) -> ReservedNumbers {
        ReservedNumbers(
            interchange: day, groups: day..<day + 1, sets: 1..<sets + 1, time: "", isRepeated: false,
            isFinished: false)
    }

    private var submission: SubmissionSettings {
        var settings = SubmissionSettings(date: date, time: time)
        settings.lineEnd = "\n"
        settings.inquiriesPerSet = .max
        settings.claimsPerSet = .max
        return settings
    }

    /// The practice's own files.
    private func write(
        _ consignments: [Consignment], _ kind: SubmissionKind, _ day: Int
    ) throws(X12Error) -> [UInt8] {
        guard let destination = consignments.first?.destination else {
            preconditionFailure("the bed's practice knows where its files go")
        }
        var writer = try SubmissionWriter(kind, destination, submission, numbers(day, sets: 1))
        for consignment in consignments {
            try writer.begin()
            for item in consignment.items { try writer.write(item) }
            try writer.end()
        }
        try writer.finish()
        return writer.takeBytes()
    }

    /// The payer's remittance: from the payer to the practice.
    private func write(remittance items: [ModelItem], _ day: Int) throws(X12Error) -> [UInt8] {
        var destination = Destination(
            submitter: Submitter(), sender: EnvelopeAddress(), receiver: Receiver(),
            address: EnvelopeAddress())
        destination.sender.qualifier = "ZZ"
        destination.sender.identifier = parties.payerIdentifier
        destination.address.qualifier = "ZZ"
        destination.address.identifier = parties.practice.sender?.identifier
        var writer = try SubmissionWriter(.remittances, destination, submission, numbers(day, sets: 1))
        try writer.begin()
        for item in items { try writer.write(item) }
        try writer.end()
        try writer.finish()
        return writer.takeBytes()
    }

    /// The payer's answers to the day's inquiries, in the order they were asked.
    private func answer(
        _ visits: [TestBedVisit], _ inquiries: [Consignment], _ day: Int
    ) throws(X12Error) -> [UInt8] {
        var writer = ModelWriter(.issue)
        try writer.write(.interchange(interchange(day)))
        try writer.write(.group(group(day)))
        var header = EligibilityResponseHeader()
        header.controlNumber = "0001"
        header.implementationGuide = "005010X279A1"
        header.purpose = "11"
        header.referenceIdentifier = TestBedVisit.padded(day, 9) + "-1"
        header.creationDate = date
        header.creationTime = time
        try writer.write(.responseHeader(header, guide: "005010X279A1"))
        for item in inquiries.first?.items.prefix(2) ?? [] { try writer.write(item) }
        for (visit, inquiry) in zip(visits, inquiries) {
            for item in responses.items(visit, inquiry.items) { try writer.write(item) }
        }
        try writer.write(.eligibilityTrailer(TransactionTrailer()))
        try writer.write(.groupTrailer(FunctionalGroupTrailer()))
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try writer.finish()
        return writer.takeBytes()
    }

    private func interchange(_ day: Int) -> Interchange {
        var part = Interchange()
        part.authorizationQualifier = "00"
        part.securityQualifier = "00"
        part.senderQualifier = "ZZ"
        part.sender = parties.payerIdentifier
        part.receiverQualifier = "ZZ"
        part.receiver = parties.practice.sender?.identifier
        part.date = "260302"
        part.time = "0930"
        part.repetitionSeparator = "^"
        part.version = "00501"
        part.controlNumber = TestBedVisit.padded(day, 9)
        part.acknowledgmentRequested = "0"
        part.usage = "T"
        part.componentSeparator = ":"
        part.lineEnd = "\n"
        return part
    }

    private func group(_ day: Int) -> FunctionalGroup {
        var part = FunctionalGroup()
        part.functionalIdentifier = "HB"
        part.sender = parties.payerIdentifier
        part.receiver = parties.practice.sender?.identifier
        part.date = date
        part.time = time
        part.controlNumber = String(day)
        part.responsibleAgency = "X"
        part.guide = "005010X279A1"
        return part
    }
}
