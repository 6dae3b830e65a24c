package import X12Diagnostics

/// Why a specification file cannot be used: its faults, in the order of their lines.
package struct SpecFaults: Error, Sendable, Equatable {
    /// The file, as the caller named it.
    package let path: String
    /// The faults; never empty.
    package let list: [SpecFault]

    init(path: String, _ list: [SpecFault]) {
        self.path = path
        self.list = list.sorted { $0.line < $1.line }
    }

    package init(path: String, line: Int = 0, _ message: String) {
        self.init(path: path, [SpecFault(line: line, message: message)])
    }

    /// The faults as `file:line: message`, a line each.
    ///
    /// - Parameter severity: a word put before each message, as compilers do; empty for none.
    package func lines(severity: String = "") -> String {
        list.map { fault in
            let place = fault.line > 0 ? "\(path):\(fault.line): " : "\(path): "
            return place + (severity.isEmpty ? "" : "\(severity): ") + fault.message
        }.joined(separator: "\n")
    }

    /// The same as an error of the library.
    package var error: X12Error { X12Error(.malformedGuide, lines()) }
}
