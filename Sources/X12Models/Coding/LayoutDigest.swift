/// What tells the segments that a part comes to, by their places in the guide and in their order, from any others.
///
/// Places count by their names (loop, identifier, telling code), as a claim of a dependent's is written as one of a
/// subscriber's. Two layouts share a digest by chance once in two billions.
struct LayoutDigest {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The digest of what was added, from 1; 31 bits, so that it is a number in every form of JSON.
    var number: Int { max(1, Int(value >> 33)) }

    /// Adds the next segment.
    mutating func add(_ rule: RuleFacts) {
        value = (value ^ rule.key) &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 29) ^ rule.loopIdentifier) &* 0xBF58_476D_1CE4_E5B9
    }
}

extension ModelMap {
    /// The digest of segments by their rules; 0 where one has none.
    func layout(of rules: some Sequence<Int32>) -> Int {
        var digest = LayoutDigest()
        for rule in rules {
            guard rule >= 0 else { return 0 }
            digest.add(self.rules[Int(rule)])
        }
        return digest.number
    }
}
