internal import X12Diagnostics
internal import X12Grammar
internal import X12GrammarXML
internal import X12Rules
internal import X12Specs

/// The profile that `--profile` names: one of ours, a file, or whatever receivers and payers are routed to.
enum ProfileChoice {
    case none
    case routed(ProfileLibrary)
    case named(PayerProfile)

    /// Understands an option's value.
    ///
    /// - Throws: what reading the file throws, and `malformedSetting` for a name that is not known.
    init(_ option: String?) throws(X12Error) {
        guard let option else {
            self = .none
            return
        }
        if option == "auto" {
            self = .routed(ProfileLibrary())
        } else {
            self = .named(try Self.profile(option))
        }
    }

    /// A profile by its name, or by the path of its file; with all that it builds upon.
    static func profile(_ option: String) throws(X12Error) -> PayerProfile {
        var library = ProfileLibrary()
        guard option.contains("/") || option.hasSuffix(".xml") else {
            return try library.profile(named: option)
        }
        let profile = try ProfileFile.read(path: option, schema: X12Specs.profileSchema)
        library.add(profile)
        return try library.profile(named: profile.name)
    }
}
