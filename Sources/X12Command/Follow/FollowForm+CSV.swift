internal import X12Acknowledgements
internal import X12Models
internal import X12Tables
internal import X12Text

extension FollowForm {
    /// Appends the row of names.
    func appendHead(to bytes: inout [UInt8]) {
        var text = CSVText()
        for name in Self.names { text.append(.text(name)) }
        text.endRow()
        bytes += text.take()
    }

    /// Appends a claim as a row.
    func appendRow(_ claim: FollowedClaim, to bytes: inout [UInt8]) {
        var text = CSVText()
        for cell in cells(claim) { text.append(cell) }
        text.endRow()
        bytes += text.take()
    }

    private static let names = [
        "claim", "state", "since", "sent", "daysSinceSent", "isFinal", "payer", "payerResponsibility",
        "claimFrequency", "payerClaimControlNumber", "firstServiceDate", "lastServiceDate", "chargeAmount",
        "paymentAmount", "paidByNextPayers", "patientResponsibilityAmount", "adjustedAmount", "openAmount",
        "reasonCodes", "reasons", "remarks", "advice", "file", "line", "segment", "answer", "answerFile",
        "answerLine", "answerSegment", "replacedBy", "replaces", "earlierPayerClaim",
    ]

    private func cells(_ claim: FollowedClaim) -> [Cell] {
        var cells = [
            Self.cell(claim.number), .text(claim.state.rawValue), Self.cell(claim.since),
            Self.cell(claim.sent), claim.days(on: day).map { .integer($0) } ?? .empty,
            .text(claim.isFinal ? "true" : "false"), Self.cell(claim.payer), Self.cell(claim.responsibility),
            Self.cell(claim.frequency), Self.cell(claim.payerNumber), Self.cell(claim.firstDay),
            Self.cell(claim.lastDay),
        ]
        cells += Self.amounts(claim).map { $0.1.map { .decimal($0) } ?? .empty }
        cells += [
            Self.cell(claim.reasons.map(\.code).joined(separator: " ")),
            Self.cell(claim.reasons.map(\.meaning).joined(separator: "; ")),
            Self.cell(Self.remarks(claim).joined(separator: " ")), Self.cell(claim.advice),
        ]
        cells += placed(claim.place)
        cells += [Self.cell(claim.answer?.kind.rawValue)] + placed(claim.answer?.place)
        cells += [claim.replacedBy, claim.replaces, claim.earlierPayerClaim].map { place in
            Self.cell(place.map { words($0) })
        }
        return cells
    }

    private func placed(_ place: FollowedClaim.Place?) -> [Cell] {
        guard let place else { return [.empty, .empty, .empty] }
        return [.text(files[place.file].path), .integer(place.line), .integer(place.segment)]
    }

    private static func cell(_ text: String?) -> Cell {
        text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty
    }

    private static func cell(_ day: CalendarDate?) -> Cell { day.map { .date($0) } ?? .empty }
}
