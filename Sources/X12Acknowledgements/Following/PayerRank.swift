internal import X12Models

/// A payer's place in the order of payment (SBR01), and the one that a payment tells (CLP02).
struct PayerRank: Hashable, Sendable {
    /// From 1; 0 where it is not said.
    let number: UInt8

    init(_ number: UInt8 = 0) { self.number = number }

    init(_ code: String?) {
        number = code.flatMap { Self.codes.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    }

    init(_ status: ClaimPaymentStatus?) {
        number =
            switch status?.rawValue {
            case "1", "19": 1
            case "2", "20": 2
            case "3", "21": 3
            default: 0
            }
    }

    var code: String { number > 0 ? Self.codes[Int(number) - 1] : "" }

    private static let codes = ["P", "S", "T", "A", "B", "C", "D", "E", "F", "G", "H"]
}
