internal import ArgumentParser
internal import X12Diagnostics
internal import X12Parser
internal import X12Rules
internal import X12Text
internal import X12XML

/// `x12 query EXPRESSION FILE ...`: what an XPath expression finds.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", _superCommandName: "x12",
        abstract: "Find claims, lines, payments by an XPath expression.",
        discussion: """
            The expression (XPath 1.0) is looked up in what 'x12 convert --to xml' writes. Loops, segments and elements \
            go by their ids, or by their names without blanks:

              //CLM[CLM02 > 500]/CLM01                          claims over an amount
              //ClaimInformation[TotalClaimChargeAmount > 500]  the same, by name
              //loop2400[SV1/SV101[SV101-3 = '25']]             lines with a modifier
              //loop2100[.//CAS[CAS01 = 'CO' and CAS02 = '50']]/CLP/CLP01
                                                                payments cut for a reason
              //CLP[CLP02 = 4]                                  denied claims
              sum(//loop2110/SVC/SVC03)                         paid lines, for each claim
              //CLM[f:finding]/CLM01                            claims with something wrong

            It sees one claim, payment or person at a time, inside of its envelopes, headers and levels: not(...), counts \
            and positions say nothing about several, nor about what stands below a header or level. Text is a line \
            for each value or segment; json a line for each result, with its place. Ends with 1 when nothing is found.
            """)

    @Option(help: "How to print results: text, x12, xml or json.")
    var format: QueryReport.Format = .text

    @Argument(help: "The expression.")
    var expression: String

    @OptionGroup var inputs: InputOptions

    func validate() throws {
        do throws(X12Error) { _ = try QueryExpression(expression) } catch {
            throw ValidationError("the expression: \(error.description)")
        }
    }

    func run() throws {
        var report = QueryReport(format: format)
        var found = 0
        let status = Output().deliver { output throws(X12Error) in
            try output.write(report.begin())
            let status = inputs.forEach(output) { file throws(X12Error) in
                found += try query(file, &report, output)
                return .clean
            }
            try output.write(report.end())
            return status
        }
        if status == .clean, found == 0 {
            let hint = expression.hasPrefix("/") ? "" : "; what is to be found anywhere begins with //"
            StandardError.write("x12: nothing found\(hint)\n")
        }
        try end(with: status == .clean && found == 0 ? .findings : status)
    }

    /// Prints what is found in a file, and counts it.
    private func query(
        _ file: InputFile, _ report: inout QueryReport, _ output: Output
    ) throws(X12Error) -> Int {
        let expression = try QueryExpression(self.expression)
        var query = try XMLQuery(expression, details: format == .xml ? [.xml] : [.segments])
        var reader = BlockReader(try RecognisedInput(file.source()).x12())
        var validator = try Validator()
        var block = Block()
        var found = 0
        while try reader.next(into: &block) {
            let findings = expression.needsFindings ? validator.findings(of: block) : []
            for result in try query.results(in: block, findings: findings) {
                found += 1
                let text = report.text(of: result, in: file)
                try output.append { $0 += text }
            }
        }
        return found
    }
}

extension QueryReport.Format: NamedChoice {}
