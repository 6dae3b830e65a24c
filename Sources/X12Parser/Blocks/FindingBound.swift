package import X12Diagnostics
internal import X12Text

/// Keeps what somebody finds in one block within bounds, and counts what is beyond.
///
///     var bound = FindingBound(findings)
///     for segment in block { check(segment, into: &findings); bound.hold(&findings) }
///     bound.end(&findings)
///
/// A file may be wrong in each of its lines; who reads on after ten thousand findings in one claim?
package struct FindingBound {
    /// How many findings there were before.
    private let before: Int
    private var omitted = 0

    /// A bound on what is going to be added to findings.
    package init(_ findings: [Finding]) { before = findings.count }

    /// Lets go what was added beyond what is kept of a block.
    @inline(__always)
    package mutating func hold(_ findings: inout [Finding]) {
        let beyond = findings.count - before - Block.mostFindings
        guard beyond > 0 else { return }
        findings.removeLast(beyond)
        omitted += beyond
    }

    /// Adds the finding that counts those which were let go, if there were any.
    package func end(_ findings: inout [Finding]) {
        if omitted > 0 { findings.append(.omitting(omitted, behind: findings.last)) }
    }
}
