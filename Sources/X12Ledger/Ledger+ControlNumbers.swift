internal import GRDB
public import X12Diagnostics

extension Ledger {
    /// The largest ISA13, GS06 and ST02: nine digits.
    private static let largestNumber = 999_999_999

    /// Gives control numbers to a job; the same job gets the same ones again.
    ///
    /// Numbers count upwards from 1 for each trading partner and are never given out twice, used or not.
    ///
    /// - Throws: ``X12Error/Code/storeConflict`` when the job had asked with other content or for other counts before, and
    ///   ``X12Error/Code/limitPassed`` when nine digits do not suffice any more; else as ``init(path:)``.
    public func reserve(_ request: NumberRequest) throws(X12Error) -> ReservedNumbers {
        precondition(request.groups >= 0 && request.sets >= 0, "counts are not negative")
        return try change { database in
            let partner = try Self.partner(request.partner, database)
            if let known = try Self.job(of: request, partner, database) {
                return try Self.again(known, request)
            }
            let numbers = try Self.next(for: request, of: partner, database)
            try database.execute(
                sql: """
                    INSERT INTO job (name, partner, is_test, began, is_finished, interchange, first_group, group_count,
                        first_set, set_count, content) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    request.job, partner, request.isTest, request.time, numbers.interchange,
                    numbers.groups.lowerBound,
                    request.groups, numbers.sets.lowerBound, request.sets, request.content,
                ])
            return numbers
        }
    }

    /// Notes that a job has written all that it writes.
    ///
    /// - Throws: as ``init(path:)``.
    public func finish(_ request: NumberRequest) throws(X12Error) {
        try change { database in
            let partner = try Self.partner(request.partner, database)
            guard let job = try Self.job(of: request, partner, database) else { return }
            let id: Int64 = job["id"]
            try database.execute(sql: "UPDATE job SET is_finished = 1 WHERE id = ?", arguments: [id])
        }
    }

    /// The row of a trading partner, made when it is new.
    static func partner(_ partner: TradingPartner, _ database: Database) throws -> Int64 {
        let key: StatementArguments = [
            partner.senderQualifier, partner.sender, partner.receiverQualifier, partner.receiver,
        ]
        let known = try Int64.fetchOne(
            database,
            sql: """
                SELECT id FROM partner
                WHERE sender_qualifier = ? AND sender = ? AND receiver_qualifier = ? AND receiver = ?
                """, arguments: key)
        if let known { return known }
        try database.execute(
            sql: """
                INSERT INTO partner (sender_qualifier, sender, receiver_qualifier, receiver,
                    interchange, functional_group, transaction_set, claim) VALUES (?, ?, ?, ?, 0, 0, 0, 0)
                """, arguments: key)
        return database.lastInsertedRowID
    }

    /// The row of a partner's job, if there is one.
    ///
    /// One of before, of which nobody noted whether it was a test, may be either.
    static func job(of request: NumberRequest, _ partner: Int64, _ database: Database) throws -> Row? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM job WHERE partner = ? AND name = ? AND (is_test = ? OR is_test IS NULL)
                ORDER BY is_test IS NULL LIMIT 1
                """, arguments: [partner, request.job, request.isTest])
    }

    // MARK: - Parts of reserving

    private static func again(_ job: Row, _ request: NumberRequest) throws -> ReservedNumbers {
        let groups: Int = job["group_count"]
        let sets: Int = job["set_count"]
        guard groups == request.groups, sets == request.sets else {
            throw X12Error(
                .storeConflict,
                """
                this job was given numbers for \(groups) groups and \(sets) sets, and now has \(request.groups) and \
                \(request.sets): its input has changed; give it another name
                """)
        }
        let content: String = job["content"]
        guard content.isEmpty || request.content.isEmpty || content == request.content else {
            let (interchange, began): (Int, String) = (job["interchange"], job["began"])
            throw X12Error(
                .storeConflict,
                """
                this job was given interchange \(interchange) on \(began) for something else: its input has changed; give \
                it another name
                """)
        }
        let firstGroup: Int = job["first_group"]
        let firstSet: Int = job["first_set"]
        return ReservedNumbers(
            interchange: job["interchange"], groups: firstGroup..<firstGroup + groups,
            sets: firstSet..<firstSet + sets, time: job["began"], isRepeated: true,
            isFinished: job["is_finished"])
    }

    private static func next(
        for request: NumberRequest, of partner: Int64, _ database: Database
    ) throws -> ReservedNumbers {
        let row = try Row.fetchOne(
            database, sql: "SELECT interchange, functional_group, transaction_set FROM partner WHERE id = ?",
            arguments: [partner])
        guard let row else { throw X12Error(.storeUnusable, "the ledger is damaged") }
        let interchange: Int = row["interchange"] + 1
        let group: Int = row["functional_group"] + 1
        let set: Int = row["transaction_set"] + 1
        let last = (group: group - 1 + request.groups, set: set - 1 + request.sets)
        guard max(interchange, last.group, last.set) <= largestNumber else {
            throw X12Error(.limitPassed, "all numbers of nine digits are used up for this trading partner")
        }
        try database.execute(
            sql: "UPDATE partner SET interchange = ?, functional_group = ?, transaction_set = ? WHERE id = ?",
            arguments: [interchange, last.group, last.set, partner])
        return ReservedNumbers(
            interchange: interchange, groups: group..<last.group + 1, sets: set..<last.set + 1,
            time: request.time,
            isRepeated: false, isFinished: false)
    }
}
