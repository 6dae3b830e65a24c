/// The rules of reading, placing, the grammar and answering, from all rooms that declare some: levels 1 and 2.
///
/// The page <doc:Rules> is made from it. Rules between values are those of ``RuleSet``.
public enum RuleCatalogue {
    /// The rules, in the order of their ids; an id stands here once for each way in which it can be broken.
    public static let all: [Finding.Rule] =
        (ReadingRules.all + StructureRules.all + ValidationRules.all + AcknowledgementRules.all)
        .enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }.map(\.element)

    /// The rules of an id; empty when there is none.
    public static func rules(_ id: String) -> [Finding.Rule] { all.filter { $0.id == id } }
}
