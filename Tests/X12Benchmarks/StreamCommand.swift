import ArgumentParser
import X12Diagnostics
import X12Models
import X12Parser
import X12Text

/// `x12-benchmarks stream models claims.837`: that memory stays flat can only be seen on a file that is not in it.
struct StreamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream", abstract: "Stream a file through a reader and say how much memory that took.",
        shouldDisplay: false)

    /// What the file is read as.
    enum Reading: String, ExpressibleByArgument, CaseIterable {
        case segments, blocks, models
    }

    @Argument(help: "What to read: segments, blocks or models.")
    var reading: Reading

    @Argument(help: "The file; - is standard input.")
    var path = "-"

    func run() throws {
        let start = TimeSource.wall.now
        let source = try ByteSource(path: path)
        let count =
            switch reading {
            case .segments: try segments(source)
            case .blocks: try blocks(source)
            case .models: try models(source)
            }
        let milliseconds = Int((TimeSource.wall.now - start) * 1000)
        let memory = PeakMemory.highWaterMark().map { "\($0 / 1000) KB" } ?? "unknown"
        try StandardStream.output.write(
            "\(count) \(reading.rawValue), \(milliseconds) ms, peak memory \(memory)\n")
    }

    private func segments(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var reader = SegmentReader(source)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }

    private func blocks(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var reader = BlockReader(source)
        var block = Block()
        var count = 0
        while try reader.next(into: &block) { count += 1 }
        return count
    }

    private func models(_ source: consuming ByteSource) throws(X12Error) -> Int {
        var reader = ModelReader(source)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }
}
