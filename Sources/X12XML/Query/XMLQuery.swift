internal import CLibXML2
public import X12Diagnostics
public import X12Parser

/// Evaluates an XPath expression over the generic form of XML, block by block, in flat memory.
///
///     var query = try XMLQuery(try QueryExpression("//CLP[CLP02 = 4]/CLP01"))
///     while try reader.next(into: &block) {
///         for result in try query.results(in: block) { print(result.value) }
///     }
///
/// An expression sees one claim, one payment or one level at a time, inside of all that is open around it: envelopes,
/// headers, the levels above. So it can look up and down, but not at other claims: `//CLM[1]` is every claim. Each node
/// is a result once, where it first matches. An expression that is no path (`sum(//SVC02)`) has one answer for each
/// claim, payment or person.
public struct XMLQuery: ~Copyable {
    /// What is made of a result besides its value.
    public enum Detail: Hashable, Sendable {
        /// The segments.
        case segments
        /// The XML.
        case xml
    }

    private let expression: QueryExpression
    private let details: Set<Detail>
    private var tree: QueryDocument
    private var program: XPathProgram?
    private var segments = QueriedSegments()

    /// Creates a query of one input.
    ///
    /// - Throws: ``X12Error/Code/malformedQuery`` when libxml2 cannot begin.
    public init(_ expression: QueryExpression, details: Set<Detail> = [.segments]) throws(X12Error) {
        self.expression = expression
        self.details = details
        var options = GenericXMLOptions.bare
        options.showsLabels = expression.needsLabels
        options.showsFindings = expression.needsFindings
        tree = try QueryDocument(options)
    }

    /// What the expression finds in the next block.
    ///
    /// - Parameters:
    ///   - block: The block; blocks come in the order in which a ``X12Parser/BlockReader`` hands them out.
    ///   - findings: What was found in it, for expressions that ask for findings.
    /// - Returns: What was found, in the document's order.
    /// - Throws: ``X12Error/Code/malformedQuery`` when the expression cannot be evaluated, or takes too many steps.
    public mutating func results(
        in block: borrowing Block, findings: [Finding] = []
    ) throws(X12Error) -> [QueryResult] {
        try tree.take(block, findings: findings)
        segments.take(block, last: tree.segmentCount)
        if program == nil { program = try XPathProgram(expression.path, in: tree.document) }
        let results = try evaluate(isUnit: Self.isUnit(block.kind))
        tree.passOn()
        segments.keep(tree.numbers())
        return results
    }

    private mutating func evaluate(isUnit: Bool) throws(X12Error) -> [QueryResult] {
        guard let object = try program?.evaluate() else { return [] }
        defer { xmlXPathFreeObject(object) }
        guard object.pointee.type == XPATH_NODESET else {
            return isUnit ? [answer(object)] : []
        }
        guard let set = object.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        var results: [QueryResult] = []
        for index in 0..<Int(set.pointee.nodeNr) {
            guard let node = set.pointee.nodeTab[index], Self.isNew(node) else { continue }
            results.append(result(node))
        }
        return results
    }

    private static func isUnit(_ kind: Block.Kind) -> Bool {
        if case .unit = kind { return true }
        return false
    }

    /// Whether a node was no result yet; from now on it was.
    private static func isNew(_ node: xmlNodePtr) -> Bool {
        // Namespaces are no nodes, and the document is none that anybody asks for.
        guard node.pointee.type != XML_NAMESPACE_DECL, node.pointee.type != XML_DOCUMENT_NODE else {
            return false
        }
        let mark = UInt(bitPattern: node.pointee._private)
        guard mark & 1 == 0 else { return false }
        node.pointee._private = UnsafeMutableRawPointer(bitPattern: mark | 1)
        return true
    }

    /// How many segments are held: those that hold for the blocks to come.
    var heldSegments: Int { segments.count }

    // MARK: - Results

    private func answer(_ object: xmlXPathObjectPtr) -> QueryResult {
        var result = QueryResult(kind: .answer)
        result.value = Self.text(xmlXPathCastToString(object))
        result.controlNumbers = segments.controlNumbers
        result.claim = segments.claim
        result.xml = details.contains(.xml) ? "<answer>\(Self.escaped(result.value))</answer>" : ""
        return result
    }

    private func result(_ node: xmlNodePtr) -> QueryResult {
        let element = node.pointee.type == XML_ELEMENT_NODE ? node : node.pointee.parent ?? node
        var result = QueryResult(kind: Self.kind(of: node))
        result.name = node.pointee.name.map { String(cString: $0) } ?? ""
        if result.kind == .value {
            // A finding has no text; what it says is an attribute.
            result.value =
                node.pointee.ns == nil || node != element
                ? content(of: node) : Self.text(xmlGetNoNsProp(node, "message"))
        }
        var numbers: [Int] = []
        Self.numbers(in: Self.segment(around: element) ?? element, into: &numbers)
        result.location = numbers.first.flatMap { segments[$0] }?.location ?? Location()
        if details.contains(.segments) { result.segments = numbers.compactMap { segments[$0]?.bytes } }
        result.segmentEnd = segments.segmentEnd
        result.loop = Self.loop(around: element)
        result.controlNumbers = segments.controlNumbers
        result.claim = segments.claim
        if details.contains(.xml) {
            result.xml =
                node == element ? tree.text(of: node) : "<value>\(Self.escaped(result.value))</value>"
        }
        return result
    }

    /// The text of a node; of a composite its components, each in its place (`SV107-2`), with the separator between them.
    private func content(of node: xmlNodePtr) -> String {
        var parts: [String] = []
        var child = node.pointee.type == XML_ELEMENT_NODE ? node.pointee.children : nil
        while let part = child {
            child = part.pointee.next
            // Findings, which have a namespace of their own, are no components.
            guard part.pointee.type == XML_ELEMENT_NODE, part.pointee.ns == nil, let name = part.pointee.name
            else { continue }
            let place =
                String(cString: name).split(separator: "-").last.flatMap { Int($0) } ?? parts.count + 1
            while parts.count < place - 1 { parts.append("") }
            parts.append(Self.text(xmlNodeGetContent(part)))
        }
        return parts.isEmpty
            ? Self.text(xmlNodeGetContent(node)) : parts.joined(separator: segments.componentSeparator)
    }

    private static func kind(of node: xmlNodePtr) -> QueryResult.Kind {
        guard node.pointee.type == XML_ELEMENT_NODE else { return .value }
        if QueryDocument.isSegment(node), segment(around: node) == node { return .segment }
        return segment(around: node) == nil && node.pointee.ns == nil ? .segments : .value
    }

    /// The element of the segment that an element is or stands in; `nil` outside of segments.
    private static func segment(around node: xmlNodePtr) -> xmlNodePtr? {
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type == XML_ELEMENT_NODE {
            if QueryDocument.number(of: here) > 0 { return here }
            current = here.pointee.parent
        }
        return nil
    }

    private static func numbers(in node: xmlNodePtr, into numbers: inout [Int]) {
        let own = QueryDocument.number(of: node)
        if own > 0 { return numbers.append(own) }
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { Self.numbers(in: current, into: &numbers) }
            child = current.pointee.next
        }
    }

    private static func loop(around node: xmlNodePtr) -> String {
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type == XML_ELEMENT_NODE {
            let name = here.pointee.name.map { String(cString: $0) } ?? ""
            if name.hasPrefix("loop") { return String(name.dropFirst(4)) }
            current = here.pointee.parent
        }
        return ""
    }

    private static func text(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let text else { return "" }
        defer { clibxml2_free(text) }
        return String(cString: text)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
