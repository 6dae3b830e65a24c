/// Composite C004 of SV107: up to four positions in the claim's list of diagnoses.
struct DiagnosisPointers: ModelPart {
    var positions: [String] = []

    mutating func walk<Visitor: ModelVisitor>(_ visitor: inout Visitor) {
        visitor.texts(1...4, "positions", &positions)
    }
}

extension ModelVisitor {
    /// A line's diagnosis pointers: a flat list as a property, the components of one element as X12.
    mutating func diagnosisPointers(_ element: Int, _ name: StaticString, _ pointers: inout [String]) {
        if Self.visitsProperties {
            texts(element...element, name, &pointers)
            return
        }
        if !Self.changes, !pointers.isEmpty {
            // The list is looked at where it is: a struct with one property is laid out as that one.
            withUnsafeMutablePointer(to: &pointers) { pointers in
                pointers.withMemoryRebound(to: DiagnosisPointers.self, capacity: 1) {
                    composite(element, name, &$0.pointee)
                }
            }
            return
        }
        var sent: DiagnosisPointers? = pointers.isEmpty ? nil : DiagnosisPointers(positions: pointers)
        composite(element, name, &sent)
        if Self.decodes { pointers = sent?.positions ?? [] }
    }
}
