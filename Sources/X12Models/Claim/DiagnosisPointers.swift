/// Composite C004 of SV107: up to four positions in the claim's list of diagnoses.
struct DiagnosisPointers: ComponentListing {
    static let components = 1...4

    var values: [String] = []

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.texts(Self.components, "positions", &values)
    }
}
