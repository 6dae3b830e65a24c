internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Text

/// The files of a run of `x12 follow`, read in rounds.
struct FollowedFiles: ~Copyable {
    private(set) var follower = ClaimFollower()
    private(set) var status = ExitStatus.clean
    private let files: [InputFile]
    /// What can be read only once, kept on disk.
    private var kept: [Int: KeptInput] = [:]
    /// Files that could not be read, or not to their end.
    private var failed: Set<Int> = []

    init(_ files: [InputFile]) { self.files = files }

    /// Reads them all; what is wrong with one is told and does not stop the others.
    mutating func read() {
        for round in ClaimFollower.Round.allCases {
            for index in files.indices where !failed.contains(index) && follower.needs(index, in: round) {
                do throws(X12Error) {
                    try follower.read(try source(index), file: index, in: round)
                } catch {
                    failed.insert(index)
                    files[index].warn(InputOptions.words(for: error))
                    status = max(status, ExitStatus(error))
                }
            }
        }
        follower.finish()
        for (index, file) in files.enumerated() where follower.errors(in: index) > 0 {
            let errors = Figures.count(follower.errors(in: index), "error")
            file.warn("\(errors) on the way, so this may not be all: see x12 validate")
            status = max(status, .findings)
        }
    }

    private mutating func source(_ index: Int) throws(X12Error) -> ByteSource {
        let file = files[index]
        guard file.path == "-" || System.isThere(file.path) && !InputList.isFile(file.path),
            !file.isEmptyFolder
        else { return try file.source() }
        if let kept = kept[index] { return kept.source() }
        let input = try KeptInput(try file.source())
        kept[index] = input
        return input.source()
    }
}
