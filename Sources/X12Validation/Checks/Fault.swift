internal import X12Diagnostics

/// What is wrong inside one segment, before it is said where the segment stands.
struct Fault {
    let rule: Finding.Rule
    var element = 0
    var component = 0
    var repetition = 0
    var found: Fact?
    var expected: [String] = []
    var detail = ""
    /// The name of the element in words; empty when the fault is about the segment.
    var name = ""
}
