internal import ArgumentParser
internal import X12Diagnostics
internal import X12Grammar
internal import X12GrammarXML
internal import X12Rules
internal import X12Specs

/// Where profiles of one's own stand.
struct ProfileFolderOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with payer profiles of your own (its .xml files); they win over those that come with x12.",
            valueName: "folder"), completion: .directory)
    var profiles: String?

    /// The profiles that can be named.
    ///
    /// - Throws: what reading one throws, and `sourceMissing` for a folder without any.
    func library() throws(X12Error) -> ProfileLibrary {
        var library = ProfileLibrary()
        guard let profiles else { return library }
        let names = InputList.names(in: profiles).filter { $0.hasSuffix(".xml") }
        guard !names.isEmpty else {
            throw X12Error(.sourceMissing, "--profiles \(Printable.text(profiles)): there are no .xml files")
        }
        var paths: [String: String] = [:]
        for name in names {
            let path = "\(profiles)/\(name)"
            let profile = try ProfileFile.read(path: path, schema: X12Specs.profileSchema)
            if let other = paths.updateValue(path, forKey: profile.name) {
                let files = [other, path].map { Printable.text($0) }.joined(separator: " and ")
                throw X12Error(.malformedGuide, "\(files) are both called '\(profile.name)'")
            }
            library.add(profile)
        }
        return library
    }

    /// The same, for a command that ends here where they cannot be read.
    private func knownLibrary() throws -> ProfileLibrary {
        do throws(X12Error) { return try library() } catch {
            StandardError.write("x12: \(error.description)\n")
            throw ExitCode(ExitStatus(error).rawValue)
        }
    }

    /// The profiles whose own files ask for something by this id.
    func profiles(asking id: String) throws -> [PayerProfile] { try knownLibrary().profiles(asking: id) }

    /// The profile that `--profile` names.
    ///
    /// - Throws: wrong usage for a name that is none, else what a file ends with that cannot be used.
    func choice(_ name: String?) throws -> ProfileChoice {
        let library = try knownLibrary()
        do throws(X12Error) { return try ProfileChoice(name, library) } catch {
            guard error.code == .malformedSetting else { throw failure(of: "--profile", name ?? "", error) }
            throw ValidationError("--profile: \(error.description)")
        }
    }
}
