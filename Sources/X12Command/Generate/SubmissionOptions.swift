internal import ArgumentParser
internal import X12Diagnostics
internal import X12Generation

/// How files are written and numbered, as every kind that is generated takes it.
struct SubmissionOptions: ParsableArguments {
    @Option(help: "The ledger of control numbers; it is made when it is not there.", completion: .file())
    var ledger: String

    @Option(help: "The folder for the files; it is made when it is not there.", completion: .directory)
    var outputDirectory = "."

    @Option(
        help:
            "The job's name, for one that is to keep its numbers; what is in it unless said, for inquiries with the input's names."
    )
    var job: String?

    @Flag(help: "Mark the files as production instead of test.")
    var production = false

    @Flag(help: "Mark the files as test, also where a payer's profile says production.")
    var test = false

    @Flag(help: "Ask for a TA1.")
    var askForTa1 = false

    @Flag(help: "Write a line end behind each segment.")
    var lines = false

    @Flag(help: "Write texts in capitals, accents taken off, in the basic character set.")
    var basicCharacters = false

    @Option(
        help: ArgumentHelp(
            "The moment of writing (default: now), as 2026-03-02T09:30.", valueName: "YYYY-MM-DDTHH:MM"),
        transform: Moment.init(text:))
    var at: Moment?

    mutating func validate() throws {
        guard !(production && test) else {
            throw ValidationError("files are --production or --test, not both")
        }
    }

    /// The settings that the options come to.
    var settings: SubmissionSettings {
        let moment = at ?? Moment.now
        var settings = SubmissionSettings(date: moment.date, time: moment.time)
        settings.usage = production ? "P" : test ? "T" : nil
        settings.asksForAcknowledgement = askForTa1
        settings.lineEnd = lines ? "\n" : ""
        if basicCharacters {
            settings.texts = TextPolicy(characterSet: .basic, isUpperCase: true, takesOffAccents: true)
        }
        return settings
    }

    /// Does the work of a command, in a folder that is there.
    func run(_ work: (Output) throws(X12Error) -> ExitStatus) throws {
        try deliver { output throws(X12Error) in
            try Folder.make(outputDirectory)
            return try work(output)
        }
    }
}
