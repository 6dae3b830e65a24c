/// What a table is, without its rows: for the dictionary of columns, and for programs that set up tables of their own.
public struct TableDescription: Hashable, Sendable {
    /// The name of its file without the ending (`claim-payments`).
    public let name: String
    /// The transaction set it comes from (`835`).
    public let transactionSet: String
    /// What one row stands for.
    public let row: String
    /// The columns, in their order, which does not change: new ones come at the end.
    public let columns: [ColumnDescription]

    /// The name of its file.
    public var fileName: String { name + ".csv" }

    /// All tables, in the order in which the dictionary has them.
    public static let all: [Self] =
        ClaimTables.descriptions + RemittanceTables.descriptions + InquiryTables.descriptions
        + ResponseTables.descriptions
}
