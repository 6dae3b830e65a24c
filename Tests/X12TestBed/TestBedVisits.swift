import X12TestSupport
import X12Text

/// Makes visits up, one after the other.
struct TestBedVisits {
    private var random: SplitMix64
    private let settings: TestBedSettings
    private var count = 0

    init(_ settings: TestBedSettings) {
        self.settings = settings
        random = SplitMix64(seed: settings.seed)
    }

    mutating func next() -> TestBedVisit {
        count += 1
        var subscriber = random.person()
        // Members differ, whatever the random numbers say.
        subscriber.memberID = "W" + TestBedVisit.padded(count, 9)
        let fault =
            random.happens(percent: settings.faultPercent) ? random.pick(TestBedVisit.Fault.allCases) : nil
        // A fault in what two payers add up to would be found more than once.
        let isSecondary = random.happens(percent: settings.secondaryPercent) && fault == nil
        var child: MadeUpPerson?
        if random.happens(percent: 20), !isSecondary {
            var person = random.person()
            person.last = subscriber.last
            person.birthDate = random.date(inYears: 2013...2022)
            subscriber.birthDate = random.date(inYears: 1975...1992)
            child = person
        }
        let outcome = outcome(fault)
        let diagnoses = random.diagnoses(random.number(in: 1...3))
        let lines = random.services(random.number(in: 1...4)).map { line($0, isSecondary, outcome) }
        return TestBedVisit(
            number: count, subscriber: subscriber, address: random.address(), child: child,
            date: day(), diagnoses: diagnoses, lines: lines, isSecondary: isSecondary, fault: fault,
            outcome: outcome)
    }

    private mutating func outcome(_ fault: TestBedVisit.Fault?) -> TestBedVisit.Outcome {
        if random.happens(percent: settings.unknownMemberPercent) { return .memberUnknown }
        if fault != nil { return .rejected }
        if random.happens(percent: settings.denialPercent) { return .denied }
        return random.happens(percent: settings.reversalPercent) ? .corrected : .paid
    }

    private mutating func line(
        _ service: MadeUpService, _ isSecondary: Bool, _ outcome: TestBedVisit.Outcome
    ) -> TestBedVisit.Line {
        // No modifiers of the laboratory: whether one is certified is another matter.
        var service = service
        service.procedure = service.procedure.replacing(":QW", with: "")
        let earlier = isSecondary ? random.adjudication(of: service.charge) : nil
        var decision =
            earlier.map { second($0, of: service.charge) } ?? random.adjudication(of: service.charge)
        var corrected = decision
        corrected.paid += corrected.copayment
        corrected.copayment = 0
        if outcome == .denied {
            decision = MadeUpAdjudication.undecided
            decision.denial = (
                "CO", random.pick(["29", "97", "109"]), service.charge
            )
        }
        return TestBedVisit.Line(
            service: service, earlier: earlier, adjudication: decision, corrected: corrected)
    }

    /// A second payer takes off what the first one dealt with (OA 23), and pays all but a fifth of the rest.
    private func second(_ first: MadeUpAdjudication, of charge: Int) -> MadeUpAdjudication {
        var decision = MadeUpAdjudication.undecided
        let rest = first.patientResponsibility
        decision.coinsurance = rest / 5
        decision.paid = rest - decision.coinsurance
        if charge > rest { decision.denial = ("OA", "23", charge - rest) }
        return decision
    }

    private mutating func day() -> CalendarDate {
        guard let day = CalendarDate(x12: random.serviceDate()) else {
            preconditionFailure("a made-up day is one")
        }
        return day
    }
}
