extension ValidateCommand {
    /// What is asked for when nobody says otherwise.
    enum Usual {
        static let level = 7
        static let format = Format.text
        static let grouping = Grouping.place
        static let failOn = FailOn.error
        static let minimumSeverity = MinimumSeverity.warning
    }

    /// Files to be checked as usual: what the parser makes of a command line without options.
    ///
    /// Looking through the options takes the parser as long as everything else takes a small file.
    ///
    /// - Throws: a word on files that cannot be read together.
    init(files: [String]) throws {
        self.init()
        level = Usual.level
        format = Usual.format
        groupBy = Usual.grouping
        failOn = Usual.failOn
        minSeverity = Usual.minimumSeverity
        maxFindings = nil
        showValues = false
        received = nil
        profile = nil
        profileFolder = ProfileFolderOption()
        profileFolder.profiles = nil
        rule = []
        rules = nil
        sources = CodeSourceOptions()
        sources.codes = nil
        against = []
        batch = .usual
        inputs = try InputOptions(files: files)
    }
}
