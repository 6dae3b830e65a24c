internal import CLibXML2
internal import X12Diagnostics
internal import X12Parser

/// The part of a document that lies around one block: what is open, what came before a unit and holds for it (control
/// segments, headers, levels), and the unit.
///
/// libxml2's push parser builds the tree of what a ``GenericXMLWriter`` writes, block by block; what is past is taken
/// out of the tree again, so that it does not grow. Each segment's element carries the segment's number
/// (`_private`, doubled), and every node that was a result already a one.
struct QueryDocument: ~Copyable {
    /// An element that is not closed yet, and the last node inside when a block was through.
    private struct Open {
        var node: xmlNodePtr
        var last: xmlNodePtr?
    }

    private let parser: xmlParserCtxtPtr
    private var writer: GenericXMLWriter
    private var open: [Open] = []
    /// What the block that was taken last has added, to be removed once it was looked at.
    private var passing: [xmlNodePtr] = []
    /// The element that was closed by the block taken last.
    private var closed: xmlNodePtr?
    /// How many segments were written so far.
    private(set) var segmentCount = 0

    init(_ options: GenericXMLOptions) throws(X12Error) {
        xmlInitParser()
        guard let parser = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else {
            throw X12Error(.malformedQuery, "out of memory")
        }
        let choices = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_HUGE.rawValue
        xmlCtxtUseOptions(parser, Int32(choices))
        self.parser = parser
        writer = GenericXMLWriter(options)
    }

    deinit {
        if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
        parser.pointee.myDoc = nil
        xmlFreeParserCtxt(parser)
    }

    /// The tree; `nil` before the first block.
    var document: xmlDocPtr? { parser.pointee.myDoc }

    /// Takes a block into the tree.
    mutating func take(_ block: borrowing Block, findings: [Finding]) throws(X12Error) {
        writer.write(block, findings: findings)
        let parser = parser
        var isSound = true
        try writer.drain { (bytes) throws(X12Error) in
            let text = bytes.bindMemory(to: CChar.self)
            isSound = xmlParseChunk(parser, text.baseAddress, Int32(text.count), 0) == 0
        }
        guard isSound else { throw X12Error(.malformedXML, "libxml2 refuses what was written") }
        let isContext = Self.isContext(block.kind)
        let added = addedNodes()
        dropWhatIsPast(added)
        let stillOpen = openNodes()
        for node in added.nodes {
            number(node)
            let stays = isContext || stillOpen.contains(node) || Self.isSetHeader(node)
            if !stays, closed.map({ !Self.lies(node, in: $0) }) ?? true { passing.append(node) }
        }
        open = stillOpen.map { Open(node: $0, last: $0.pointee.last) }
    }

    /// Takes out of the tree what was there for one block only.
    mutating func passOn() {
        for node in passing { Self.remove(node) }
        passing.removeAll(keepingCapacity: true)
        if let closed { Self.remove(closed) }
        closed = nil
        for index in open.indices { open[index].last = open[index].node.pointee.last }
    }

    // MARK: - What a block adds

    /// The nodes that were added, outermost of each only, in document order; and how many of the elements that were
    /// open got something.
    private func addedNodes() -> (nodes: [xmlNodePtr], touched: Int) {
        guard !open.isEmpty else {
            return (xmlDocGetRootElement(parser.pointee.myDoc).map { [$0] } ?? [], 0)
        }
        var nodes: [xmlNodePtr] = []
        var touched = 0
        for index in open.indices.reversed() {
            var node = open[index].last.map { $0.pointee.next } ?? open[index].node.pointee.children
            if node != nil { touched = max(touched, index + 1) }
            while let current = node {
                nodes.append(current)
                node = current.pointee.next
            }
        }
        return (nodes, touched)
    }

    /// Removes the elements that are closed now and got nothing from this block; the outermost that is closed and got
    /// something goes once the block was looked at.
    private mutating func dropWhatIsPast(_ added: (nodes: [xmlNodePtr], touched: Int)) {
        let stillOpen = openNodes()
        let firstClosed = open.indices.first { $0 >= stillOpen.count || stillOpen[$0] != open[$0].node }
        guard let firstClosed else { return }
        let untouched = max(firstClosed, added.touched)
        if untouched < open.count { Self.remove(open[untouched].node) }
        if untouched > firstClosed, firstClosed > 0 { closed = open[firstClosed].node }
    }

    private func openNodes() -> [xmlNodePtr] {
        (0..<Int(parser.pointee.nodeNr)).compactMap { parser.pointee.nodeTab[$0] }
    }

    /// Gives the segments inside a node their numbers.
    private mutating func number(_ node: xmlNodePtr) {
        guard node.pointee.type == XML_ELEMENT_NODE, node.pointee.ns == nil else { return }
        if Self.isSegment(node) {
            segmentCount += 1
            node.pointee._private = UnsafeMutableRawPointer(bitPattern: segmentCount << 1)
            return
        }
        var child = node.pointee.children
        while let current = child {
            number(current)
            child = current.pointee.next
        }
    }

    // MARK: - Nodes

    /// The number of a segment's element; 0 for any other.
    static func number(of node: xmlNodePtr) -> Int { Int(bitPattern: node.pointee._private) >> 1 }

    /// The numbers of all segments in the tree.
    func numbers() -> Set<Int> {
        var numbers: Set<Int> = []
        if let root = xmlDocGetRootElement(parser.pointee.myDoc) { Self.collect(root, &numbers) }
        return numbers
    }

    private static func collect(_ node: xmlNodePtr, _ numbers: inout Set<Int>) {
        let own = number(of: node)
        if own > 0 { return numbers.formUnion(CollectionOfOne(own)) }
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { collect(current, &numbers) }
            child = current.pointee.next
        }
    }

    /// An element with all inside, as text laid out for reading.
    func text(of node: xmlNodePtr) -> String {
        guard let buffer = xmlBufferCreate() else { return "" }
        defer { xmlBufferFree(buffer) }
        xmlNodeDump(buffer, parser.pointee.myDoc, node, 0, 1)
        return buffer.pointee.content.map { String(cString: $0) } ?? ""
    }

    /// Whether an element is a segment's: its name is an identifier, or `segment`.
    static func isSegment(_ node: xmlNodePtr) -> Bool {
        guard let name = node.pointee.name else { return false }
        if name.pointee >= UInt8(ascii: "A"), name.pointee <= UInt8(ascii: "Z") { return true }
        return String(cString: name) == "segment"
    }

    private static func isSetHeader(_ node: xmlNodePtr) -> Bool {
        node.pointee.name.map { String(cString: $0) == "ST" } ?? false
    }

    /// Whether what a block holds is there for the blocks behind it, too.
    private static func isContext(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .interchange, .group, .header, .level: true
        default: false
        }
    }

    private static func lies(_ node: xmlNodePtr, in ancestor: xmlNodePtr) -> Bool {
        var current: xmlNodePtr? = node
        while let here = current {
            if here == ancestor { return true }
            current = here.pointee.parent
        }
        return false
    }

    private static func remove(_ node: xmlNodePtr) {
        xmlUnlinkNode(node)
        xmlFreeNode(node)
    }
}
