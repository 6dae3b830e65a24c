/// A way to cut an input into chunks, for tests that want the same answer whatever the chunks are.
public struct Chunking: Sendable, CustomStringConvertible {
    /// Where to cut: offsets in rising order; the same offset twice makes an empty chunk.
    public let cuts: [Int]

    /// Cuts at `cuts`, which rise.
    public init(cuts: [Int]) {
        self.cuts = cuts
    }

    /// What a failing test prints.
    public var description: String { "cut at \(cuts)" }

    /// The pieces of `bytes`; cuts past the end are ignored.
    public func chunks(of bytes: [UInt8]) -> [[UInt8]] {
        let places = [0] + cuts.filter { $0 <= bytes.count } + [bytes.count]
        return zip(places, places.dropFirst()).map { Array(bytes[$0..<$1]) }
    }

    /// All ways to cut `length` bytes once; the first and the last have an empty chunk.
    public static func oneCut(length: Int) -> [Chunking] {
        (0...length).map { Chunking(cuts: [$0]) }
    }

    /// All ways to cut `length` bytes twice: about half the square of `length`, so for small inputs.
    public static func twoCuts(length: Int) -> [Chunking] {
        (0...length).flatMap { first in (first...length).map { Chunking(cuts: [first, $0]) } }
    }

    /// A chunk for every byte.
    public static func byteByByte(length: Int) -> Chunking {
        Chunking(cuts: Array(stride(from: 1, to: length, by: 1)))
    }

    /// So many cuts at random places.
    public static func random(length: Int, cuts: Int, seed: UInt64) -> Chunking {
        var random = SplitMix64(seed: seed)
        return Chunking(cuts: (0..<cuts).map { _ in random.number(in: 0...length) }.sorted())
    }
}
