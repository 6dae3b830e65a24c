import X12TestSupport

/// A generated file taken apart by splitting it, and counted and added up a second time.
///
/// It knows nothing of how the generator works, so that a mistake there is not repeated here.
struct Recount {
    /// The same counts as the generator's answer.
    private(set) var key = AnswerKey()
    /// What does not add up, with the segment's number.
    private(set) var faults: [String] = []

    private var segments: [[String]] = []
    private var claim: Claim?
    private var kind = ""
    private var setStart = 0
    private var sets = 0
    private var levels: Set<String> = []
    private var payment = 0
    private var providerAdjustments = 0
    private var paidInSet = 0

    private struct Claim {
        var charge: Int
        var paid: Int?
        var adjustments = 0
        var lines: [Line] = []
    }

    private struct Line {
        var charge = 0
        var paid: Int?
        var adjustments = 0
    }

    init(_ bytes: [UInt8], format: WorkloadFormat) {
        let text = String(decoding: bytes, as: UTF8.self)
        let terminator = Character(UnicodeScalar(format.terminator))
        let separator = Character(UnicodeScalar(format.elementSeparator))
        for raw in text.unicodeScalars.split(separator: terminator.unicodeScalars.first ?? "~") {
            // A line end is what stands before the identifier, as the terminator has been cut away.
            let segment = String(String.UnicodeScalarView(raw.drop { $0 == "\r" || $0 == "\n" }))
            if segment.isEmpty { continue }
            segments.append(
                segment.split(separator: separator, omittingEmptySubsequences: false).map(String.init))
        }
        key.bytes = bytes.count
        key.segments = segments.count
        for position in segments.indices { take(segments[position], at: position) }
    }

    private mutating func take(_ segment: [String], at position: Int) {
        func element(_ number: Int) -> String { number < segment.count ? segment[number] : "" }
        func expect(_ truth: Bool, _ what: String) {
            if !truth { faults.append("segment \(position + 1) \(segment[0]): \(what)") }
        }
        expect(segment[0] == "ISA" || segment.last != "", "ends with an empty element")
        switch segment[0] {
        case "ST":
            kind = element(1)
            setStart = position
            sets += 1
            levels = []
            (payment, providerAdjustments, paidInSet) = (0, 0, 0)
            key.transactionSets += 1
        case "SE":
            endClaim(at: position)
            expect(element(1) == String(position - setStart + 1), "SE01")
            if kind == "835" { expect(payment == paidInSet - providerAdjustments, "BPR02") }
        case "GE": expect(element(1) == String(sets), "GE01")
        case "IEA": expect(element(1) == "1", "IEA01")
        case "HL":
            endClaim(at: position)
            expect(element(1) == String(levels.count + 1), "HL01")
            expect(element(2).isEmpty || levels.contains(element(2)), "HL02")
            levels.insert(element(1))
        case "CLM":
            endClaim(at: position)
            claim = Claim(charge: cents(element(2)))
        case "CLP":
            endClaim(at: position)
            claim = Claim(charge: cents(element(3)), paid: cents(element(4)))
        case "LX" where kind == "837":
            claim?.lines.append(Line())
            expect(element(1) == String(claim?.lines.count ?? 0), "LX01")
        case "SV1": change { $0.charge = cents(element(2)) }
        case "SVD": change { $0.paid = cents(element(2)) }
        case "SVC": claim?.lines.append(Line(charge: cents(element(2)), paid: cents(element(3))))
        case "CAS":
            let amounts = stride(from: 3, to: segment.count, by: 3).map { cents(element($0)) }
            key.adjustments += amounts.count
            let sum = amounts.reduce(0, +)
            if claim?.lines.isEmpty ?? true {
                claim?.adjustments += sum
            } else {
                change { $0.adjustments += sum }
            }
        case "TRN" where kind == "271": key.members += 1
        case "EB": key.benefits += 1
        case "BPR":
            payment = cents(element(2))
            key.payments += payment
        case "PLB":
            endClaim(at: position)
            for number in stride(from: 4, to: segment.count, by: 2) {
                providerAdjustments += cents(element(number))
            }
        default: break
        }
    }

    /// Changes the open line of the open claim.
    private mutating func change(_ body: (inout Line) -> Void) {
        guard var changed = claim, let last = changed.lines.indices.last else { return }
        body(&changed.lines[last])
        claim = changed
    }

    private mutating func endClaim(at position: Int) {
        guard let claim else { return }
        self.claim = nil
        key.claims += 1
        key.serviceLines += claim.lines.count
        key.charges += claim.charge
        if claim.charge != claim.lines.reduce(0, { $0 + $1.charge }) {
            faults.append("claim before segment \(position + 1): the charge is not that of its lines")
        }
        for line in claim.lines {
            guard let paid = line.paid else { continue }
            if kind == "837" { key.paid += paid }
            if line.charge != paid + line.adjustments {
                faults.append("claim before segment \(position + 1): a line does not add up")
            }
        }
        if let paid = claim.paid {
            key.paid += paid
            paidInSet += paid
            if claim.charge - claim.adjustments - claim.lines.reduce(0, { $0 + $1.adjustments }) != paid {
                faults.append("claim before segment \(position + 1): CLP03 less adjustments is not CLP04")
            }
        }
    }
}

/// An amount as hundredths; one with more than two places counts as far off as can be, so that it is seen.
private func cents(_ text: String) -> Int {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return Int.min / 4 }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 2, let hundredths = Int((fraction + "00").prefix(2)) else { return Int.min / 4 }
    guard let units = whole.isEmpty ? 0 : Int(whole) else { return Int.min / 4 }
    return (units * 100 + hundredths) * (isNegative ? -1 : 1)
}
