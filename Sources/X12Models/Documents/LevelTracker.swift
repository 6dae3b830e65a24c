/// The levels that the units being written stand under, and which of them no unit has shown yet.
///
/// A unit's object holds its levels by value. A level that no unit stands under gets an object of its own,
/// when the next level shows that none will come.
struct LevelTracker {
    /// One level that is open.
    struct Level<Part: BlockPart> {
        var part: Part
        /// Whether it was written, in a unit or on its own.
        var isShown = false
        /// Whether it says the same as the level before it, and must be told from it.
        var beginsAgain = false
    }

    var billingProvider: Level<BillingProvider>?
    var subscriber: Level<Subscriber>?
    var patient: Level<Patient>?
    var remittanceGroup: Level<RemittanceGroup>?

    /// Opens a level, closing those that were open on its own height and below.
    mutating func open(_ part: BillingProvider) {
        billingProvider = Level(part: part, beginsAgain: billingProvider?.part == part)
        subscriber = nil
        patient = nil
    }

    mutating func open(_ part: Subscriber) {
        subscriber = Level(part: part, beginsAgain: subscriber?.part == part)
        patient = nil
    }

    mutating func open(_ part: Patient) {
        patient = Level(part: part, beginsAgain: patient?.part == part)
    }

    mutating func open(_ part: RemittanceGroup) {
        remittanceGroup = Level(part: part, beginsAgain: remittanceGroup?.part == part)
    }

    /// The deepest open level that was not shown, if the level above it can no longer show it.
    var isUnshown: ObjectType? {
        if let patient, !patient.isShown { return .patient }
        if let subscriber, !subscriber.isShown { return .subscriber }
        if let billingProvider, !billingProvider.isShown { return .billingProvider }
        if let remittanceGroup, !remittanceGroup.isShown { return .remittanceGroup }
        return nil
    }

    /// Closes all.
    mutating func closeAll() { self = LevelTracker() }
}
