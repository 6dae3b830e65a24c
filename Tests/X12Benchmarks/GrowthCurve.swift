import Foundation

/// How fast one job is on files of several sizes.
struct GrowthCurve {
    /// One size.
    struct Point {
        let size: ByteSize
        /// Against the yardstick.
        let ratio: Spread
        /// The most memory of the process, in bytes.
        let memory: Int
        /// Megabytes a second, for orientation.
        let speed: Double
    }

    let reading: StreamReading
    var points: [Point] = []

    /// All curves as a table in Markdown, a line each.
    static func table(_ curves: [GrowthCurve]) -> String {
        let sizes = curves.first?.points.map(\.size.description) ?? []
        let heads = ["job"] + sizes.map { "\($0): x U" } + sizes.map { "\($0): MB" } + ["MB/s"]
        let rows = curves.map { curve in
            [curve.reading.rawValue] + curve.points.map { fixed($0.ratio.median, 4) }
                + curve.points.map { fixed(Double($0.memory) / 1e6, 0) }
                + [fixed(curve.points.last?.speed ?? 0, 0)]
        }
        return ([heads, heads.map { _ in "---" }] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// All curves as a picture: sizes from left to right, ratios upwards, both in powers of ten.
    static func picture(_ curves: [GrowthCurve]) -> String {
        let sizes = curves.flatMap(\.points).map { log10(Double($0.size.bytes)) }
        let (first, last) = (sizes.min() ?? 0, sizes.max() ?? 1)
        func x(_ bytes: Int) -> Double { 70 + 500 * (log10(Double(bytes)) - first) / max(last - first, 0.1) }
        func y(_ ratio: Double) -> Double { 330 - 100 * (log10(max(ratio, 0.001)) + 3) }
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 380\" font-family=\"sans-serif\" font-size=\"13\">",
            "<rect width=\"720\" height=\"380\" fill=\"#fff\"/>",
        ]
        for (ratio, name) in [(0.001, "0.001"), (0.01, "0.01"), (0.1, "0.1"), (1, "1 U")] {
            lines.append("<path d=\"M70 \(fixed(y(ratio), 1))H570\" stroke=\"#ccc\"/>")
            lines.append("<text x=\"60\" y=\"\(fixed(y(ratio) + 4, 1))\" text-anchor=\"end\">\(name)</text>")
        }
        for point in curves.first?.points ?? [] {
            lines.append(
                "<text x=\"\(fixed(x(point.size.bytes), 1))\" y=\"360\" text-anchor=\"middle\">\(point.size)</text>"
            )
        }
        for (index, curve) in curves.enumerated() {
            let colour = "hsl(\(index * 360 / max(curves.count, 1)),70%,40%)"
            let path = curve.points.map { "\(fixed(x($0.size.bytes), 1)) \(fixed(y($0.ratio.median), 1))" }
            lines.append(
                "<path d=\"M\(path.joined(separator: "L"))\" stroke=\"\(colour)\" stroke-width=\"2\" fill=\"none\"/>"
            )
            guard let end = curve.points.last else { continue }
            lines.append(
                "<text x=\"580\" y=\"\(fixed(y(end.ratio.median) + 4, 1))\" fill=\"\(colour)\">\(curve.reading.rawValue)</text>"
            )
        }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }
}
