import Testing
import X12Diagnostics
import X12Parser
import X12TestSupport
import X12Text

@Suite("Blocks worked on side by side")
struct SideBySideTests {
    /// Says of each block what it is and where it begins, and of a batch what stands above it.
    private final class Describer: BatchWorker {
        struct Described {
            var above: [String]
            var blocks: [String]
        }

        func work(on batch: BlockBatch) -> Described {
            Described(
                above: batch.above.map { Self.words($0.block) },
                blocks: batch.blocks.map { Self.words($0.block) })
        }

        static func words(_ block: borrowing Block) -> String {
            let place = block.count > 0 ? block[0].location.byteOffset : -1
            return "\(block.kind) \(block.count) at \(place)"
        }
    }

    private func input(_ kind: WorkloadKind) -> [UInt8] {
        var bytes: [UInt8] = []
        kind.write(atLeast: 400_000) { bytes += $0 }
        return bytes
    }

    @Test("all blocks come in order, for any number of workers", arguments: WorkloadKind.allCases, [1, 2, 5])
    func order(_ kind: WorkloadKind, _ workers: Int) throws {
        let bytes = input(kind)
        var expected: [String] = []
        var reader = BlockReader(ByteSource(bytes: bytes))
        var block = Block()
        while try reader.next(into: &block) { expected.append(Describer.words(block)) }

        var found: [String] = []
        var batches = 0
        var side = SideBySide(
            BlockReader(ByteSource(bytes: bytes)), workers: (0..<workers).map { _ in Describer() })
        while let (described, batch) = side.next() {
            #expect(described.blocks == batch.blocks.map { Describer.words($0.block) })
            found += described.blocks
            batches += 1
        }
        #expect(found == expected)
        #expect(batches > 5)
    }

    @Test("above a batch stand the open levels, from the outside in", arguments: WorkloadKind.allCases)
    func above(_ kind: WorkloadKind) {
        var open: [(loop: Int, words: String)] = []
        var side = SideBySide(
            BlockReader(ByteSource(bytes: input(kind))), workers: [Describer(), Describer()])
        while let (described, batch) = side.next() {
            #expect(described.above == open.map(\.words))
            for held in batch.blocks {
                let words = Describer.words(held.block)
                switch held.block.kind {
                case .interchange: open = []
                case .group: open = [(-2, words)]
                case .header: open = open.filter { $0.loop == -2 } + [(-1, words)]
                case .level(let loop), .unit(let loop):
                    open = open.filter { $0.loop < loop } + [(loop, words)]
                default: break
                }
            }
        }
        #expect(!open.isEmpty)
    }

    @Test("what was read before a source fails comes first, then the failure", arguments: [1, 3])
    func failure(_ workers: Int) {
        let bytes = input(.professionalClaims)
        var rest = bytes.prefix(200_000)
        let source = ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            guard !rest.isEmpty else { throw X12Error(.sourceFailed, at: Location(), "gone") }
            let count = min(buffer.count, rest.count, 1000)
            rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
            rest = rest.dropFirst(count)
            return count
        }
        var side = SideBySide(BlockReader(source), workers: (0..<workers).map { _ in Describer() })
        var failures: [X12Error.Code] = []
        var blocks = 0
        while let (described, batch) = side.next() {
            #expect(failures.isEmpty)
            blocks += described.blocks.count
            if let failure = batch.failure { failures.append(failure.code) }
        }
        #expect(failures == [.sourceFailed])
        #expect(blocks > 100)
        #expect(side.next() == nil)
    }
}
