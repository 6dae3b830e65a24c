internal import X12Parser

/// A segment that holds several entries of a list that is flat as properties: CAS, PLB.
protocol PackedList: ModelPart {
    /// The properties that all entries of the segment share.
    static var sharedNames: [String] { get }
    /// Where the first entry begins, how many elements each has, and how many there may be.
    static var entries: (start: Int, stride: Int, most: Int) { get }
    /// How many entries a segment without any is read as.
    static var fewest: Int { get }
}

extension PackedList {
    /// How many entries a segment was sent with, going by its elements.
    static func count(in segment: BlockSegment) -> Int {
        let elements = Int(segment.elementCount) - entries.start + 1
        return max(fewest, min(entries.most, (elements + entries.stride - 1) / entries.stride))
    }
}

extension AdjustmentSegment: PackedList {
    static var sharedNames: [String] { ["group"] }
    static var entries: (start: Int, stride: Int, most: Int) { (2, 3, 6) }
    static var fewest: Int { 0 }
}

extension ProviderAdjustmentSegment: PackedList {
    static var sharedNames: [String] { ["providerIdentifier", "fiscalPeriodDate"] }
    static var entries: (start: Int, stride: Int, most: Int) { (3, 2, capacity) }
    static var fewest: Int { 1 }
}
