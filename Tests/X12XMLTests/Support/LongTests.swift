import Foundation

/// Tests that take minutes, for those who ask for them.
enum LongTests {
    /// What `X12_LONG_TESTS` says: how many sets of each guide are made; 1 stands for 5,000.
    private static let asked = ProcessInfo.processInfo.environment["X12_LONG_TESTS"].flatMap(Int.init) ?? 0
    /// Whether it asks for anything.
    static let areOn = asked > 0
    /// How many sets of each guide go to XML, through its schema and back; 5 when nothing is asked for.
    static let setsOfEachGuide = asked > 1 ? asked : areOn ? 5000 : 5
}
