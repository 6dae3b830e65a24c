/// The data types of X12.
public enum DataType: String, Sendable, Equatable {
    /// Text.
    case text = "AN"
    /// A code of a list.
    case identifier = "ID"
    /// A whole number.
    case integer = "N0"
    /// A number with two implied decimals.
    case implied2 = "N2"
    /// A decimal number with its point written.
    case decimal = "R"
    /// A date, CCYYMMDD or YYMMDD.
    case date = "DT"
    /// A time, HHMM, HHMMSS or finer.
    case time = "TM"
    /// Binary.
    case binary = "B"
    /// An element of components.
    case composite = "composite"
}
