/// What a column is: for the dictionary of columns, and for programs that set up tables of their own.
public struct ColumnDescription: Hashable, Sendable {
    /// How the values of a column are written.
    public enum Form: String, Sendable {
        /// A number of ours by which rows of several tables are linked.
        case key
        /// A position counted from 1; empty where the row speaks of the whole.
        case position
        /// Text or a code, as it was sent.
        case text
        /// Codes with blanks between them.
        case list
        /// Our words for codes, with `; ` between them; a code that we have no words for stands as it is.
        case words
        /// An exact decimal with a point: `-80`, `12.5`.
        case decimal
        /// A whole number.
        case integer
        /// A day: `2026-02-20`.
        case date
    }

    /// The name in the first row.
    public let name: String
    /// How the values are written.
    public let form: Form
    /// Where they come from (`CLP04`); empty for what is ours.
    public let reference: String
    /// What they mean.
    public let meaning: String
}
