import ArgumentParser
import X12Text

/// `x12-benchmarks stream models claims.837`: that memory stays flat can only be seen on a file that is not in it.
struct StreamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream", abstract: "Stream a file through a reader and say how much memory that took.",
        shouldDisplay: false)

    @Argument(help: "What to read: \(StreamReading.allCases.map(\.rawValue).joined(separator: ", ")).")
    var reading: StreamReading

    @Argument(help: "The file; - is standard input.")
    var path = "-"

    func run() throws {
        let start = TimeSource.wall.now
        let count = try reading.read(ByteSource(path: path))
        let milliseconds = Int((TimeSource.wall.now - start) * 1000)
        let memory = PeakMemory.highWaterMark().map { "\($0 / 1000) KB" } ?? "unknown"
        try StandardStream.output.write(
            "\(count) of \(reading.rawValue), \(milliseconds) ms, peak memory \(memory)\n")
    }
}
