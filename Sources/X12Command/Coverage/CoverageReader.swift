internal import X12Diagnostics
internal import X12Models
internal import X12Text

/// Reads what answers (271) say, person by person.
struct CoverageReader: ~Copyable {
    private var reader: ModelInput
    /// Why the payer that is open could not be answered for, and the provider who asks, as long as nobody stands under them.
    private var ofPayer: [EligibilityRejection] = []
    private var ofProvider: [EligibilityRejection] = []
    /// The day of the open answer (BHT04).
    private var day: CalendarDate?
    /// How many sets of other kinds there were.
    private(set) var otherSets = 0
    /// How many errors keep what was read from being all.
    private(set) var errors = 0

    init(_ reader: consuming ModelInput) { self.reader = reader }

    /// One person's answer, or reasons why whole levels could not be answered for that no person stands under.
    enum Entry {
        case person(CoverageAnswer)
        case rejections([EligibilityRejection])
    }

    /// The next entry; `nil` behind the last.
    mutating func next() throws(X12Error) -> Entry? {
        while let item = try reader.next() {
            countErrors()
            if let entry = take(item) { return entry }
        }
        countErrors()
        return leave()
    }

    private mutating func countErrors() {
        errors += reader.findings.count { $0.rule.severity >= .error }
    }

    private mutating func take(_ item: ModelItem) -> Entry? {
        switch item {
        case .informationSource(let level):
            let left = leave()
            ofPayer = level.rejections
            return left
        case .informationReceiver(let level):
            // What is told of the payer is not left behind: it holds for this provider too.
            let left = ofProvider.isEmpty ? nil : leave()
            ofProvider = level.rejections
            return left
        case .response(let response):
            (ofPayer, ofProvider) = ([], [])
            return .person(CoverageAnswer(response, on: day))
        case .responseHeader(let header, _):
            day = header.creationDate
            return leave()
        case .eligibilityTrailer: return leave()
        case .claimHeader, .remittanceHeader, .inquiryHeader, .implementationAcknowledgementHeader,
            .claimAcknowledgementHeader:
            otherSets += 1
        default: break
        }
        return nil
    }

    /// What was told of levels that nobody stands under.
    private mutating func leave() -> Entry? {
        let told = ofPayer + ofProvider
        (ofPayer, ofProvider) = ([], [])
        return told.isEmpty ? nil : .rejections(told)
    }
}
