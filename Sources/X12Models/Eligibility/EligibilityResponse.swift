/// What a payer says of one person's coverage: level 2000C or 2000D of a 271 with everything inside.
///
/// The person told of is the dependent, or the subscriber when there is no dependent.
public struct EligibilityResponse: BlockPart {
    /// The person whose insurance it is (2000C); shared with the subscriber's dependents until it is changed.
    @Boxed public var subscriber: ResponseSubscriber?
    /// The dependent (2000D); nil when the subscriber is the person told of.
    @Boxed public var dependent: ResponseDependent?
    /// What is told of the person's coverage (2110C, 2110D).
    public var benefits: [EligibilityBenefit] = []
    /// What came with it and has no place above; `nil` when everything has.
    @Boxed public var carried: Carried?
    /// Who tells (2000A); shared with its other responses until it is changed.
    @Boxed public var informationSource: InformationSource?
    /// Who asked (2000B); shared with its other responses until it is changed.
    @Boxed public var informationReceiver: InformationReceiver?

    /// An empty response.
    public init() {}

    /// An empty response for a subscriber, or for a dependent of whom nothing is known yet (`2000D`).
    public init(standingFor loop: String) {
        if loop == "2000D" { dependent = ResponseDependent() }
    }

    /// A subscriber's level alone.
    init(level: ResponseSubscriber) {
        subscriber = level
        carried = level.carried
        subscriber?.carried = nil
    }

    /// The level that it is when it only says whom dependents belong to: a subscriber with dependents (HL04), of
    /// whom nothing is told.
    var level: ResponseSubscriber? {
        guard dependent == nil, benefits.isEmpty, let subscriber,
            subscriber.hierarchicalLevel?.childCode == "1",
            subscriber.person?.requestValidations.isEmpty != false
        else { return nil }
        var level = subscriber
        level.carried = carried
        return level
    }

    /// Puts it under levels that it shares with others; a subscriber of its own stays.
    mutating func stand(
        under source: Boxed<InformationSource>, _ receiver: Boxed<InformationReceiver>,
        _ subscriber: Boxed<ResponseSubscriber>
    ) {
        _informationSource = source
        _informationReceiver = receiver
        if dependent != nil { _subscriber = subscriber }
    }

    /// Gives the person's own level its place in the hierarchy.
    mutating func place(at level: HierarchicalLevel) {
        if dependent != nil {
            dependent?.hierarchicalLevel = level
        } else {
            if subscriber == nil { subscriber = ResponseSubscriber() }
            subscriber?.hierarchicalLevel = level
        }
    }

    /// The person's loop is put together for the walk, and what it took is given back.
    public static var changesWhileShown: Bool { true }

    /// Walks level 2000D when there is a dependent, 2000C else; as properties, a dependent's subscriber is left to
    /// whoever walks the levels above.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        if Visitor.visitsProperties {
            if dependent == nil { visitor.part("subscriber", &_subscriber) }
            walkDependentLevel(&visitor)
            visitor.loops("2110*", "benefits", &benefits)
        } else if dependent == nil {
            walkSubscriber(&visitor)
        } else {
            walkDependent(&visitor)
        }
    }

    private mutating func walkSubscriber<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.part("subscriber", &_subscriber)
        var loop = PersonLoop(subscriber?.person, taking: &benefits)
        visitor.loop("2100C", "", &loop)
        guard let loop else { return }
        benefits = loop.benefits
        guard Visitor.decodes, loop.level.person != nil else { return }
        if subscriber == nil { subscriber = ResponseSubscriber() }
        subscriber?.person = loop.level.person
    }

    private mutating func walkDependent<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        walkDependentLevel(&visitor)
        var loop = PersonLoop(dependent?.person, taking: &benefits)
        visitor.loop("2100D", "", &loop)
        guard let loop else { return }
        benefits = loop.benefits
        if Visitor.decodes { dependent?.person = loop.level.person }
    }

    /// The dependent alone; one of whom nothing is said is still one.
    private mutating func walkDependentLevel<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        let isDependent = dependent != nil
        visitor.part("dependent", &_dependent)
        if isDependent, dependent == nil { dependent = ResponseDependent() }
    }
}
