package import X12Grammar
internal import X12Text

/// Reads code lists from their XML files, one data element a file.
package enum CodesFile {
    /// Reads the files; two for one data element are a fault, and so is a code that stops before it starts.
    package static func lists(_ sources: [SpecSource], schema: String) throws(SpecFaults) -> CodeLists {
        var lists = CodeLists()
        for source in sources {
            let tree = try XMLTree(source, schema: schema)
            let (element, list) = try tree.read {
                (root: XMLElement) throws(SpecFaults) -> (String, CodeList) in
                (root.attribute("element") ?? "", try Self.list(root, source.path))
            }
            guard lists.lists.updateValue(list, forKey: element) == nil else {
                throw SpecFaults(path: source.path, "data element \(element) has two lists")
            }
        }
        return lists
    }

    private static func list(_ root: XMLElement, _ path: String) throws(SpecFaults) -> CodeList {
        var list = CodeList(name: root.attribute("name") ?? "", vintage: try day("vintage", of: root, path))
        for code in root.children {
            let value = code.attribute("value") ?? ""
            let entry = ListedCode(
                code.attribute("label") ?? "", start: try day("start", of: code, path),
                stop: try day("stop", of: code, path), needsRemark: code.attribute("remark") == "needed")
            if let start = entry.start, let stop = entry.stop, stop < start {
                throw SpecFaults(path: path, line: code.line, "code \(value) stops before it starts")
            }
            list.codes[value] = entry
        }
        return list
    }

    private static func day(
        _ name: String, of element: XMLElement, _ path: String
    ) throws(SpecFaults) -> CalendarDate? {
        guard let text = element.attribute(name) else { return nil }
        guard let day = CalendarDate(iso: text) else {
            throw SpecFaults(path: path, line: element.line, "\(name) '\(text)' is no day")
        }
        return day
    }
}
