internal import X12Diagnostics
internal import X12Grammar
internal import X12GrammarXML
internal import X12Rules
internal import X12Specs

/// What `--profile` names: one of our profiles, a file, or whatever receivers and payers are routed to.
extension ProfileChoice {
    /// Understands an option's value.
    ///
    /// - Throws: what reading the file throws, and `malformedSetting` for a name that is not known; of profiles that are
    ///   chosen by route what ``ProfileRouter/init(_:received:lookups:codes:)`` throws.
    init(_ option: String?, _ library: ProfileLibrary = ProfileLibrary()) throws(X12Error) {
        guard let option else {
            self = .none
            return
        }
        if option == "auto" {
            // A profile that cannot be followed is told at once, as one that is named is.
            _ = try ProfileRouter(library)
            self = .routed(library)
        } else {
            self = .named(try Self.profile(option, library))
        }
    }

    /// A profile by its name, or by the path of its file; with all that it builds upon.
    ///
    /// What a file builds upon is looked for beside it first.
    static func profile(
        _ option: String, _ library: ProfileLibrary = ProfileLibrary()
    ) throws(X12Error) -> PayerProfile {
        try profile(andLibraryFor: option, library).profile
    }

    /// The same, with the profiles among which it was found.
    static func profile(
        andLibraryFor option: String, _ library: ProfileLibrary
    ) throws(X12Error) -> (profile: PayerProfile, library: ProfileLibrary) {
        var library = library
        guard option.contains("/") || option.hasSuffix(".xml") else {
            return (try library.profile(named: option), library)
        }
        let profile = try ProfileFile.read(path: option, schema: X12Specs.profileSchema)
        library.add(profile)
        let folder = option.lastIndex(of: "/").map { String(option[...$0]) } ?? ""
        var met: Set = [profile.name]
        var base = profile.base
        while !base.isEmpty, met.insert(base).inserted {
            let path = "\(folder)\(base).xml"
            if InputList.isFile(path) {
                library.add(try ProfileFile.read(path: path, schema: X12Specs.profileSchema))
            }
            base = library.file(named: base)?.base ?? ""
        }
        return (try library.profile(named: profile.name), library)
    }
}
