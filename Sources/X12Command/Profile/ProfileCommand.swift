internal import ArgumentParser
internal import X12Diagnostics
internal import X12Grammar
internal import X12GrammarXML
internal import X12Rules
internal import X12Specs

/// `x12 profile`: what payers ask for beyond the guide.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Show, compare and check payer profiles.",
        discussion: """
            A profile is named, or is the path of a file of your own. Those that come with x12 are worked examples: hold \
            them against the payer's own documents before you rely on one.
            """,
        subcommands: [List.self, Show.self, Diff.self, Check.self], defaultSubcommand: List.self)

    /// `x12 profile list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", _superCommandName: "x12 profile",
            abstract: "List the profiles that can be named.")

        @OptionGroup var folder: ProfileFolderOption

        func run() throws {
            try deliver { output throws(X12Error) in
                let library = try folder.library()
                let profiles = library.names.compactMap { library.file(named: $0) }
                    .sorted { $0.name < $1.name }
                let width = profiles.map(\.name.count).max() ?? 0
                for profile in profiles {
                    let gap = String(repeating: " ", count: width - profile.name.count + 2)
                    let base = profile.base.isEmpty ? "" : ", builds upon \(profile.base)"
                    try output.write("\(profile.name)\(gap)\(profile.title) (\(profile.status)\(base))\n")
                }
                return .clean
            }
        }
    }

    /// `x12 profile show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", _superCommandName: "x12 profile",
            abstract: "Show a profile with all that it builds upon.")

        @Argument(help: "A profile's name, or the path of its file.", completion: .file())
        var profile: String
        @OptionGroup var folder: ProfileFolderOption

        func run() throws {
            try deliver { output throws(X12Error) in
                let profile = try ProfileChoice.profile(profile, folder.library())
                try output.write(ProfileText.head(profile))
                for constraint in profile.constraints { try output.write(ProfileText.line(constraint)) }
                for setting in profile.ruleSettings { try output.write("rule \(setting)\n") }
                return .clean
            }
        }
    }

    /// `x12 profile diff NAME NAME`
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", _superCommandName: "x12 profile",
            abstract: "Show what one profile asks for and another does not.")

        @Argument(help: "A profile's name, or the path of its file.", completion: .file())
        var first: String
        @Argument(help: "Another's.", completion: .file())
        var second: String
        @OptionGroup var folder: ProfileFolderOption

        func run() throws {
            try deliver { output throws(X12Error) in
                let library = try folder.library()
                let lines = try [first, second].map { name throws(X12Error) in
                    let profile = try ProfileChoice.profile(name, library)
                    return ProfileText.submission(profile).map { $0 + "\n" }
                        + profile.constraints.map(ProfileText.line)
                        + profile.ruleSettings.map { "rule \($0)\n" }
                }
                for line in lines[0] where !lines[1].contains(line) { try output.write("- " + line) }
                for line in lines[1] where !lines[0].contains(line) { try output.write("+ " + line) }
                return .clean
            }
        }
    }

    /// `x12 profile check FILE`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", _superCommandName: "x12 profile",
            abstract: "Check a profile's file: its form, its regular expressions, and that its places exist.")

        @Argument(help: "The files.", completion: .file())
        var files: [String]
        @OptionGroup var folder: ProfileFolderOption

        func run() throws {
            try deliver { output throws(X12Error) in
                let library = try folder.library()
                for path in files {
                    let (profile, known) = try ProfileChoice.profile(andLibraryFor: path, library)
                    try Self.checkSettings(of: profile)
                    let faults = Self.faults(of: profile, known)
                    guard faults.isEmpty else {
                        throw X12Error(
                            .malformedGuide, faults.map { "\(path):\($0)" }.joined(separator: "\n"))
                    }
                    let count = Figures.count(profile.constraints.count, "constraint")
                    try output.write("\(path): sound, \(count) with what it builds upon\n")
                    for remark in Self.remarks(on: profile) { try output.write("\(path): \(remark)\n") }
                }
                return .clean
            }
        }

        /// What cannot be meant, with its line where the file has one for it.
        private static func faults(of profile: PayerProfile, _ library: ProfileLibrary) -> [String] {
            let removals = library.strayRemovals(of: profile.name).map { id in
                " error: remove '\(id)': nothing that it builds upon asks for that"
            }
            let lists = profile.constraints.filter(namesNoList).map { constraint in
                "\(constraint.line): error: there is no list '\(constraint.list)'; x12 codes names the sets"
            }
            return strays(of: profile) + removals + lists
        }

        /// What is not asked as it stands: registers are a program's own, and x12 brings none.
        private static func remarks(on profile: PayerProfile) -> [String] {
            let lookups = profile.constraints.filter { $0.kind == .lookup }
            return lookups.map { constraint in
                "\(constraint.id) is asked only by a program that brings the register '\(constraint.list)'; x12 passes over it"
            }
        }

        /// Whether a constraint asks for a list of codes that nobody has.
        private static func namesNoList(_ constraint: ProfileConstraint) -> Bool {
            constraint.kind == .code && CodeSet(rawValue: constraint.list) == nil
                && X12Specs.codeList(constraint.list) == nil
        }

        /// That its settings of our own rules are some, and that there are such rules.
        private static func checkSettings(of profile: PayerProfile) throws(X12Error) {
            var settings = RuleConfiguration()
            for line in profile.ruleSettings {
                do throws(X12Error) { try settings.add(text: line) } catch {
                    throw X12Error(.malformedGuide, "rule '\(line)': \(error.detail)")
                }
                let id = line.split(separator: " ").first.map(String.init) ?? ""
                guard RuleSet.knows(id) || profile.constraints.contains(where: { $0.id == id })
                else { throw X12Error(.malformedGuide, "there is no rule \(id); x12 explain lists them") }
            }
        }

        /// Places that the guide of their transaction set does not have.
        private static func strays(of profile: PayerProfile) -> [String] {
            X12Specs.guides.compactMap(X12Specs.guide).flatMap { guide in
                ProfileEngine.strays(of: profile, in: guide).map { stray in
                    "\(stray.line): error: \(guide.identifier) has no place '\(stray.path)'"
                }
            }
        }
    }
}
