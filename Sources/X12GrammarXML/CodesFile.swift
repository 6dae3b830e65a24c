package import X12Grammar

/// Reads code labels from their XML files, one data element a file.
package enum CodesFile {
    /// Reads the files; two for one data element are a fault.
    package static func labels(_ sources: [SpecSource], schema: String) throws(SpecFaults) -> CodeLabels {
        var labels = CodeLabels()
        for source in sources {
            let tree = try XMLTree(source, schema: schema)
            let (element, list) = try tree.read { (root) throws(SpecFaults) in
                var list: [String: String] = [:]
                for code in root.children {
                    list[code.attribute("value") ?? ""] = code.attribute("label") ?? ""
                }
                return (root.attribute("element") ?? "", list)
            }
            guard labels.lists.updateValue(list, forKey: element) == nil else {
                throw SpecFaults(path: source.path, "data element \(element) has two lists")
            }
        }
        return labels
    }
}
