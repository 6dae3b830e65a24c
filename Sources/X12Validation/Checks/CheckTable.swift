internal import X12Grammar
internal import X12Text

/// The checks of many segments in flat memory, made from their rules once.
///
/// The memory is written while the table is made and only read afterwards.
final class CheckTable: @unchecked Sendable {
    /// What the checks were made from, at the same indices.
    let rules: [ElementRule]
    /// The relational conditions, at the same indices as the checks.
    let noteRules: [SyntaxNote]
    /// The code lists that `rules` point into.
    let codeLists: [[String]]

    let elements: UnsafeMutablePointer<ElementCheck>
    /// What the quick look at values needs, behind one pointer.
    let flat: UnsafePointer<Flat>
    let segments: UnsafeMutablePointer<SegmentCheck>
    let segmentCount: Int
    let notes: UnsafeMutablePointer<NoteCheck>
    let codes: UnsafeMutablePointer<UInt64>

    /// The checks of values as bare pointers, good as long as the table is.
    struct Flat {
        let elements: UnsafeMutablePointer<ElementCheck>
        /// The same for the quick look, at the same indices.
        let quick: UnsafeMutablePointer<QuickCheck>
        let notes: UnsafeMutablePointer<NoteCheck>
        let codes: UnsafeMutablePointer<UInt64>
    }

    /// A segment to make checks of: where its rules stand.
    struct Source {
        let identifier: SegmentIdentifier
        let elements: Range<Int>
        let syntaxNotes: Range<Int>
        /// Whether its elements are a list, which has no holes.
        var isList = false
    }

    init(
        _ sources: [Source], elements rules: [ElementRule], notes: [SyntaxNote], codeLists: [[String]],
        dictionary: BaseDictionary
    ) {
        self.rules = rules
        self.codeLists = codeLists
        var builder = CheckBuilder(
            rules: rules, notes: notes, codes: CodeTables(codeLists), dictionary: dictionary)
        let made = sources.map { builder.segment($0) }
        noteRules = builder.notes
        segmentCount = made.count
        segments = FlatMemory.keep(made)
        elements = FlatMemory.keep(builder.checks)
        self.notes = FlatMemory.keep(builder.notes.map(CheckBuilder.check))
        codes = FlatMemory.keep(builder.codes.words)
        let words = builder.codes.words
        let flat = UnsafeMutablePointer<Flat>.allocate(capacity: 1)
        flat.initialize(
            to: Flat(
                elements: elements,
                quick: FlatMemory.keep(
                    builder.checks.map { QuickCheck($0, among: builder.checks, codes: words) }),
                notes: self.notes, codes: codes))
        self.flat = UnsafePointer(flat)
    }

    deinit {
        elements.deallocate()
        flat.pointee.quick.deallocate()
        flat.deallocate()
        segments.deallocate()
        notes.deallocate()
        codes.deallocate()
    }
}
