internal import X12Diagnostics
internal import X12Models
internal import X12Text

extension AcknowledgedClaim {
    /// The answer to a claim: accepted, or rejected for reasons.
    init(_ claim: Claim, _ rejection: ClaimRejection, _ date: CalendarDate) {
        self.init()
        patientControlNumber = claim.patientControlNumber
        let charge = claim.chargeAmount ?? .zero
        if rejection.isEmpty {
            // A2 is for who takes a claim into adjudication, and has given it a number (REF*1K) by then.
            statuses = [StatusReport(["A1:20"], .accept, on: date, charge: charge)]
        } else {
            // A claim that is sound but for its lines is returned because of them.
            let reasons = rejection.reasons.isEmpty ? [["A3:247"]] : rejection.reasons
            statuses = reasons.map { StatusReport($0, .reject, on: date, charge: charge) }
            serviceLines = claim.serviceLines.enumerated().compactMap { index, line in
                rejection.lines[line.number ?? index + 1].map {
                    AcknowledgedServiceLine(line, number: line.number ?? index + 1, $0, date)
                }
            }
        }
        clearinghouseClaimIdentifier = claim.references?.clearinghouseTraceNumber
        serviceDate = Self.period(of: claim)
    }

    /// From the first to the last day of service.
    private static func period(of claim: Claim) -> DateTimePeriod? {
        var first: CalendarDate?
        var last: CalendarDate?
        for line in claim.serviceLines {
            let days: (CalendarDate, CalendarDate)
            switch line.serviceDate {
            case .date(let day): days = (day, day)
            case .range(let start, let end): days = (start, end)
            default: continue
            }
            first = min(first ?? days.0, days.0)
            last = max(last ?? days.1, days.1)
        }
        guard let first, let last else { return nil }
        return first == last ? .date(first) : .range(first, last)
    }
}

extension AcknowledgedServiceLine {
    /// A line for which its claim is rejected.
    fileprivate init(
        _ line: ServiceLine, number: Int, _ reasons: [[Finding.ClaimStatus]], _ date: CalendarDate
    ) {
        self.init()
        procedure =
            line.procedure
            ?? line.equipment?.procedureCode.map { code in
                var procedure = Procedure()
                procedure.qualifier = "HC"
                procedure.code = code
                return procedure
            }
        procedure?.description = nil
        chargeAmount = line.chargeAmount
        unitCount = line.unitCount
        statuses = reasons.map { StatusReport($0, .reject, on: date, charge: nil) }
        lineItemControlNumber = line.references?.lineItemControlNumber ?? String(number)
        serviceDate = line.serviceDate
    }
}

extension StatusReport {
    /// Up to three statuses that belong together.
    init(
        _ statuses: [Finding.ClaimStatus], _ action: StatusAction, on date: CalendarDate,
        charge: ExactDecimal?
    ) {
        self.init()
        status = statuses.first.map { ClaimStatusCode($0) }
        secondStatus = statuses.count > 1 ? ClaimStatusCode(statuses[1]) : nil
        thirdStatus = statuses.count > 2 ? ClaimStatusCode(statuses[2]) : nil
        effectiveDate = date
        self.action = action
        chargeAmount = charge
    }
}

extension ClaimStatusCode {
    fileprivate init(_ status: Finding.ClaimStatus) {
        self.init()
        category = status.category
        code = status.code
        entity = status.entity.isEmpty ? nil : status.entity
    }
}
