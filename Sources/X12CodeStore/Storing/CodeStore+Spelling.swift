public import X12Grammar

extension CodeStore {
    /// A code as claims carry it, and so as it is looked up: ICD-10 without its point, a drug's hyphenated code (NDC)
    /// in eleven digits, letters in capitals.
    public static func spelledAsSent(_ code: String, in set: CodeSet) -> String {
        let code = code.uppercased()
        switch set {
        case .diagnosis, .inpatientProcedure: return code.replacing(".", with: "")
        case .drug: return PackageLayout.elevenDigits(code) ?? code
        default: return code
        }
    }
}
