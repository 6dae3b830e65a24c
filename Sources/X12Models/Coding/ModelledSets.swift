internal import X12Grammar
internal import X12Parser

/// The transaction sets that models speak of.
package enum ModelledSets {
    /// Whether they speak of the sets of a guide.
    ///
    /// - Parameters:
    ///   - identifier: the guide, as GS08 or ST03 names it.
    ///   - transactionSet: ST01.
    /// - Returns: false, too, where the guide is not known.
    package static func contains(guide identifier: String, transactionSet: String) -> Bool {
        GuideLibrary().guide(identifier, transactionSet: transactionSet).map { FollowedGuide.kind(of: $0) }
            .map { $0 != .none } ?? false
    }
}
