internal import X12Grammar
public import X12Text

/// How a code stands in its set on a day.
public enum CodeStanding: Sendable, Equatable {
    /// The set is not at hand: nothing can be said.
    case unknown
    /// The code may be used.
    case valid
    /// No edition has it, and one should.
    case unlisted
    /// No edition has it, but none knows all codes of the day.
    case unsure
    /// It only stands above others.
    case heading
    /// It may be used only from a later day on.
    case early(CalendarDate)
    /// It may not be used any more since the day after this one.
    case ended(CalendarDate)

    /// Whether nothing is to be said against the code.
    var isFine: Bool { self == .valid || self == .unknown }
}
