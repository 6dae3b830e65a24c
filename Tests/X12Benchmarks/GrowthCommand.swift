import ArgumentParser
import Foundation
import X12TestSupport
import X12Text

/// `x12-benchmarks growth`: that a file ten times as large takes ten times as long, and no more memory.
struct GrowthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Measure how speed and memory change with the size of a file of one transaction set.",
        discussion: """
            Files are made in a temporary folder and read from there piece by piece. Each round reads with the \
            yardstick and then with each job; a ratio compares the two, by the time that this thread was running. \
            Peak memory is that of the process.
            """)

    @Option(help: "What to make: 837p, 835 or 271.", transform: WorkloadKind.named)
    var kind = WorkloadKind.professionalClaims

    @Option(help: "The sizes, such as 10MB,100MB,1GB,4GB.")
    var sizes = "10MB,100MB,1GB"

    @Option(help: "What to read: \(StreamReading.allCases.map(\.rawValue).joined(separator: ", ")).")
    var jobs = "segments,blocks,validate,validate-all,models,ndjson,xml"

    @Option(help: "How often each file is read.")
    var rounds = 3

    @Option(help: "Write the ratios as a picture, too (SVG).", completion: .file())
    var plot: String?

    private func listed<Value: ExpressibleByArgument>(_ text: String) throws -> [Value] {
        try text.split(separator: ",").map {
            guard let value = Value(argument: String($0)) else { throw ValidationError("what is '\($0)'?") }
            return value
        }
    }

    func run() throws {
        let readings: [StreamReading] = try listed(jobs)
        var curves = readings.map { GrowthCurve(reading: $0) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "x12-growth-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for size in try listed(sizes) as [ByteSize] {
            let file = folder.appending(path: "\(size)")
            try make(file, size)
            for index in curves.indices { try measure(&curves[index], file, size) }
            try FileManager.default.removeItem(at: file)
        }
        try StandardStream.output.write(GrowthCurve.table(curves))
        guard let plot else { return }
        try Data(GrowthCurve.picture(curves).utf8).write(to: URL(filePath: plot))
    }

    private func make(_ file: URL, _ size: ByteSize) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        _ = try kind.write(atLeast: size.bytes, isOneSet: true) { try handle.write(contentsOf: $0) }
        try handle.close()
    }

    private func measure(_ curve: inout GrowthCurve, _ file: URL, _ size: ByteSize) throws {
        var ratios: [Double] = []
        var seconds: [Double] = []
        var memory = 0
        for _ in 0..<rounds {
            let unit = try read(file, as: .yardstick).time
            let own = try read(file, as: curve.reading)
            ratios.append(unit / own.time)
            seconds.append(own.time)
            memory = max(memory, own.memory)
        }
        let bytes = Double(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
        curve.points.append(
            GrowthCurve.Point(
                size: size, ratio: Spread(ratios), memory: memory,
                speed: bytes / 1e6 / Spread(seconds).median))
    }

    private func read(_ file: URL, as reading: StreamReading) throws -> (time: Double, memory: Int) {
        _ = PeakMemory.restart()
        let start = TimeSource.cpu.now
        let count = try reading.read(ByteSource(path: file.path))
        let time = TimeSource.cpu.now - start
        guard count > 0 else { throw ValidationError("nothing was read as \(reading.rawValue)") }
        return (time, PeakMemory.highWaterMark() ?? 0)
    }
}
