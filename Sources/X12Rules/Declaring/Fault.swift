public import X12Diagnostics

/// One of the ways in which a rule can be broken.
///
/// The words have `{at}`, `{name}`, `{found}`, `{expected}` and `{detail}` to be filled in. They are lower case,
/// without a full stop, and say what was found first, then what is right.
public struct Fault: Sendable {
    /// What the check calls it; empty for a rule's only fault.
    public let name: String
    /// What is reported: the rule's id with this fault's severity, words and codes.
    public let finding: Finding.Rule
    /// The severity that the catalogue gives it, before what is not surely known is made a warning.
    public let declared: Severity

    /// Declares a fault.
    ///
    /// - Parameters:
    ///   - name: what the check calls it.
    ///   - severity: how much it matters. An error of a rule that is not surely known is reported as a warning.
    ///   - wording: what is said.
    ///   - help: what to do about it.
    ///   - statuses: what a 277CA reports it with; `*` stands for whoever the loop is about (NM101).
    ///   - segmentError: what a 999 reports it with (IK304), should a receiver want it there.
    ///   - elementError: what a 999 reports the element with (IK403).
    public init(
        _ name: String, _ severity: Severity, _ wording: String, help: String,
        statuses: [Finding.ClaimStatus] = [], segmentError: String = "", elementError: String = ""
    ) {
        self.name = name
        declared = severity
        finding = Finding.Rule(
            "", level: 0, severity, wording, help: help,
            acknowledgement: Finding.Acknowledgement(
                segmentError: segmentError, elementError: elementError, statuses: statuses))
    }

    /// Declares a rule's only fault.
    ///
    /// - Parameters:
    ///   - severity: how much it matters. An error of a rule that is not surely known is reported as a warning.
    ///   - wording: what is said.
    ///   - help: what to do about it.
    ///   - statuses: what a 277CA reports it with.
    ///   - segmentError: what a 999 reports it with (IK304), should a receiver want it there.
    ///   - elementError: what a 999 reports the element with (IK403).
    public init(
        _ severity: Severity, _ wording: String, help: String, statuses: [Finding.ClaimStatus] = [],
        segmentError: String = "", elementError: String = ""
    ) {
        self.init(
            "", severity, wording, help: help, statuses: statuses, segmentError: segmentError,
            elementError: elementError)
    }

    private init(_ name: String, _ declared: Severity, _ finding: Finding.Rule) {
        self.name = name
        self.declared = declared
        self.finding = finding
    }

    /// The fault under its rule's id; what is not surely known is no error.
    func belonging(to id: String, _ level: Int, _ confidence: RuleSource.Confidence) -> Fault {
        let severity = declared == .error && confidence != .high ? .warning : declared
        return Fault(name, declared, finding.with(id: id, level: level, severity: severity))
    }

    /// The fault under another name.
    func with(name: String) -> Fault { Fault(name, declared, finding) }

    /// The fault at another severity.
    func with(severity: Severity) -> Fault {
        Fault(name, declared, finding.with(id: finding.id, level: finding.level, severity: severity))
    }
}

extension Finding.Rule {
    fileprivate func with(id: String, level: Int, severity: Severity) -> Finding.Rule {
        Finding.Rule(
            id, level: level, severity, wording, help: help, acknowledgement: acknowledgement)
    }
}
