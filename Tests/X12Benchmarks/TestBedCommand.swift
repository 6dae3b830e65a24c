import ArgumentParser
import X12Diagnostics
import X12TestBed

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// `x12-benchmarks testbed --visits 1000 FOLDER`
struct TestBedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "testbed",
        abstract:
            "Write linked files about made-up patients: 270, 271, 837P, 999, 277CA and 835, with an answer key."
    )

    @Argument(help: "The folder for the files; it is made when it is not there.")
    var folder: String

    @Option(help: "How many visits of patients.")
    var visits = 20

    @Option(help: "How many visits make one day, which is one file of each kind.")
    var visitsPerDay = 20

    @Option(help: "Where the random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "How many of 100 members the payer does not find.")
    var unknownMembers = 5

    @Option(help: "How many of 100 claims have a fault for which they are rejected.")
    var faults = 5

    @Option(help: "How many of 100 accepted claims are denied.")
    var denials = 10

    @Option(help: "How many of 100 paid claims are reversed and corrected.")
    var reversals = 5

    @Option(help: "How many of 100 claims go to a second payer.")
    var secondary = 10

    mutating func validate() throws {
        guard visits > 0, visitsPerDay > 0 else { throw ValidationError("there is one visit at least") }
        guard [unknownMembers, faults, denials, reversals, secondary].allSatisfy({ 0...100 ~= $0 }) else {
            throw ValidationError("a rate is 0 to 100")
        }
    }

    func run() throws {
        var settings = TestBedSettings()
        settings.seed = seed
        settings.visits = visits
        settings.visitsPerDay = visitsPerDay
        settings.unknownMemberPercent = unknownMembers
        settings.faultPercent = faults
        settings.denialPercent = denials
        settings.reversalPercent = reversals
        settings.secondaryPercent = secondary
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw ValidationError("the folder cannot be made")
        }
        var begun: Set<String> = []
        try TestBed(settings).write { name, bytes throws(X12Error) in
            try append(bytes, to: name, isNew: begun.insert(name).inserted)
        }
    }

    private func append(_ bytes: [UInt8], to name: String, isNew: Bool) throws(X12Error) {
        guard let file = fopen(folder + "/" + name, isNew ? "wb" : "ab") else {
            throw X12Error(.sinkFailed, "\(name) cannot be written")
        }
        let count = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, count == bytes.count else {
            throw X12Error(.sinkFailed, "\(name) cannot be written")
        }
    }
}
