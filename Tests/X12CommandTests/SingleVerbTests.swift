import ArgumentParser
import Testing

@testable import X12Command

@Suite("A verb's own parser")
struct SingleVerbTests {
    @Test(
        "makes of a command line what the parser of the whole program does",
        arguments: [
            "validate a.837", "validate a.837 Samples help 5", "validate --level 3 a.837 --format json b.837",
            "validate -- -a.837",
            "validate --level=2 --show-values --rule 837P-CLM01=error --rule 837P-RENDERING=off a.837",
            "validate --received 2026-03-01 --against b.837 --against c.837 --profile auto a.835",
            "validate --jobs 2 --workers 1 --output-directory out --name {name}.txt a.837 b.837",
            "validate --group-by claim --min-severity info --fail-on warning --max-findings 0 help",
            "summary a.837", "summary --format json a.837 b.835", "inspect --claim 17 a.837",
            "inspect --loop 2010AA --loop 2300 --depth 2 a.837", "convert --to x12 a.837",
            "convert --to json -o out --compact a.837", "convert --to x12 --output=out --renumber a.837",
            "ack a.837", "ack --ta1 --277ca --at 2026-03-01T09:30 -o answer a.837",
            "ack --control-number 17 --show-values a.837",
            "worklist --against a.837 --format json b.999", "explain 837P-BAL-CLM02", "explain carc 45",
            "explain", "schema claim", "schema --xml claim", "query //CLM a.837",
            "query --format json //CLM a.837 b.837",
            "generate 837p --ledger l --practice p --claims-per-set 5 --test a.json",
            "generate 270 --ledger l --practice p --real-time a.json",
            "generate 835 --ledger l --at 2026-03-01T09:30 a.json", "profile list",
            "profile show medicare-part-b", "profile show --profiles own mine", "profile diff a b",
            "profile check a.xml b.xml", "codes list", "codes list --store s",
            "codes load carc absent.txt --as-of 2026-03-01", "codes show carc 45 --on 2026-03-01",
            "codes remove carc", "codes remove carc 2026 --store s",
        ])
    func sound(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let whole = try X12Command.parseAsRoot(words)
        #expect(try Self.text(of: #require(SingleVerb.command(words))) == Self.text(of: whole))
    }

    @Test(
        "leaves what is wrong, and what only the whole program knows, to its parser",
        arguments: [
            "", "a.837", "sing a.837", "help", "help validate", "--help", "-h", "--version",
            "validate --help",
            "validate -h a.837", "validate a.837 --version", "validate --help-hidden",
            "validate --level 9 a.837", "validate --level", "validate --level three a.837",
            "validate --tune a.837", "validate --format tar a.837", "validate - -",
            "validate --files-from list", "validate --files-from=- --level 9", "--level 3 validate a.837",
            "validate --generate-completion-script bash", "--generate-completion-script zsh",
            "validate ---completion -- --format 0 0", "---completion validate -- --format 0 0",
            "validate --experimental-dump-help", "summary - -", "summary --level 3 a.837",
            "inspect --depth -1 a.837", "convert a.837", "convert --to tar a.837", "ack -o out a.837 b.837",
            "ack --control-number 0 a.837", "worklist --against - -", "schema nothing", "query",
            "query // a.837 [",
            "generate", "generate 999", "generate 837p a.json",
            "generate 835 --ledger l --test --production a",
            "generate 270 --help", "profile", "profile show", "profile sing", "profile diff a",
            "profile --help",
            "codes", "codes --store s", "codes load", "codes load nothing a.txt", "codes show carc",
            "codes load carc a.txt --products b.txt", "codes list more",
        ])
    func others(line: String) {
        #expect(SingleVerb.command(line.split(separator: " ").map(String.init)) == nil)
    }

    /// All that was understood; not what help calls a group of options, which the parser forgets.
    private static func text(of command: any ParsableCommand) -> [Substring] {
        var text = ""
        dump(command, to: &text)
        return text.split(separator: "\n").filter { !$0.contains("- title: ") }
    }
}
