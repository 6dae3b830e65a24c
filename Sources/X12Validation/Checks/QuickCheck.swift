/// What the quick look at a value needs of its ``ElementCheck``, in 16 bytes: a claim's checks then stay close by.
///
/// Stands at the same index as the check. What is too large for it is left to the slow look, by a kind that is never
/// sound. Codes of a few lists stand in it themselves, in place of all that numbers and texts need, so that no table is
/// read whose place is known only now: most elements that tell one segment from others have a list of one or two.
struct QuickCheck: BitwiseCopyable {
    /// How the value is looked at.
    let kind: ElementCheck.Kind
    /// The position of a period's qualifier; how many components a composite has.
    let other: UInt8
    /// The fewest characters or digits.
    let minimum: UInt16
    /// How many more there may be, as far as receivers must support them.
    let span: UInt16
    /// The most digits of an amount; the size of a code table less 1.
    let most: UInt16
    /// Where the code table begins; the first component, at an index of checks.
    let first: Int32
    /// The components that are demanded, bit 0 standing for the first.
    let required: UInt32

    /// - Parameters:
    ///   - check: what is checked.
    ///   - checks: all checks, which have its components.
    ///   - codes: the words of all code tables.
    init(_ check: ElementCheck, among checks: [ElementCheck], codes: [UInt64]) {
        if check.kind == .code, let held = Self.held(check, codes) {
            self = held
            return
        }
        minimum = UInt16(clamping: check.minimum)
        span = UInt16(clamping: check.supported - min(check.supported, check.minimum))
        var kind = check.kind
        var (other, most, first, required): (UInt8, UInt16, Int32, UInt32) = (
            0, UInt16(clamping: check.maximum), 0, 0
        )
        switch kind {
        case .code:
            first = check.codes
            most = UInt16(clamping: check.codeMask)
            if check.codeMask >= UInt16.max || check.hasLongCodes { kind = .notUsed }
        case .composite:
            first = check.firstComponent
            other = UInt8(clamping: check.componentCount)
            if check.componentCount > 32 { kind = .notUsed }
            for part in 0..<min(32, Int(check.componentCount)) where checks[Int(first) + part].isRequired {
                required |= 1 << UInt32(part)
            }
        case .period: other = UInt8(clamping: check.qualifier)
        default: break
        }
        // Lengths are compared in 16 bits.
        if check.minimum > UInt16.max / 2 || check.minimum < 0 { kind = .notUsed }
        self.kind = kind
        (self.other, self.most, self.first, self.required) = (other, most, first, required)
    }

    // MARK: - Codes

    /// The check of a value whose list is short enough to stand in it.
    private static func held(_ check: ElementCheck, _ codes: [UInt64]) -> QuickCheck? {
        guard !check.hasLongCodes else { return nil }
        let list = codes[Int(check.codes)...Int(check.codes + check.codeMask)].filter { $0 != 0 }.sorted()
        guard let first = list.first, let last = list.last else { return nil }
        if last <= UInt64(UInt16.max), list.count <= 7 { return QuickCheck(short: list.map { UInt16($0) }) }
        guard last <= UInt64(UInt32.max), list.count <= 2 else { return nil }
        return QuickCheck(pair: UInt32(first), UInt32(last))
    }

    /// The check of a value that is one of up to seven codes of one or two characters.
    private init(short codes: [UInt16]) {
        func code(_ index: Int) -> UInt16 { codes[min(index, codes.count - 1)] }
        kind = .shortCode
        // No character, so that the first pair is none either.
        other = 0xFF
        (minimum, span, most) = (code(0), code(1), code(2))
        first = Int32(bitPattern: UInt32(code(3)) | UInt32(code(4)) << 16)
        required = UInt32(code(5)) | UInt32(code(6)) << 16
    }

    /// The check of a value that is one of two codes of up to four characters.
    private init(pair one: UInt32, _ other: UInt32) {
        kind = .pairedCode
        (self.other, minimum, span, most) = (0, 0, 0, 0)
        first = Int32(bitPattern: one)
        required = other
    }

    private static let lanes: UInt64 = 0x0001_0001_0001_0001

    /// Whether a value of up to two characters is one of the codes that a check of the kind `shortCode` holds.
    ///
    /// All eight pairs of bytes are compared at once; the first of them is the kind, and never a code.
    @inline(__always)
    static func holds(_ check: UnsafePointer<QuickCheck>, short value: UInt64) -> Bool {
        let all = lanes &* value
        let front = UnsafeRawPointer(check).loadUnaligned(as: UInt64.self) ^ all
        let back = UnsafeRawPointer(check).loadUnaligned(fromByteOffset: 8, as: UInt64.self) ^ all
        let zeros = (front &- lanes) & ~front | (back &- lanes) & ~back
        return zeros & (lanes &<< 15) != 0
    }

    /// Whether a value of up to four characters is one of the codes that a check of the kind `pairedCode` holds.
    @inline(__always)
    func holds(pair value: UInt64) -> Bool {
        value == UInt64(UInt32(bitPattern: first)) || value == UInt64(required)
    }
}
