public import X12Diagnostics
internal import X12Grammar
public import X12Parser
public import X12Text

/// Reads a document of the generic form back as blocks, with the bytes that it was written from.
///
///     var reader = try GenericXMLReader(try ByteSource(path: "claims.xml"))
///     var block = Block()
///     while try reader.next(into: &block) { … }
///
/// The segments are placed anew, and the document must nest them as the guide does: what stands in another
/// loop than its guide says, a header that is missing and not said to be, elements in another order, are
/// errors with line and path, not guesses. Names and meanings are for people and not looked at. No network, no
/// entity, no document type declaration; memory stays at a few blocks.
public struct GenericXMLReader: ~Copyable {
    private let shared: XMLSegments.Shared
    private var blocks: BlockReader
    private var nesting = Nesting()
    private var tables: [String: LoopTable] = [:]
    /// Steps behind the segment checked last, which stand before the next.
    private var pending: [NestingMark] = []

    /// Reads from a source, choosing among the guides of a library.
    ///
    /// - Throws: ``X12Error/Code/malformedXML`` when libxml2 cannot begin.
    public init(
        _ source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) throws(X12Error) {
        let shared = try XMLSegments.Shared(source, limits: limits)
        self.shared = shared
        blocks = BlockReader(
            ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
                try shared.segments.read(into: buffer)
            }, guides: guides, limits: limits)
    }

    /// Fills `block` with the next block; false after the last, and then always false.
    ///
    /// - Throws: ``X12Error/Code/malformedXML`` with line and path, ``X12Error/Code/limitPassed``, and what the
    ///   source throws.
    public mutating func next(into block: inout Block) throws(X12Error) -> Bool {
        guard try blocks.next(into: &block) else { return false }
        let table = block.guide.map { self.table(of: $0) }
        for index in 0..<block.count { try check(index, of: block, table) }
        if block.kind == .end { try checkEnd() }
        return true
    }

    /// The bytes of X12 that a document holds, as a source for other readers.
    ///
    /// - Throws: ``X12Error/Code/malformedXML`` when libxml2 cannot begin.
    public static func bytes(
        of source: consuming ByteSource, guides: GuideLibrary = GuideLibrary(), limits: Limits = Limits()
    ) throws(X12Error) -> ByteSource {
        let reading = Reading(try GenericXMLReader(source, guides: guides, limits: limits))
        return ByteSource { (buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int in
            try reading.read(into: buffer)
        }
    }

    // MARK: - Checking

    private mutating func check(_ index: Int, of block: borrowing Block, _ table: LoopTable?) throws(X12Error)
    {
        guard let expected = shared.segments.expectations.takeSegment() else { throw misread(0) }
        let identifier = block.raw(index).identifier
        guard block.received(index).count == expected.byteCount else { throw misread(expected.line) }
        if !nesting.stands(block[index].placement) {
            nesting.take(block.kind, identifier, block[index].placement, table)
            pending += nesting.steps.map { NestingMark($0, of: nesting) }
            if identifier.inCapitals == "ST", nesting.table != nil {
                try checkGuide(block.guide, expected.line)
            }
        }
        try compare(expected.markCount, line: expected.line, before: "<\(identifier)>")
        nesting.settle()
        pending += nesting.steps.map { NestingMark($0, of: nesting) }
    }

    private mutating func checkEnd() throws(X12Error) {
        nesting.take(.end, "", .none, nil)
        pending += nesting.steps.map { NestingMark($0, of: nesting) }
        let left = shared.segments.expectations.openSteps
        try compare(left, line: shared.segments.xml.line, before: "the end")
    }

    /// Compares the steps that a document takes before a segment with those that the segments ask for.
    private mutating func compare(_ count: Int, line: Int, before name: String) throws(X12Error) {
        if pending.isEmpty, count == 0 { return }
        for number in 0..<max(count, pending.count) {
            let found = number < count ? shared.segments.expectations.takeMark() : nil
            let wanted = number < pending.count ? pending[number] : nil
            guard let found, let wanted, found == wanted else {
                throw Self.mismatch(found, wanted, line, name)
            }
        }
        pending.removeAll(keepingCapacity: true)
    }

    private static func mismatch(
        _ found: NestingMark?, _ wanted: NestingMark?, _ line: Int, _ name: String
    ) -> X12Error {
        let words =
            switch (found, wanted) {
            case (let found?, let wanted?) where wanted.isAside:
                "\(found.words) stands before \(name) where \(wanted.words) is due: \(wanted.reason)"
            case (nil, let wanted?) where wanted.isAside:
                "\(wanted.words) is missing before \(name): \(wanted.reason)"
            case (let found?, let wanted?):
                "\(found.words) stands before \(name) where the guide has \(wanted.words)"
            case (let found?, nil): "\(found.words) stands before \(name), where the guide has nothing"
            case (nil, let wanted?): "\(wanted.words) is missing before \(name)"
            case (nil, nil): ""
            }
        return X12Error(.malformedXML, at: Location(line: line), "line \(line): \(words)")
    }

    private mutating func checkGuide(_ guide: Guide?, _ line: Int) throws(X12Error) {
        let named = shared.segments.expectations.takeGuide()
        guard let guide, named != guide.identifier else { return }
        throw X12Error(
            .malformedXML, at: Location(line: line),
            "line \(line): the set's guide is not the one that its group names, \(guide.identifier)")
    }

    private func misread(_ line: Int) -> X12Error {
        X12Error(
            .malformedXML, at: Location(line: line),
            "line \(line): the segments cannot be told apart as the document says: an ISA inside a value, or segments in what stands between"
        )
    }

    private mutating func table(of guide: Guide) -> LoopTable {
        let key = "\(guide.identifier) \(guide.transactionSet)"
        if let table = tables[key] { return table }
        let table = LoopTable(guide)
        tables[key] = table
        return table
    }
}

/// Hands out a document's bytes block by block, each checked.
private final class Reading {
    private var reader: GenericXMLReader
    private var block = Block()
    private var bytes: [UInt8] = []
    private var taken = 0

    init(_ reader: consuming GenericXMLReader) { self.reader = reader }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(X12Error) -> Int {
        while taken == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            taken = 0
            guard try reader.next(into: &block) else { return 0 }
            block.appendReceived(to: &bytes)
        }
        let count = min(buffer.count, bytes.count - taken)
        bytes.withUnsafeBytes { source in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[taken..<taken + count]))
        }
        taken += count
        return count
    }
}
