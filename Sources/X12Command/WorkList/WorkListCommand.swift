internal import ArgumentParser
internal import X12Acknowledgements
internal import X12Diagnostics
internal import X12Text

/// `x12 worklist FILE ...`: what answers say, and what to do.
struct WorkListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist", _superCommandName: "x12",
        abstract: "List what answers (TA1, 999, 277CA) reject: what, why, where, what to do next.",
        discussion: """
            With --against each entry is tied to the segment, claim and service line of the file that was answered: \
            a 999 by the control numbers of group and set and the segment's position, a 277CA by the claim numbers \
            of the batch it names, a TA1 by the interchange's control number. What was accepted is counted. An answer \
            that is cut off, answers another file, or has other claims than its batch (left out, answered again, not sent, \
            with another charge) is told. As JSON, one entry a line, \
            and a last line with the counts.

            Values in error, excerpts and free text of the answer are printed only with --show-values, since they \
            can be a person's; codes, amounts and claim numbers always are.

            The status is 1 when something was rejected, a file holds no answer, or there is doubt about one.
            """)

    /// How the list is printed.
    enum Format: String, NamedChoice {
        case text, json
    }

    @Option(
        name: .customLong("against"),
        help: ArgumentHelp("The file that was answered; may be given again.", valueName: "path"),
        completion: .file())
    var originals: [String] = []

    @Option(help: "text for people, json for programs: one entry a line.")
    var format = Format.text

    @Flag(help: "Print values, excerpts and messages, which can be a person's.")
    var showValues = false

    @OptionGroup var inputs: InputOptions

    mutating func validate() throws {
        let all = inputs.list.map(\.path) + originals
        guard all.count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("standard input can be read only once")
        }
        // What was answered is read anew for each answer.
        guard !originals.contains("-") || inputs.list.count == 1 else {
            throw ValidationError("--against - goes with one answer; name the file that was answered")
        }
    }

    func run() throws {
        for path in originals where path != "-" {
            do throws(X12Error) { _ = try ByteSource(path: path) } catch {
                throw failure(of: "--against", path, error)
            }
        }
        let output = Output()
        let status = inputs.forEach(output) { file throws(X12Error) in
            var list = WorkListReader(try file.source())
            var items: [WorkItem] = []
            var left = 0
            var isAnyRejected = false
            while let item = try list.next() {
                if item.isRejected { isAnyRejected = true }
                if items.count < Self.most { items.append(item) } else { left += 1 }
            }
            var doubts = AnswerDoubts(
                damage: list.damage, units: list.answeredUnits, originals: originals)
            if !originals.isEmpty { try match(&items, &doubts.units) }
            doubts.items = items
            let form = WorkListForm(
                file: file, originals: originals, doubts: doubts, showsValues: showValues,
                usesColour: output.wantsColour)
            switch format {
            case .text: try output.write(form.text(items, left: left, list))
            case .json: try output.append { form.appendJSON(items, left: left, list.tally, to: &$0) }
            }
            return list.answers > 0 && doubts.isEmpty && !isAnyRejected ? .clean : .findings
        }
        try end(with: status)
    }

    /// The most entries of a file that are kept and printed; the rest is counted.
    private static let most = 10_000

    private func match(_ items: inout [WorkItem], _ units: inout [AnsweredUnit]) throws(X12Error) {
        var finder = OriginalFinder(items, in: units)
        for path in originals {
            do throws(X12Error) { try finder.search(try ByteSource(path: path)) } catch {
                throw error.naming(path)
            }
        }
        units = finder.units
        items = finder.items
    }
}
