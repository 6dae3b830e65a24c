internal import X12Diagnostics
internal import X12Models

/// What there is to tell of one transaction set.
struct SetReport {
    /// ST01, ST02 and ST03 as sent.
    let identifier: String
    let controlNumber: String
    let guide: String
    /// Errors for which the set is rejected, and those it is accepted with.
    private var refusing: [ReportedError] = []
    private var noted: [ReportedError] = []
    /// IK502: the codes of the set itself, and those that its segments call for.
    private var codes: Set<String> = []
    private(set) var isRefused = false
    private(set) var isNoted = false
    private let most: Int

    init(identifier: String, controlNumber: String, guide: String, most: Int) {
        self.identifier = identifier
        self.controlNumber = controlNumber
        self.guide = guide
        self.most = most
    }

    /// Takes note of something wrong with the set itself (IK502).
    mutating func add(_ code: String, refuses: Bool) {
        codes.insert(code)
        mark(refuses)
    }

    /// Takes note of something wrong with a segment.
    mutating func add(_ error: ReportedError, refuses: Bool) {
        // The guide alone objects where a code of the implementation guides (I...) tells so.
        let code = error.elementError.isEmpty ? error.segmentError : error.elementError
        codes.insert(code.hasPrefix("I") ? "I5" : "5")
        mark(refuses)
        if refuses {
            if refusing.count < most { refusing.append(error) }
        } else if noted.count < most {
            noted.append(error)
        }
    }

    private mutating func mark(_ refuses: Bool) {
        if refuses { isRefused = true } else { isNoted = true }
    }

    /// Whether the set was accepted, with errors noted or without.
    var isAccepted: Bool { !isRefused }

    /// The set as the 999 tells it.
    var response: TransactionSetResponse {
        var response = TransactionSetResponse()
        response.transactionSetIdentifier = identifier
        response.controlNumber = controlNumber
        response.implementationGuide = guide.isEmpty ? nil : guide
        response.segmentErrors = isMisnamed ? [] : segmentErrors
        response.status = isRefused ? .rejected : isNoted ? .acceptedWithErrors : .accepted
        response.errorCodes = Self.listed(isMisnamed ? codes.subtracting(["5", "I5"]) : codes)
        return response
    }

    /// Up to five codes, numbers before those of the guide.
    static func listed(_ codes: Set<String>) -> [String] {
        let ordered = codes.sorted { left, right in
            (left.hasPrefix("I") ? 1 : 0, left.utf8.count, left)
                < (right.hasPrefix("I") ? 1 : 0, right.utf8.count, right)
        }
        return Array(ordered.prefix(5))
    }

    /// Whether ST01 is not that of the set's group (IK502 of `6`): by which guide its segments are right or wrong nobody can say.
    private var isMisnamed: Bool { codes.contains("6") }

    // MARK: - Segments

    private var segmentErrors: [SegmentError] {
        let listed = refusing + noted.prefix(most - refusing.count)
        var result: [SegmentError] = []
        var previous: ReportedError?
        for error in listed.sorted(by: ReportedError.precedes) {
            if previous?.belongsWith(error) != true {
                result.append(SegmentError(error))
                previous = error
            }
            if !error.elementError.isEmpty { result[result.count - 1].add(ElementError(error)) }
        }
        return result
    }
}

extension SegmentError {
    init(_ error: ReportedError) {
        self.init()
        segment = error.segment
        position = error.position
        loop = error.loop.isEmpty ? nil : error.loop
        errorCode = error.segmentError
        if error.elementError.isEmpty, let trigger = error.trigger {
            triggers = [SituationalTrigger(trigger)]
        }
        guard let unit = error.businessUnit else { return }
        var named = BusinessUnit()
        named.name = unit.place
        named.reference = unit.reference
        businessUnit = named
    }

    /// Adds an element's error, once.
    fileprivate mutating func add(_ error: ElementError) {
        if elementErrors.last != error { elementErrors.append(error) }
    }
}

extension ElementError {
    init(_ error: ReportedError) {
        self.init()
        position = ElementPosition(error.element, error.component, error.repetition)
        dataElement = error.dataElement.isEmpty ? nil : error.dataElement
        errorCode = error.elementError
        badValue = error.copy.isEmpty ? nil : error.copy
        if let trigger = error.trigger { triggers = [SituationalTrigger(trigger)] }
    }
}

extension ElementPosition {
    init(_ element: Int, _ component: Int, _ repetition: Int) {
        self.init()
        self.element = element
        self.component = component > 0 ? component : nil
        self.repetition = repetition > 0 ? repetition : nil
    }
}

extension SituationalTrigger {
    init(_ trigger: ReportedTrigger) {
        self.init()
        segment = trigger.segment
        segmentPosition = trigger.position
        loop = trigger.loop.isEmpty ? nil : trigger.loop
        if trigger.element > 0 { position = ElementPosition(trigger.element, trigger.component, 0) }
    }
}
