/// One fault of a specification file, at its line.
package struct SpecFault: Sendable, Equatable {
    /// The line, counted from 1; 0 when the fault is the whole file's.
    package let line: Int
    /// What is wrong and what would be right; one line, lower case, no full stop.
    package let message: String
}
