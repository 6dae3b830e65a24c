internal import GRDB
public import X12Diagnostics

extension Ledger {
    /// Gives out claim numbers (CLM01) of a trading partner: a range that nobody else gets.
    ///
    /// For a program whose claims have no numbers of their own, to be asked before it hands them on; `X12Generation` takes the
    /// numbers that its encounters bring and asks for none.
    ///
    /// - Throws: as ``init(path:)``.
    public func claimNumbers(_ count: Int, for partner: TradingPartner) throws(X12Error) -> Range<Int> {
        precondition(count >= 0, "counts are not negative")
        return try change { database in
            let partner = try Self.partner(partner, database)
            let last =
                try Int.fetchOne(
                    database, sql: "SELECT claim FROM partner WHERE id = ?", arguments: [partner])
                ?? 0
            try database.execute(
                sql: "UPDATE partner SET claim = ? WHERE id = ?", arguments: [last + count, partner])
            return last + 1..<last + 1 + count
        }
    }

    /// Notes the claims of a job, and tells which of their numbers were used before.
    ///
    /// Noting the same job's claims again changes nothing, so a job that was stopped may simply run again. A
    /// claim that replaces or voids another is expected to bear a number that was used. What was sent as a test was not sent in
    /// production, and the other way round (``NumberRequest/isTest``). A number that stands
    /// twice in one call, or in several that hand on what was `seen`, is a repeated one too.
    ///
    /// - Throws: ``X12Error/Code/storeConflict`` when the job never asked for numbers; else as ``init(path:)``.
    public func note(
        _ claims: [ClaimMark], of request: NumberRequest, seen: inout SeenNumbers
    ) throws(X12Error) -> [RepeatedNumber] {
        // Noted apart, and joined when all is on the disk: copying what was seen at each call would cost its square.
        let (repeated, added) = try change { database in
            var added = SeenNumbers()
            let partner = try Self.partner(request.partner, database)
            guard let job = try Self.job(of: request, partner, database) else {
                throw X12Error(.storeConflict, "this job has no control numbers yet")
            }
            let claimBook = try Book(.claim, job["id"], request.isTest, partner, database)
            let lineBook = try Book(.line, job["id"], request.isTest, partner, database)
            var repeated: [RepeatedNumber] = []
            for (position, claim) in claims.enumerated() {
                if let earlier = try claimBook.note(claim.patientControlNumber, seen.claims, &added.claims),
                    !claim.isResubmission
                {
                    repeated.append(earlier.repeated(.claim, position, nil))
                }
                for (line, number) in claim.lineItemControlNumbers.enumerated() where !number.isEmpty {
                    if let earlier = try lineBook.note(number, seen.lines, &added.lines),
                        !claim.isResubmission
                    {
                        repeated.append(earlier.repeated(.line, position, line))
                    }
                }
            }
            return (repeated, added)
        }
        seen.claims.formUnion(added.claims)
        seen.lines.formUnion(added.lines)
        return repeated
    }

    /// Notes claims of a job that come all at once; as ``note(_:of:seen:)``.
    ///
    /// - Throws: as that.
    public func note(
        _ claims: [ClaimMark], of request: NumberRequest
    ) throws(X12Error) -> [RepeatedNumber] {
        var seen = SeenNumbers()
        return try note(claims, of: request, seen: &seen)
    }
}

/// The numbers of a job's claims and lines that were noted so far, eight bytes each.
public struct SeenNumbers: Sendable {
    fileprivate var claims: Set<Int> = []
    fileprivate var lines: Set<Int> = []

    /// None yet.
    public init() {}
}

/// Where one kind of number is looked up and noted.
private struct Book {
    private let lookUp: Statement
    private let insert: Statement
    private let partner: Int64
    private let job: Int64
    private let isTest: Bool

    /// An earlier use of a number.
    struct Earlier {
        var time = ""
        var interchange: Int?

        func repeated(_ kind: RepeatedNumber.Kind, _ claim: Int, _ line: Int?) -> RepeatedNumber {
            RepeatedNumber(
                kind: kind, claim: claim, line: line, earlierTime: time, earlierInterchange: interchange)
        }
    }

    init(
        _ kind: RepeatedNumber.Kind, _ job: Int64, _ isTest: Bool, _ partner: Int64, _ database: Database
    ) throws {
        let table = kind == .claim ? "sent_claim" : "sent_line"
        lookUp = try database.makeStatement(
            sql: """
                SELECT job.began, job.interchange FROM \(table) JOIN job ON job.id = \(table).job
                WHERE \(table).partner = ? AND number = ? AND job.id < ? AND (is_test = ? OR is_test IS NULL)
                ORDER BY job.id DESC LIMIT 1
                """)
        insert = try database.makeStatement(
            sql: "INSERT OR IGNORE INTO \(table) (partner, number, job) VALUES (?, ?, ?)")
        self.partner = partner
        self.job = job
        self.isTest = isTest
    }

    /// Notes a number; the use before this one, if there is one.
    func note(_ number: String, _ seen: Set<Int>, _ added: inout Set<Int>) throws -> Earlier? {
        let hash = number.hashValue
        let isNew = added.insert(hash).inserted && !seen.contains(hash)
        let row = try Row.fetchOne(lookUp, arguments: [partner, number, job, isTest])
        try insert.execute(arguments: [partner, number, job])
        if let row { return Earlier(time: row["began"], interchange: row["interchange"]) }
        return isNew ? nil : Earlier()
    }
}
