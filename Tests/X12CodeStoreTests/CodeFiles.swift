/// Made-up code files in the layouts of the official ones.
enum CodeFiles {
    /// An order file of ICD-10-CM: a heading and two codes below it, and one more.
    static let diagnoses =
        [
            order(1, "J02", false, "Sore throat", "Sore throat, group"),
            order(2, "J020", true, "Strep throat", "Sore throat by streptococci"),
            order(3, "J029", true, "Sore throat, unsp", "Sore throat, not specified"),
            order(4, "S134XXA", true, "Neck sprain", "Sprain of the neck, first encounter"),
        ].joined(separator: "\r\n") + "\r\n"

    /// A line of an order file.
    static func order(_ number: Int, _ code: String, _ isValid: Bool, _ short: String, _ long: String)
        -> String
    {
        let digits = String(String(100_000 + number).dropFirst())
        return "\(digits) \(padded(code, 7)) \(isValid ? 1 : 0) \(padded(short, 60)) \(long)"
    }

    /// A codes file of ICD-10-CM.
    static let validDiagnoses = "J020    Sore throat by streptococci\nJ029    Sore throat, not specified\n"

    /// An order file of ICD-10-PCS.
    static let inpatientProcedures =
        order(1, "001", false, "Bypass", "Bypass of nerves") + "\n"
        + order(2, "0016070", true, "Bypass ventricle", "Bypass of a ventricle") + "\n"

    /// HCPCS: a code of two lines, one that has ended, a modifier.
    static let supplies =
        [
            hcpcs("Z9001", 100, 3, "Example supply, first part", "Example supply", added: "20200101"),
            hcpcs("Z9001", 200, 4, "of a long description", ""),
            hcpcs(
                "Z9002", 100, 3, "Example that ended", "Example, ended", added: "20100101", ended: "20251231"),
            hcpcs("   Q1", 100, 7, "Example modifier", "Example modifier", added: "20260401"),
        ].joined(separator: "\n") + "\n"

    /// A record of HCPCS, 320 columns.
    static func hcpcs(
        _ code: String, _ number: Int, _ kind: Int, _ long: String, _ short: String, added: String = "",
        ended: String = ""
    ) -> String {
        let head = code + String(String(100_000 + number).dropFirst()) + "\(kind)"
        let days = padded(added, 8) + padded("", 8) + padded(ended, 8) + "N"
        return padded(padded(padded(head, 11) + padded(long, 80) + padded(short, 28), 268) + days, 320)
    }

    /// Packages of the NDC directory, in the three ways of writing ten digits.
    static let packages =
        [
            [
                "PRODUCTID", "PRODUCTNDC", "NDCPACKAGECODE", "PACKAGEDESCRIPTION", "STARTMARKETINGDATE",
                "ENDMARKETINGDATE", "NDC_EXCLUDE_FLAG", "SAMPLE_PACKAGE",
            ],
            ["a", "9999-1234", "9999-1234-01", "100 TABLETS in 1 BOTTLE", "20200101", "", "N", "N"],
            ["b", "99999-123", "99999-123-01", "1 VIAL, 5\" box", "20200101", "20241231", "N", "N"],
            ["c", "99999-1234", "99999-1234-1", "10 mL", "", "", "N", "N"],
            ["d", "9999-1234", "9999-1234-01", "100 TABLETS in 1 BOTTLE", "20190101", "20301231", "N", "N"],
        ].map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"

    /// Their products.
    static let products =
        [
            ["PRODUCTID", "PRODUCTNDC", "PRODUCTTYPENAME", "PROPRIETARYNAME", "X", "NONPROPRIETARYNAME"],
            ["a", "9999-1234", "HUMAN", "Examplin", "", "examplum"],
            ["b", "99999-123", "HUMAN", "", "", "otherum"],
        ].map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"

    /// Taxonomy, with a code that is out of use.
    static let taxonomy = """
        Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section
        207Q00000X,Physicians,Family Medicine,,"Takes care, of ""all"" ages",,Family Medicine Physician,Individual
        246ZS0400X,Technicians,Other,Surgical,,"[7/1/2025: marked inactive, use another]",Surgical,Individual

        """

    /// Combinations as a table: two sheets below each other, one of which says a line again.
    static let combinations = """
        Scenario;CARC;CARC Description;RARC;CAGC
        1;16;lacks something;N290;CO, PI
        1;16;lacks something;M51;CO
        2;16;lacks something;N290;CO
        4;45;above the fee;;CO

        """

    /// Adjustment reasons as copied from their page.
    static let reasons = """
        Code;Description;Start;Last Modified;Stop
        45;above the fee;1/1/1995;;
        16;lacks something. At least one Remark Code must be provided;01/01/1995;;
        309;something new;2026-07-01;;
        A2;contract;1995-01-01;;20080101

        """

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.utf8.count))
    }
}
