internal import X12Diagnostics
internal import X12Parser
internal import X12Text

/// What is wrong with the values of an ISA.
///
/// Its layout is the reader's business; blanks behind values are its padding and do not count.
struct InterchangeCheck {
    private(set) var faults: [Fault] = []

    init(_ raw: RawSegment, _ delimiters: Delimiters) {
        let texts = (0...16).map { $0 == 0 ? "" : BlockValidator.text(raw, $0) }
        qualifiers(texts)
        partners(raw, texts)
        dateAndTime(raw)
        separators(raw, delimiters)
        if texts[12] != "00501" { add(.interchangeVersion, 12, texts[12], ["00501"]) }
        let number = texts[13].utf8
        if number.count != 9 || number.contains(where: { !(0x30...0x39 ~= $0) }) || Int(texts[13]) == 0 {
            add(.interchangeNumber, 13, texts[13], [], .count)
        }
        if !["0", "1"].contains(texts[14]) { add(.interchangeUsage, 14, texts[14], ["0", "1"]) }
        if !["P", "T"].contains(texts[15]) { add(.interchangeUsage, 15, texts[15], ["P", "T"]) }
        faults.sort { $0.element < $1.element }
    }

    private mutating func qualifiers(_ texts: [String]) {
        let lists: [(Int, [String])] = [
            (1, ["00", "03"]), (3, ["00", "01"]), (5, Self.partnerKinds), (7, Self.partnerKinds),
        ]
        for (position, allowed) in lists where !allowed.contains(texts[position]) {
            add(.interchangeQualifier, position, texts[position], allowed)
        }
        for position in [2, 4] where texts[position - 1] == "00" && !texts[position].isEmpty {
            add(.interchangeQualifier, position, texts[position], ["blanks"], .text)
        }
    }

    private static let partnerKinds = ["01", "14", "20", "27", "28", "29", "30", "33", "ZZ"]

    private mutating func partners(_ raw: RawSegment, _ texts: [String]) {
        for position in [6, 8] {
            if texts[position].isEmpty {
                add(.interchangePartner, position, "", [])
            } else if raw.element(position).first == 0x20 {
                add(.interchangePartner, position, texts[position], [], .text, " without blanks in front")
            }
        }
    }

    private mutating func dateAndTime(_ raw: RawSegment) {
        let day = BlockValidator.text(raw, 9)
        if raw.element(9).count != 6 || CalendarDate(x12: "20" + day) == nil {
            let isForm = Self.isDigits(day, 6)
            add(
                .interchangeDateTime, 9, day, isForm ? [] : ["YYMMDD"], .date,
                isForm ? "a day that exists" : "a day as YYMMDD")
        }
        let time = BlockValidator.text(raw, 10)
        if raw.element(10).count != 4 || ClockTime.parse(raw.element(10)) == nil {
            let isForm = Self.isDigits(time, 4)
            add(
                .interchangeDateTime, 10, time, isForm ? [] : ["HHMM"], .date,
                isForm ? "a time that exists" : "a time as HHMM")
        }
    }

    private static func isDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    private mutating func separators(_ raw: RawSegment, _ delimiters: Delimiters) {
        if delimiters.component == 0x20 { add(.delimiterLegal, 16, " ", []) }
        let declared = String(decoding: raw.element(11), as: UTF8.self)
        guard let repetition = delimiters.repetition else {
            // In version 4010 ISA11 is U and no separator; the version is what is wrong there.
            guard BlockValidator.text(raw, 12) >= "00402" else { return }
            let others = [delimiters.element, delimiters.component, delimiters.segment]
            let isTaken = declared.utf8.count == 1 && declared.utf8.contains { others.contains($0) }
            return add(isTaken ? .delimitersDistinct : .delimiterLegal, 11, declared, [])
        }
        if [delimiters.element, delimiters.component, delimiters.segment].contains(repetition) {
            add(.delimitersDistinct, 11, declared, [])
        }
    }

    private mutating func add(
        _ rule: Finding.Rule, _ element: Int, _ found: String, _ expected: [String],
        _ kind: Fact.Kind = .code, _ detail: String = ""
    ) {
        let kind = found.utf8.count <= 5 || kind == .count ? kind : .text
        faults.append(
            Fault(
                rule: rule, element: element, found: Fact(found, kind), expected: expected, detail: detail))
    }
}
