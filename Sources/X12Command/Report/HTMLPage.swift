internal import X12Diagnostics

/// The frame of the page that `validate --format html` writes: one file, no script, nothing from a network.
enum HTMLPage {
    /// What stands before the first input's part.
    static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>X12 validation report</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>

        """

    /// What stands behind the last one.
    static let foot = """
        </main>
        </body>
        </html>

        """

    /// Text as HTML: nothing in it can be markup, or steer anything.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in Printable.text(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An element around some HTML.
    static func element(_ name: String, _ html: String, class style: String = "") -> String {
        "<\(name)\(style.isEmpty ? "" : " class=\"\(style)\"")>\(html)</\(name)>"
    }

    /// A table: heads, then rows of HTML; columns whose head ends with `#` hold numbers.
    static func table(_ heads: [String], _ rows: [[String]], class style: String = "") -> String {
        func cells(_ name: String, _ row: [String]) -> String {
            zip(heads, row).map { head, cell in
                element(name, cell, class: head.hasSuffix("#") ? "number" : "")
            }.joined()
        }
        let titles = heads.map { text($0.hasSuffix("#") ? String($0.dropLast()) : $0) }
        return """
            <table\(style.isEmpty ? "" : " class=\"\(style)\"")>
            <thead><tr>\(cells("th", titles))</tr></thead>
            <tbody>
            \(rows.map { "<tr>\(cells("td", $0))</tr>\n" }.joined())</tbody>
            </table>

            """
    }

    private static let style = """
        body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
        .figures { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; padding: 0; list-style: none; }
        .figures b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #ccc; }
        th { font-weight: 600; border-bottom: 2px solid #1a1a1a; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .claim { border: 1px solid #bbb; border-radius: 4px; padding: .25rem 1rem .75rem; margin: 0 0 1rem; }
        .claim h3 { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; }
        .finding { border-left: 4px solid #888; padding: 0 0 0 .75rem; margin: .75rem 0; }
        .finding.error, .finding.fatal { border-color: #b00020; }
        .finding.warning { border-color: #b36b00; }
        .finding p { margin: .1rem 0; overflow-wrap: anywhere; }
        .severity { font-weight: 700; text-transform: uppercase; font-size: .8rem; letter-spacing: .03em; }
        .error .severity, .fatal .severity { color: #b00020; }
        .warning .severity { color: #8a5200; }
        .where, .help, .note { color: #444; font-size: .92rem; }
        code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
        @media print {
          main { max-width: none; padding: 0; }
          .claim, .finding, tr { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
        }
        """
}
