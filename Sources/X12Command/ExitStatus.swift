internal import X12Diagnostics

/// How the program ends; the worst of several files counts.
enum ExitStatus: Int32, Comparable, CaseIterable {
    case clean = 0
    case findings = 1
    case usage = 64
    case unreadable = 65
    case missing = 66
    case fault = 70
    case inputOutput = 74

    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

    /// What a reader's or writer's error ends with.
    init(_ error: X12Error) {
        switch error.code {
        case .sourceMissing: self = .missing
        case .sourceFailed, .sinkFailed: self = .inputOutput
        case .notX12, .limitPassed, .malformedJSON, .malformedXML, .malformedModel, .malformedCodes,
            .malformedGuide, .malformedSetting, .unknownGuide, .delimiterInData, .unwritable, .storeUnusable,
            .storeConflict:
            self = .unreadable
        case .malformedQuery: self = .usage
        default: self = .fault
        }
    }

    private var meaning: String {
        switch self {
        case .clean: "done; nothing found that --fail-on asks for"
        case .findings:
            "findings at or above --fail-on, something rejected or not there, or some files of a batch failed"
        case .usage: "wrong usage"
        case .unreadable: "not readable as X12 at all, or past a limit"
        case .missing: "no such file, or it may not be read"
        case .fault: "a fault of x12 itself"
        case .inputOutput: "reading or writing failed, or the reader of a pipe went away"
        }
    }

    /// The list that ends every help text.
    static var help: String {
        let lines = allCases.map { status in
            let number = String(status.rawValue)
            return "  " + number + String(repeating: " ", count: 24 - number.count) + status.meaning
        }
        return "EXIT STATUS (of several files, the highest):\n" + lines.joined(separator: "\n") + "\n"
    }
}
