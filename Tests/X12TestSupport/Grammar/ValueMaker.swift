/// Makes values of all kinds: as long as their elements allow, spelled as X12 wants them, and free of the
/// delimiters.
struct ValueMaker: Sendable {
    var random: SplitMix64
    /// What may stand inside of words beside capitals, digits and blanks.
    private let punctuation: [UInt8]

    init(random: SplitMix64, format: WorkloadFormat) {
        self.random = random
        let delimiters = [
            format.elementSeparator, format.componentSeparator, format.repetitionSeparator, format.terminator,
        ]
        punctuation = Array(#"&'(),/.-+;=?!"%$#@_<>[]{}|\:*~^abcxyz"#.utf8).filter {
            !delimiters.contains($0)
        }
    }

    /// Appends a value that is no code of a list and no composite.
    ///
    /// `qualifier` is the code sent last before it, of the data element `qualifies`.
    mutating func append(
        _ element: GrammarPlan.ElementPlan, qualifier: [UInt8], qualifies: String, to text: inout [UInt8]
    ) {
        switch element.source {
        case .code, .composite: preconditionFailure("made elsewhere")
        case .outside(let list):
            let fitting = list.filter { (element.minimum...element.maximum).contains($0.count) }
            text += random.pick(fitting)
        case .integer(let most): integer(most: most, to: &text)
        case .decimal(let whole, let fraction):
            decimal(whole: whole, fraction: fraction, most: min(18, element.maximum), to: &text)
        case .date: date(to: &text)
        case .time: time(most: element.maximum, to: &text)
        case .period: period(qualifier, element, to: &text)
        case .text(let kind):
            append(kind, element, qualifier: qualifier, qualifies: qualifies, to: &text)
        }
    }

    // MARK: - Numbers

    private mutating func integer(most: Int, to text: inout [UInt8]) {
        let digits = String(most).utf8.count
        let wanted = random.happens(percent: 10) ? digits : random.number(in: 1...min(digits, 3))
        let top = (0..<wanted).reduce(1) { power, _ in power * 10 } - 1
        text += String(random.number(in: (top + 1) / 10...min(top, most))).utf8
    }

    /// A number in the form that X12 asks for: no zero that says nothing, none before the point.
    private mutating func decimal(whole: Int, fraction: Int, most: Int, to text: inout [UInt8]) {
        let isLong = random.happens(percent: 8)
        let behind = random.happens(percent: 50) ? 0 : random.number(in: 1...min(fraction, max(1, most - 1)))
        let room = min(whole, most - behind)
        let before = isLong ? room : random.number(in: min(1, room)...min(4, room))
        var digits = (0..<before + behind).map { _ in UInt8(ascii: "0") + UInt8(random.number(in: 0...9)) }
        if before > 0, digits[0] == UInt8(ascii: "0") { digits[0] = UInt8(ascii: "1") }
        if behind > 0, digits[digits.count - 1] == UInt8(ascii: "0") {
            digits[digits.count - 1] = UInt8(ascii: "5")
        }
        if before == 1, behind == 0, random.happens(percent: 20) { digits = [UInt8(ascii: "0")] }
        let isZero = digits == [UInt8(ascii: "0")]
        if !isZero, random.happens(percent: 4) { text.append(UInt8(ascii: "-")) }
        text += digits.prefix(before)
        guard behind > 0 else { return }
        text.append(UInt8(ascii: "."))
        text += digits.suffix(behind)
    }

    // MARK: - Dates and times

    private mutating func date(to text: inout [UInt8]) {
        switch random.number(in: 1...100) {
        case 1...3: text += "20240229".utf8
        case 4...8: text += random.date(inYears: 1912...2023).utf8
        default: text += random.serviceDate().utf8
        }
    }

    private mutating func time(most: Int, to text: inout [UInt8]) {
        text += (digits(random.number(in: 0...23), 2) + digits(random.number(in: 0...59), 2)).utf8
        guard most >= 6, random.happens(percent: 20) else { return }
        text += digits(random.number(in: 0...59), 2).utf8
        guard most >= 8, random.happens(percent: 30) else { return }
        text += digits(random.number(in: 0...99), 2).utf8.prefix(random.number(in: 1...2))
    }

    private mutating func period(
        _ qualifier: [UInt8], _ element: GrammarPlan.ElementPlan, to text: inout [UInt8]
    ) {
        switch String(decoding: qualifier, as: UTF8.self) {
        case "D8": date(to: &text)
        case "RD8":
            var days: [[UInt8]] = [[], []]
            for day in days.indices { date(to: &days[day]) }
            days.sort { $0.lexicographicallyPrecedes($1) }
            text += days[0] + [UInt8(ascii: "-")] + days[1]
        case "DT":
            date(to: &text)
            time(most: 4, to: &text)
        case "TM": time(most: 4, to: &text)
        default: fitted(token(length: 8), element, to: &text)
        }
    }

