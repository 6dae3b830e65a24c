internal import X12Models

/// The transaction set that rows come from.
struct SetPlace {
    /// The interchange's control number and the set's place in the input, counted from 1 (`000000555-1`).
    let key: String
    /// The interchange's control number (ISA13).
    let interchangeControlNumber: String?
    /// The set's control number (ST02).
    let controlNumber: String?

    init(_ interchange: Interchange, _ controlNumber: String?, number: Int) {
        interchangeControlNumber = interchange.controlNumber
        self.controlNumber = controlNumber
        key = "\(interchange.controlNumber ?? "0")-\(number)"
    }

    /// The key of a claim, payment, inquiry or response of the set, counted from 1.
    func key(of number: Int) -> String { "\(key)-\(number)" }
}

extension SetPlace {
    /// An empty place, before the first set.
    init() { self.init(Interchange(), nil, number: 0) }
}
