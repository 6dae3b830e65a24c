internal import X12Diagnostics

/// Where the outputs of many inputs go: a folder, and a name made from each input's.
struct OutputNames {
    let folder: String
    /// The name, with `{name}` (`a.837`), `{stem}` (`a`), `{ext}` (what is written) and `{number}` (the input's, from 1).
    let template: String
    let fileExtension: String

    /// What may stand in a template.
    static let placeholders = ["{name}", "{stem}", "{ext}", "{number}"]

    /// Whether a template has no placeholder but those there are, and stays inside the folder.
    static func isSound(_ template: String) -> Bool {
        var rest = template
        for placeholder in placeholders { rest = rest.replacing(placeholder, with: "") }
        return !template.isEmpty && !rest.contains("{") && !rest.contains("}") && !template.contains("/")
            && template != "." && template != ".."
    }

    /// The path of an input's output; inputs of a folder keep the folders they stand in below that one.
    func path(of input: InputFile, number: Int) -> String {
        let parts = input.below.split(separator: "/").map(String.init)
        let name = parts.last ?? "standard-input"
        let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
        let file =
            template.replacing("{name}", with: name).replacing("{stem}", with: stem)
            .replacing("{ext}", with: fileExtension).replacing("{number}", with: String(number, digits: 6))
        return ([folder] + parts.dropLast() + [file]).joined(separator: "/")
    }
}
