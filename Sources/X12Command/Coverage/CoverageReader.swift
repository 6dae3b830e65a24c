internal import X12Diagnostics
internal import X12Models

/// Reads what answers (271) say, person by person.
struct CoverageReader: ~Copyable {
    private var reader: ModelInput
    private var subscriber: ResponseSubscriber?
    private var above: [CoverageAnswer.Rejection] = []
    private var waiting: [CoverageAnswer.Rejection] = []
    /// How many answers (sets of 271) there were.
    private(set) var answers = 0
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
            errors += reader.findings.count { $0.rule.severity >= .error }
            switch item {
            case .responseHeader:
                answers += 1
                above = []
                waiting = []
            case .informationSource(let level):
                let left = leave()
                above = (level.requestValidations + (level.party?.requestValidations ?? [])).map {
                    CoverageAnswer.Rejection($0, of: "the payer")
                }
                waiting = above
                if let left { return left }
            case .informationReceiver(let level):
                let own = (level.party?.requestValidations ?? []).map {
                    CoverageAnswer.Rejection($0, of: "the provider who asks")
                }
                above += own
                waiting = above
                subscriber = nil
            case .responseSubscriber(let level): subscriber = level
            case .response(let response):
                if response.dependent == nil { subscriber = response.subscriber }
                waiting = []
                return .person(CoverageAnswer(response, subscriber: subscriber, above: above))
            case .eligibilityTrailer: if let left = leave() { return left }
            case .claimHeader, .remittanceHeader, .inquiryHeader, .implementationAcknowledgementHeader,
                .claimAcknowledgementHeader:
                otherSets += 1
            default: break
            }
        }
        return nil
    }

    /// What was told of levels that nobody stands under.
    private mutating func leave() -> Entry? {
        defer { waiting = [] }
        return waiting.isEmpty ? nil : .rejections(waiting)
    }
}
