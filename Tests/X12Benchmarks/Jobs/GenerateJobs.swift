import Foundation
import X12Diagnostics
import X12Generation
import X12Ledger
import X12Models
import X12Rules
import X12TestSupport
import X12Text

extension Job {
    /// NDJSON to claims to a file for their receiver, every claim checked at all levels on the way.
    static let generate = Job(
        name: "generate", summary: "W: claims from NDJSON, checked at all levels, written as a file to send",
        kinds: [.professionalClaims]
    ) { input in
        try fileOf(input, RuleConfiguration())
    }

    /// The same without a check.
    static let generateUnchecked = Job(
        name: "generate-unchecked", summary: "W without a check", kinds: [.professionalClaims]
    ) { input in
        var rules = RuleConfiguration()
        rules.highestLevel = 0
        return try fileOf(input, rules)
    }
}

/// How many bytes the file has; claims stay together as they came, and none is kept back.
@inline(never)
private func fileOf(_ input: BenchmarkInput, _ rules: RuleConfiguration) throws -> UInt64 {
    guard let date = CalendarDate(year: 2026, month: 3, day: 2), let time = ClockTime(x12: "0930") else {
        preconditionFailure("there is such a moment")
    }
    let batch = try SubmissionBatch(
        .claims, SubmissionSettings(date: date, time: time),
        waitingIn: FileManager.default.temporaryDirectory.path, rules: rules)
    var source = try ClaimSource(ByteSource(bytes: input.ndjson), practice: nil)
    var accepted = 0
    while let candidate = try source.next() {
        if try batch.add(candidate.consignment).isAccepted { accepted += 1 }
    }
    try WrongAnswer.unless(accepted, is: input.key.claims, "claims accepted", in: "generate")
    var bytes = 0
    for share in batch.shares {
        let sets = SubmissionWriter.setCount(of: share.count, .claims, share.settings)
        let numbers = ReservedNumbers(
            interchange: 1, groups: 1..<2, sets: 1..<(1 + sets), time: "202603020930", isRepeated: false,
            isFinished: false)
        try batch.write(
            share, numbers, note: { _ in }, to: { written throws(X12Error) in bytes += written.count })
    }
    return UInt64(bytes)
}