    // MARK: - Text

    private mutating func append(
        _ kind: ValueSource.Text, _ element: GrammarPlan.ElementPlan, qualifier: [UInt8], qualifies: String,
        to text: inout [UInt8]
    ) {
        // Now and then as long, or as short, as may be.
        switch kind {
        case .digits(let count):
            let first = random.number(in: 1...9)
            let rest = (1..<count).map { _ in random.number(in: 0...9) }
            text += ([first] + rest).map { UInt8(ascii: "0") + UInt8($0) }
            return
        case .words, .lastName, .street, .city, .token:
            let extremes = random.number(in: 1...100)
            if extremes <= 6 { return fitted(words(length: element.maximum), element, to: &text) }
            if extremes <= 9 { return fitted(token(length: max(1, element.minimum)), element, to: &text) }
        case .firstName, .middleName, .postalCode, .qualified: break
        }
        fitted(made(kind, qualifier, qualifies), element, to: &text)
    }

    private mutating func made(_ kind: ValueSource.Text, _ qualifier: [UInt8], _ qualifies: String) -> [UInt8]
    {
        switch kind {
        case .token, .digits: token(length: random.number(in: 2...12))
        case .words: words(length: random.number(in: 6...40))
        case .lastName:
            Array((qualifier == [UInt8(ascii: "2")] ? random.practiceName() : random.person().last).utf8)
        case .firstName: Array(random.person().first.utf8)
        case .middleName: Array(random.pick(["A", "J", "M", "LEE", "ANN"]).utf8)
        case .street: Array(random.address().street.utf8)
        case .city: Array(random.address().city.utf8)
        case .postalCode: Array(random.address(isProvider: random.happens(percent: 50)).postalCode.utf8)
        case .qualified: qualified(qualifies, String(decoding: qualifier, as: UTF8.self))
        }
    }

    private mutating func qualified(_ dataElement: String, _ code: String) -> [UInt8] {
        switch (dataElement, code) {
        case ("66", "XX"): Array(random.providerIdentifier().utf8)
        case ("66", "FI"), ("66", "24"), ("128", "EI"), ("128", "TJ"): Array(random.taxIdentifier().utf8)
        case ("66", "34"), ("128", "SY"): Array(random.taxIdentifier().utf8)
        case ("365", "TE"), ("365", "FX"): Array(random.telephone().utf8)
        case ("365", "EX"): Array(String(random.number(in: 10...9999)).utf8)
        case ("365", "EM"):
            punctuation.contains(UInt8(ascii: "@")) ? Array("BILLING@EXAMPLE.COM".utf8) : token(length: 12)
        case ("365", "UR"): Array("WWW.EXAMPLE.COM".utf8)
        case ("235", "HC"): Array(random.pick(["99213", "97110", "J1885", "80053", "A0428"]).utf8)
        case ("235", "N4"): Array((random.taxIdentifier() + "01").utf8)
        case ("1270", "ABK"), ("1270", "ABF"), ("1270", "ABJ"), ("1270", "APR"):
            Array(random.pick(["E119", "I10", "J020", "M545", "S93401A", "Z0000"]).utf8)
        default: token(length: random.number(in: 3...12))
        }
    }

    /// Capitals and digits, perhaps with a hyphen inside.
    private mutating func token(length: Int) -> [UInt8] {
        let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        var made = (0..<length).map { _ in random.pick(characters) }
        if length > 4, random.happens(percent: 10) { made[length / 2] = UInt8(ascii: "-") }
        return made
    }

    /// Words with now and then some punctuation.
    private mutating func words(length: Int) -> [UInt8] {
        let isOdd = random.happens(percent: 20)
        return (0..<length).map { place in
            if place > 0, place < length - 1 {
                if isOdd, random.happens(percent: 15) { return random.pick(punctuation) }
                if random.happens(percent: 15) { return UInt8(ascii: " ") }
            }
            return UInt8(ascii: "A") + UInt8(random.number(in: 0...25))
        }
    }

    /// Appends a text cut or filled up to the lengths that the element has.
    private mutating func fitted(
        _ made: [UInt8], _ element: GrammarPlan.ElementPlan, to text: inout [UInt8]
    ) {
        var made = made.prefix(element.maximum)
        while made.last == UInt8(ascii: " ") { made.removeLast() }
        while made.count < element.minimum { made.append(UInt8(ascii: "0")) }
        text += made
    }
}
