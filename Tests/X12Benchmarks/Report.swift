import ArgumentParser
import X12TestSupport

/// How results are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
}

/// One line of a report.
private struct ReportRow {
    let file: String
    let job: String
    let ratio: Spread
    let speed: Double
    let memory: Int?
    /// How often a claim, payment or person takes memory.
    let allocations: Double?

    init(_ measurement: Measurement, in all: Measurements) {
        file = all.input.kind.rawValue
        job = measurement.job.name
        ratio = Spread(all.ratios(of: measurement))
        speed = Double(all.input.bytes.count) / Spread(measurement.seconds).median / 1e6
        memory = measurement.extraMemory
        let units = max(all.input.key.claims + all.input.key.members, 1)
        allocations = measurement.allocations.map { Double($0) / Double(units) }
    }

    /// The cells as people read them.
    var cells: [String] {
        [
            file, job, fixed(ratio.median, 3), "\(fixed(ratio.least, 3)) - \(fixed(ratio.most, 3))",
            fixed(speed, 0),
            memory.map { fixed(Double($0) / 1e6, 1) } ?? "unknown",
            allocations.map { fixed($0, 1) } ?? "unknown",
        ]
    }

    var json: String {
        """
        {"file":"\(file)","job":"\(job)","ratio":\(fixed(ratio.median, 4)),"ratioMin":\(fixed(ratio.least, 4)),\
        "ratioMax":\(fixed(ratio.most, 4)),"megabytesPerSecond":\(fixed(speed, 1))\
        \(memory.map { ",\"extraMemoryBytes\":\($0)" } ?? "")\
        \(allocations.map { ",\"allocationsPerUnit\":\(fixed($0, 2))" } ?? "")}
        """
    }
}

private let headings = ["file", "job", "x U", "range", "MB/s", "extra MB", "allocations"]

extension ReportFormat {
    /// The results as lines of text, the last one ended.
    func render(_ results: [Measurements]) -> String {
        let rows = results.flatMap { all in all.jobs.map { ReportRow($0, in: all) } }
        switch self {
        case .text: return textTable(rows.map(\.cells))
        case .markdown:
            let lines = [headings, headings.map { _ in "---" }] + rows.map(\.cells)
            return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
        case .json: return rows.map { $0.json + "\n" }.joined()
        }
    }

    private func textTable(_ rows: [[String]]) -> String {
        let lines = [headings] + rows
        let widths = headings.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                // Words stand left, numbers right.
                return column < 2 ? cell.0 + blanks : blanks + cell.0
            }
            return padded.joined(separator: "  ") + "\n"
        }.joined()
    }
}

/// `number`, which is not negative, with so many places behind the point.
func fixed(_ number: Double, _ places: Int) -> String {
    var factor = 1
    for _ in 0..<places { factor *= 10 }
    let scaled = Int((number * Double(factor)).rounded())
    guard places > 0 else { return String(scaled) }
    let fraction = String(scaled % factor)
    return "\(scaled / factor)." + String(repeating: "0", count: places - fraction.count) + fraction
}
