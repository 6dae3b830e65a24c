/// Counts what is written and puts the counts, levels and control numbers right (``ModelWriter/Mode/issue``).
struct IssueCounts {
    mutating func issue(_ item: inout ModelItem) {}
}
