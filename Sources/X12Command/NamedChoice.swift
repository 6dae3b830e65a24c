internal import ArgumentParser

/// One of some words that an option takes.
///
/// The parser finds out at run time what such a type's values are called, for each option anew; here the compiler knows.
protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension NamedChoice {
    static var allValueStrings: [String] { allCases.map(\.rawValue) }

    var defaultValueDescription: String { rawValue }
}
