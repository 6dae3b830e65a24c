internal import X12Diagnostics
internal import X12Models
internal import X12Parser
internal import X12Text

/// One input named on the command line.
struct InputFile {
    /// The path as it was given; `-` is standard input.
    let path: String

    /// What a person calls it.
    var name: String { path == "-" ? "standard input" : Printable.text(path) }

    /// Reads its blocks from the start.
    func blocks() throws(X12Error) -> BlockReader { BlockReader(try ByteSource(path: path)) }

    /// Reads it as models, whatever its form.
    func models() throws(X12Error) -> ModelInput { try ModelInput(try ByteSource(path: path)) }
}
