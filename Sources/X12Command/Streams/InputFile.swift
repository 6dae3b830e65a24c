internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

/// One input named on the command line.
struct InputFile: Sendable {
    /// The path as it was given, or found in a folder that was; `-` is standard input.
    let path: String
    /// Where it stands below the folder that was given; its own name where it was given itself.
    let below: String
    /// Whether it is a folder in which there is nothing to read.
    let isEmptyFolder: Bool
    /// Where warnings on it go.
    var log = InputLog.direct
    /// Waits until all inputs before it are done; at once where inputs are done one after the other.
    var awaitTurn: @Sendable () -> Void = {}

    init(path: String, below: String? = nil, isEmptyFolder: Bool = false) {
        self.path = path
        self.isEmptyFolder = isEmptyFolder
        self.below = below ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    /// What a person calls it.
    var name: String { path == "-" ? "standard input" : Printable.text(path) }

    /// Its bytes from the start.
    func source() throws(X12Error) -> ByteSource {
        guard !isEmptyFolder else { throw X12Error(.sourceMissing, "the folder has no files to read") }
        return try ByteSource(path: path)
    }

    /// Reads its blocks from the start.
    func blocks() throws(X12Error) -> BlockReader { BlockReader(try source()) }

    /// Reads all of it as text, for a file of settings; not more than a million bytes.
    func text() throws(X12Error) -> String {
        var source = try source()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_000_001, alignment: 1)
        defer { room.deallocate() }
        var count = 0
        while count < room.count {
            let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
            if read == 0 { return String(decoding: room[..<count], as: UTF8.self) }
            count += read
        }
        throw X12Error(.limitPassed, "the file is larger than a million bytes")
    }

    /// Reads it as models, whatever its form.
    func models() throws(X12Error) -> ModelInput { try ModelInput(try source()) }
}
