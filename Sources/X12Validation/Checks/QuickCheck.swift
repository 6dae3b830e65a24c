/// What the quick look at a value needs of its ``ElementCheck``, in 16 bytes: a claim's checks then stay close by.
///
/// Stands at the same index as the check. What is too large for it is left to the slow look, by a kind that is never
/// sound.
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

    init(_ check: ElementCheck, among checks: [ElementCheck]) {
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
}
