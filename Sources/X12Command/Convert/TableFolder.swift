internal import X12Diagnostics
internal import X12Models
internal import X12Tables
internal import X12XML

/// A folder of tables, which appear together once all of them are whole.
final class TableFolder {
    private let path: String
    private var writer = TablesWriter()
    private var files: [String: OutputFile] = [:]
    /// Whether tables of an earlier run that are not written again are taken out of the folder.
    private let replaces: Bool

    private static let waitingBytes = 32 << 10

    /// Names a folder; it is made, for its owner alone to look into, when there is something to put there.
    init(path: String, replaces: Bool) {
        self.path = path
        self.replaces = replaces
    }

    /// Where its tables stand, or would.
    var paths: [String] { TableDescription.all.map { "\(path)/\($0.fileName)" } }

    /// A file that stands where a table would, and is none: it is somebody's own. `nil` where there is none.
    var foreignFile: String? {
        zip(paths, TableDescription.all).first { path, table in
            guard InputList.isFile(path), let head = System.head(of: path, table.columns[0].name.utf8.count)
            else { return false }
            return !head.isEmpty && head != Array(table.columns[0].name.utf8)
        }?.0
    }

    /// Adds what an input holds; tells `remark` what was found on the way.
    ///
    /// - Returns: what of it is in no table.
    func add(_ input: consuming ModelInput, remark: (Finding) -> Void) throws(X12Error) -> TableLosses {
        while let item = try input.next() {
            for finding in input.findings { remark(finding) }
            try writer.write(item)
            try pass(over: Self.waitingBytes)
        }
        for finding in input.findings { remark(finding) }
        writer.endInput()
        return writer.takeLosses()
    }

    private func pass(over limit: Int) throws(X12Error) {
        try writer.drain(over: limit) { table, bytes throws(X12Error) in
            try file(of: table).output.append { $0 += bytes }
        }
    }

    private func file(of table: TableDescription) throws(X12Error) -> OutputFile {
        if let file = files[table.fileName] { return file }
        try Folder.make(path)
        let file = try OutputFile(path: path + "/" + table.fileName)
        files[table.fileName] = file
        return file
    }

    /// Whether there was anything that tables are made of.
    var isBegun: Bool { writer.setCount > 0 }

    /// Puts all tables in their place.
    ///
    /// - Throws: `.malformedModel` when there was nothing that tables are made of; `.malformedSetting` where the folder has
    ///   tables of an earlier run that would stay beside these: whoever takes in the folder would take them in again.
    func finish() throws(X12Error) {
        try pass(over: 0)
        guard writer.setCount > 0 else {
            throw X12Error(
                .malformedModel, "there is no transaction set in what was read, so there are no tables")
        }
        let stale = TableDescription.all.map(\.fileName).filter {
            files[$0] == nil && InputList.isFile("\(path)/\($0)")
        }
        guard let first = stale.first, !replaces else {
            for file in files.values { try file.finish() }
            for name in stale { try Folder.removeFile("\(path)/\(name)") }
            return
        }
        let others = stale.count > 1 ? " and \(Figures.count(stale.count - 1, "more table"))" : ""
        throw X12Error(
            .malformedSetting,
            "has \(first)\(others) of an earlier run; name another folder, or have them removed with --replace"
        )
    }
}
