import Foundation
import Testing
import X12FuzzTargets
import X12TestSupport

@Suite("Inputs for fuzzing")
struct KeptInputsTests {
    /// Inputs that once broke something, and the samples, with a bit of damage done to them.
    private static let inputs: [[UInt8]] = {
        let kept = SampleFiles(folder: SampleFiles.package.appending(path: "Tests/X12FuzzTargetsTests/Kept"))
        var inputs = (try? kept.paths().map(kept.bytes)) ?? []
        var random = SplitMix64(seed: 14)
        for path in SampleFiles.samples.paths(below: ["837P", "835", "270", "271", "999", "277CA"]) {
            guard var bytes = try? SampleFiles.samples.bytes(path), bytes.count > 200 else { continue }
            for _ in 1...4 {
                bytes[random.number(in: 0...bytes.count - 1)] = UInt8(random.number(in: 0...255))
            }
            let start = random.number(in: 110...bytes.count - 1)
            bytes.removeSubrange(start..<min(bytes.count, start + random.number(in: 0...40)))
            inputs.append(bytes)
        }
        return inputs
    }()

    @Test("break no promise", arguments: FuzzTarget.allCases)
    func kept(target: FuzzTarget) {
        #expect(Self.inputs.count > 100)
        for (index, input) in Self.inputs.enumerated() {
            let broken = target.run(input)
            #expect(broken == nil, "input \(index)")
        }
    }
}
