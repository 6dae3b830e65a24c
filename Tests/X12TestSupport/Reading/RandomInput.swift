/// Inputs that a reader may meet, and some that it hopefully never will, the same for the same seed.
package struct RandomInput {
    private var random: SplitMix64
    private var element: UInt8 = 0
    private var component: UInt8 = 0
    private var repetition: UInt8 = 0
    private var terminator: UInt8 = 0
    private var bytes: [UInt8] = []
    /// What stands behind a terminator.
    private var lineEnd: [UInt8] = []

    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// One input of up to a few thousand bytes.
    package mutating func next() -> [UInt8] {
        bytes = []
        if random.happens(percent: 20) { bytes += [0xEF, 0xBB, 0xBF] }
        if random.happens(percent: 20) { between() }
        for _ in 0..<random.number(in: 1...3) {
            if bytes.isEmpty || random.happens(percent: 60) { choose() }
            interchange()
            if random.happens(percent: 30) { between() }
        }
        if random.happens(percent: 30) { bytes.removeLast(random.number(in: 0...min(60, bytes.count))) }
        if random.happens(percent: 15), !bytes.isEmpty {
            bytes = wrapped(bytes, at: random.pick([35, 64, 80]))
        }
        if random.happens(percent: 10), !bytes.isEmpty {
            for _ in 0..<3 {
                let place = random.number(in: 0...bytes.count - 1)
                bytes[place] = UInt8(random.number(in: 0...255))
            }
        }
        return bytes
    }

    /// Draws delimiters that differ.
    private mutating func choose() {
        var choices = Array("*|^:>!+~'&%".utf8) + [0x1C, 0x1D, 0x1E, 0x1F, 0x09, 0xA7]
        element = draw(&choices)
        component = draw(&choices)
        repetition = draw(&choices)
        terminator = draw(&choices)
        if random.happens(percent: 25) { terminator = random.pick([0x0A, 0x0D]) }
        if random.happens(percent: 40) {
            (element, component, repetition, terminator) = (
                UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "^"), UInt8(ascii: "~")
            )
        }
        lineEnd = random.pick([[], [0x0A], [0x0D, 0x0A], [0x0D], [0x0A, 0x0A], [0x20, 0x0A, 0x20]])
        if terminator == 0x0D { lineEnd = random.pick([[0x0A], [], [0x0D]]) }
    }

    private mutating func draw(_ choices: inout [UInt8]) -> UInt8 {
        choices.remove(at: random.number(in: 0...choices.count - 1))
    }

    private mutating func interchange() {
        header()
        for _ in 0..<random.number(in: 0...12) { segment() }
        if random.happens(percent: 85) { add("IEA*1*000000007") }
    }

    private mutating func header() {
        var text = SampleText.header()
        if random.happens(percent: 15) {
            text = text.replacing("          ", with: "").replacing("       ", with: "")
        }
        if random.happens(percent: 15) { text = text.replacing("^*00501", with: "U*00401") }
        add(text)
    }

    private mutating func segment() {
        switch random.number(in: 1...14) {
        case 1: add(SampleText.header())
        case 2: add("NM1*IL*1*ISAAC*ISA*ISA*00")
        case 3: add("")
        case 4: add("ISA")
        case 5: add("N3*CAF\u{E9}*\0\0*\u{1}")
        case 6: add("REF*EI*" + String(repeating: "9", count: random.number(in: 0...300)))
        case 7: bytes += [0xFF, 0xC3, element, 0xE2, 0x82, terminator]
        case 8: bytes += Array("K3*A".utf8) + [0x0A] + Array("ISA*00*B".utf8) + [terminator] + lineEnd
        case 9:
            bytes += Array("K3*CUT".utf8) + random.pick([[0x0A], [0x0D, 0x0A], [0x0A, 0x20]])
            if random.happens(percent: 50) { header() }
        default:
            add(
                random.pick([
                    "HI*ABK:J020^X", "LX*1", "SV1*HC:99213*100", "A", "*", "ST*837*0001***", "CAS*CO*45*1*",
                ]))
        }
    }

    /// Writes a segment with the delimiters in use.
    private mutating func add(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*"): bytes.append(element)
            case UInt8(ascii: ":"): bytes.append(component)
            case UInt8(ascii: "^"): bytes.append(repetition)
            default: bytes.append(byte)
            }
        }
        bytes.append(terminator)
        bytes +=
            random.happens(percent: 90)
            ? lineEnd : random.pick([[0x0A, 0x0D], [0x20, 0x20], [0x09], [0x0A, 0x0A]])
    }

    private mutating func between() {
        let choices = [
            "\n\n", "From: clearing house\nSubject: claims\n\n", "  ", "GE*1*1~", "\u{FEFF}", "X", "ISA",
            "ISA*00*\n", "\u{1A}", "\u{1A}\0\0\0", "--- end ---\r\n",
        ]
        bytes += Array(random.pick(choices).utf8)
    }

    private func wrapped(_ bytes: [UInt8], at width: Int) -> [UInt8] {
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index > 0, index % width == 0 { output.append(0x0A) }
            output.append(byte)
        }
        return output
    }
}
