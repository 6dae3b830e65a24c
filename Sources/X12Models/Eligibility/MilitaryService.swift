public import X12Text

/// Somebody's service in the armed forces: MPI of loop 2100C or 2100D of a response (271).
public struct MilitaryService: ModelPart {
    /// How recent the information is (MPI01: `A` partial, `C` current, `L` latest, `O` oldest, `P` prior, `S`
    /// second latest, `T` third latest).
    public var informationStatus: String?
    /// How the person serves or served (MPI02: `AE` active reserve, `AO` active overseas, `AU` active, `HD`
    /// honorably discharged, `RU` retired and more).
    public var employmentStatus: String?
    /// The branch (MPI03: `A` Air Force, `C` Army, `E` Coast Guard, `F` Marine Corps, `H` National Guard, `I` Navy
    /// and more).
    public var affiliation: String?
    /// More about the service (MPI04, 1 to 80 characters).
    public var description: String?
    /// The rank (MPI05, two characters).
    public var rank: String?
    /// When the person served (MPI07).
    public var period: DateTimePeriod?

    /// An empty service.
    public init() {}

    /// Walks MPI.
    public mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        guard visitor.enter("MPI") else { return }
        visitor.text(1, "informationStatus", &informationStatus)
        visitor.text(2, "employmentStatus", &employmentStatus)
        visitor.text(3, "affiliation", &affiliation)
        visitor.text(4, "description", &description)
        visitor.text(5, "rank", &rank)
        visitor.period(6, 7, "period", &period)
        visitor.leave()
    }
}
