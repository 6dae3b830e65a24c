internal import X12Diagnostics
internal import X12Models

/// Reads what answers (271) say, person by person.
struct CoverageReader: ~Copyable {
    private var reader: ModelInput
    private var subscriber: ResponseSubscriber?
    /// Why the payer that is open could not be answered for.
    private var ofPayer: [CoverageAnswer.Rejection] = []
    /// Why the provider that is open, who asks, could not be.
    private var ofProvider: [CoverageAnswer.Rejection] = []
    /// Those of the two that nobody stood under yet.
    private var untold: [CoverageAnswer.Rejection] = []
    /// How many sets of other kinds there were.
    private(set) var otherSets = 0
    /// How many errors keep what was read from being all.
    private(set) var errors = 0

    init(_ reader: consuming ModelInput) { self.reader = reader }

    /// One person's answer, or reasons why whole levels could not be answered for that no person stands under.
    enum Entry {
        case person(CoverageAnswer)
        case rejections([CoverageAnswer.Rejection])
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
            let reasons = level.requestValidations + (level.party?.requestValidations ?? [])
            ofPayer = reasons.map { CoverageAnswer.Rejection($0, of: "the payer") }
            ofProvider = []
            untold = ofPayer
            return left
        case .informationReceiver(let level):
            // What is told of the payer is not left behind: it holds for this provider too.
            let left = ofProvider.isEmpty ? nil : leave()
            let reasons = level.party?.requestValidations ?? []
            ofProvider = reasons.map { CoverageAnswer.Rejection($0, of: "the provider who asks") }
            untold += ofProvider
            subscriber = nil
            return left
        case .responseSubscriber(let level): subscriber = level
        case .response(let response):
            if response.dependent == nil { subscriber = response.subscriber }
            untold = []
            return .person(CoverageAnswer(response, subscriber: subscriber, above: ofPayer + ofProvider))
        case .responseHeader, .eligibilityTrailer:
            let left = leave()
            (ofPayer, ofProvider) = ([], [])
            return left
        case .claimHeader, .remittanceHeader, .inquiryHeader, .implementationAcknowledgementHeader,
            .claimAcknowledgementHeader:
            otherSets += 1
        default: break
        }
        return nil
    }

    /// What was told of levels that nobody stands under.
    private mutating func leave() -> Entry? {
        defer { untold = [] }
        return untold.isEmpty ? nil : .rejections(untold)
    }
}
