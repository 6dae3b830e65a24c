internal import X12Diagnostics
internal import X12Grammar
internal import X12Text

extension RuleFindings {
    /// Looks a code up, and notes what its set has against it; nothing where the set is not at hand.
    ///
    /// A code that may be used on one of the days is fine.
    ///
    /// - Parameters:
    ///   - code: the code.
    ///   - set: where it is looked up.
    ///   - first: the day it is used; `nil` where that is not known.
    ///   - last: the last day, where it is used over several.
    ///   - path: the property that has the code.
    ///   - prefix: what the names of the faults begin with.
    mutating func ask(
        _ code: String, in set: CodeSet, from first: CalendarDate?, to last: CalendarDate? = nil,
        at path: @autoclosure () -> String, prefix: String = ""
    ) {
        guard let codes else { return }
        switch codes.standing(of: code, in: set, from: first, to: last ?? first) {
        case .unknown, .valid: return
        case .unlisted: add(prefix + Fault.unlisted, at: path(), found: .code(code), detail: asOf(set, first))
        case .unsure: add(prefix + Fault.unsure, at: path(), found: .code(code), detail: asOf(set, first))
        case .heading: add(prefix + Fault.heading, at: path(), found: .code(code))
        case .early(let day):
            add(prefix + Fault.early, at: path(), found: .code(code), detail: day.description)
        case .ended(let day):
            add(prefix + Fault.ended, at: path(), found: .code(code), detail: day.description)
        }
    }

    /// Which edition was asked, and how it stands to the day: ` (2026-03-10, and the date is later)`.
    private func asOf(_ set: CodeSet, _ day: CalendarDate?) -> String {
        guard let edition = codes?.edition(of: set, on: day) else { return "" }
        var words = edition.label.isEmpty ? [] : [edition.label]
        if let day, !edition.covers(day) {
            words.append("and the date is \((edition.last.map { $0 < day } ?? false) ? "later" : "earlier")")
        }
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}
