internal import X12Diagnostics
internal import X12Models
internal import X12Parser

/// What rules found in a block by itself, and what the engine has to do about it when the block's turn has come.
package struct ExaminedBlock: @unchecked Sendable {
    /// Lets accumulated rules take what they need of a part.
    typealias Taking = (inout any RuleAccumulator, inout RuleFindings) -> Void

    let plan: RulePlan
    /// Lets accumulated rules take part, and reports what was found by them and before.
    let conclude: (inout RuleEngine, borrowing Block, inout [Finding]) -> Void

    /// A block that nothing follows of.
    init(_ plan: RulePlan) {
        self.plan = plan
        conclude = { _, _, _ in }
    }

    /// A part that rules were asked about.
    ///
    /// - Parameters:
    ///   - plan: the plan of its guide.
    ///   - found: what was found in it.
    ///   - type: what kind of part it is.
    ///   - path: what leads to the part in JSON; a list's name is given with the number of the unit (`claims`).
    ///   - isUnit: whether the part stands in a list.
    ///   - take: lets an accumulated rule take what it needs of the part.
    ///   - lineNumber: the number that a service line was sent with (LX01), by its index.
    init<Part: BlockPart>(
        _ plan: RulePlan, _ found: RuleFindings, _ type: Part.Type, below path: StaticString,
        isUnit: Bool = false, _ take: Taking? = nil, lineNumber: @escaping (Int) -> Int? = { _ in nil }
    ) {
        self.plan = plan
        conclude = { engine, block, findings in
            var found = found
            if let take { engine.recall(&found, take) }
            // What a part that was cut off lacks was lost with its end.
            guard !found.isEmpty, !block.isCut else { return }
            let prefix = isUnit ? "\(path)[\(engine.place.unit - 1)]." : path.description
            engine.report(found, on: type, block, prefix, into: &findings, lineNumber: lineNumber)
        }
    }
}

/// A claim that rules are asked about, with what stands around it: held once by whoever still has to look at it.
final class ExaminedClaim: Sendable {
    let claim: Claim
    let context: ClaimContext

    init(_ claim: consuming Claim, under levels: ClaimLevels) {
        context = ClaimContext.around(claim, under: levels)
        self.claim = claim
    }

    /// The number that a line was sent with (LX01).
    func lineNumber(_ index: Int) -> Int? {
        claim.serviceLines.indices.contains(index) ? claim.serviceLines[index].number : nil
    }
}
