/// The levels that the units being written stand under, and which of them no unit has shown yet.
///
/// A unit's object holds its levels by value. A level that no unit stands under gets an object of its own,
/// when the next level shows that none will come.
struct LevelTracker {
    /// One level that is open: as a part, or as the object that was made of it.
    struct Level<Part: BlockPart> {
        /// The part; `nil` where only its object is known.
        private(set) var part: Part?
        /// The object without blanks, where it was made before.
        private(set) var object: [UInt8] = []
        /// Whether it was written, in a unit or on its own.
        var isShown = false
        /// Whether it says the same as the level before it, and must be told from it.
        private(set) var beginsAgain = false
        /// The object of a part as it was written last, once it was written twice.
        var rendered: [UInt8]?

        init(part: Part, isShown: Bool) {
            self.part = part
            self.isShown = isShown
        }

        init(made object: UnsafeBufferPointer<UInt8>) { self.object = Array(object) }

        /// Becomes the next level on the same height.
        mutating func follow(_ next: Part, isShown: Bool) {
            beginsAgain = part == next
            part = next
            object.removeAll()
            self.isShown = isShown
            rendered = nil
        }

        /// Becomes the next level on the same height, which is known by its object.
        mutating func follow(made next: UnsafeBufferPointer<UInt8>) {
            beginsAgain = isSame(next)
            isShown = false
            if case .some = part { part = nil }
            guard !beginsAgain else { return }
            object.removeAll(keepingCapacity: true)
            object.append(contentsOf: next)
        }

        private func isSame(_ next: UnsafeBufferPointer<UInt8>) -> Bool {
            object.count == next.count && object.withUnsafeBufferPointer { $0.elementsEqual(next) }
        }
    }

    var billingProvider: Level<BillingProvider>?
    var subscriber: Level<Subscriber>?
    var patient: Level<Patient>?
    var remittanceGroup: Level<RemittanceGroup>?
    var informationSource: Level<InformationSource>?
    var informationReceiver: Level<InformationReceiver>?
    var inquirySubscriber: Level<InquirySubscriber>?
    var responseSubscriber: Level<ResponseSubscriber>?
    var acknowledgementSource: Level<AcknowledgementSource>?
    var acknowledgementReceiver: Level<AcknowledgementReceiver>?
    var acknowledgedProvider: Level<AcknowledgedProvider>?

    /// Opens a level, closing those that were open on its own height and below.
    mutating func open(_ part: BillingProvider) {
        Self.open(&billingProvider, part)
        close(below: .billingProvider)
    }

    mutating func open(_ part: Subscriber) {
        Self.open(&subscriber, part)
        close(below: .subscriber)
    }

    mutating func open(_ part: Patient) { Self.open(&patient, part) }

    mutating func open(_ part: RemittanceGroup) { Self.open(&remittanceGroup, part) }

    mutating func open(_ part: InformationSource) {
        Self.open(&informationSource, part)
        close(below: .informationSource)
    }

    mutating func open(_ part: InformationReceiver) {
        Self.open(&informationReceiver, part)
        close(below: .informationReceiver)
    }

    /// Opens a subscriber's level; one that a unit of its own shows needs no other.
    mutating func open(_ part: InquirySubscriber, isShown: Bool = false) {
        Self.open(&inquirySubscriber, part, isShown: isShown)
    }

    mutating func open(_ part: ResponseSubscriber, isShown: Bool = false) {
        Self.open(&responseSubscriber, part, isShown: isShown)
    }

    mutating func open(_ part: AcknowledgementSource) {
        Self.open(&acknowledgementSource, part)
        close(below: .acknowledgementSource)
    }

    mutating func open(_ part: AcknowledgementReceiver) {
        Self.open(&acknowledgementReceiver, part)
        close(below: .acknowledgementReceiver)
    }

    mutating func open(_ part: AcknowledgedProvider) {
        Self.open(&acknowledgedProvider, part)
    }

    /// Opens a level whose object was made before. Those of one transaction set are either all known by their objects or
    /// all as parts.
    mutating func open(_ type: ObjectType, made object: UnsafeBufferPointer<UInt8>) {
        switch type {
        case .billingProvider: Self.open(&billingProvider, made: object)
        case .subscriber: Self.open(&subscriber, made: object)
        case .patient: Self.open(&patient, made: object)
        case .remittanceGroup: Self.open(&remittanceGroup, made: object)
        case .acknowledgementSource: Self.open(&acknowledgementSource, made: object)
        case .acknowledgementReceiver: Self.open(&acknowledgementReceiver, made: object)
        case .acknowledgedProvider: Self.open(&acknowledgedProvider, made: object)
        default: preconditionFailure("a level that is known by its part alone")
        }
        close(below: type)
    }

    private mutating func close(below type: ObjectType) {
        switch type {
        case .billingProvider: (subscriber, patient) = (nil, nil)
        case .subscriber: patient = nil
        case .informationSource:
            informationReceiver = nil
            (inquirySubscriber, responseSubscriber) = (nil, nil)
        case .informationReceiver: (inquirySubscriber, responseSubscriber) = (nil, nil)
        case .acknowledgementSource: (acknowledgementReceiver, acknowledgedProvider) = (nil, nil)
        case .acknowledgementReceiver: acknowledgedProvider = nil
        default: break
        }
    }

    /// Opens a level, in the place of the one on the same height, so that neither is copied to be compared.
    private static func open<Part: BlockPart>(
        _ level: inout Level<Part>?, _ part: Part, isShown: Bool = false
    ) {
        if level?.follow(part, isShown: isShown) == nil { level = Level(part: part, isShown: isShown) }
    }

    private static func open<Part: BlockPart>(
        _ level: inout Level<Part>?, made object: UnsafeBufferPointer<UInt8>
    ) {
        if level?.follow(made: object) == nil { level = Level(made: object) }
    }

    /// The deepest open level that was not shown, and how deep it stands in its hierarchy.
    var unshown: (type: ObjectType, depth: Int)? {
        if patient?.isShown == false { return (.patient, 2) }
        if subscriber?.isShown == false { return (.subscriber, 1) }
        if billingProvider?.isShown == false { return (.billingProvider, 0) }
        if remittanceGroup?.isShown == false { return (.remittanceGroup, 0) }
        if inquirySubscriber?.isShown == false { return (.inquirySubscriber, 2) }
        if responseSubscriber?.isShown == false { return (.responseSubscriber, 2) }
        if informationReceiver?.isShown == false { return (.informationReceiver, 1) }
        if informationSource?.isShown == false { return (.informationSource, 0) }
        if acknowledgedProvider?.isShown == false { return (.acknowledgedProvider, 2) }
        if acknowledgementReceiver?.isShown == false { return (.acknowledgementReceiver, 1) }
        if acknowledgementSource?.isShown == false { return (.acknowledgementSource, 0) }
        return nil
    }

    /// Closes all.
    mutating func closeAll() { self = LevelTracker() }
}
