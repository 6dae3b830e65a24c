internal import CLibXML2
internal import X12Diagnostics

/// Owns one compiled expression and the context that it is evaluated in.
struct XPathProgram: ~Copyable {
    private let program: xmlXPathCompExprPtr
    private let context: xmlXPathContextPtr
    private let faults: Unmanaged<XPathFaults>

    /// The most steps of one evaluation.
    private static let mostSteps: UInt = 10_000_000

    /// Compiles an expression to be evaluated in a document.
    init(_ path: String, in document: xmlDocPtr?) throws(X12Error) {
        let faults = XPathFaults()
        let context = xmlXPathNewContext(document)
        let program = context.flatMap { context -> xmlXPathCompExprPtr? in
            context.pointee.userData = Unmanaged.passUnretained(faults).toOpaque()
            context.pointee.error = XPathFaults.note
            context.pointee.opLimit = Self.mostSteps
            xmlXPathRegisterNs(context, "f", GenericXML.findingNamespace)
            return xmlXPathCtxtCompile(context, path)
        }
        guard let context, let program else {
            xmlXPathFreeContext(context)
            throw faults.error ?? X12Error(.malformedQuery, "the expression cannot be read")
        }
        self.program = program
        self.context = context
        self.faults = Unmanaged.passRetained(faults)
    }

    deinit {
        xmlXPathFreeCompExpr(program)
        xmlXPathFreeContext(context)
        faults.release()
    }

    /// Evaluates the expression at the document's root; the caller frees the result.
    borrowing func evaluate() throws(X12Error) -> xmlXPathObjectPtr {
        context.pointee.node = context.pointee.doc.map {
            UnsafeMutableRawPointer($0).assumingMemoryBound(to: xmlNode.self)
        }
        context.pointee.opCount = 0
        guard let result = xmlXPathCompiledEval(program, context) else {
            throw faults.takeUnretainedValue().error
                ?? X12Error(.malformedQuery, "the expression cannot be evaluated")
        }
        return result
    }

    /// Refuses an expression that cannot be compiled, or that asks for functions that there are not.
    static func check(_ path: String) throws(X12Error) {
        xmlInitParser()
        let document = xmlNewDoc("1.0")
        defer { xmlFreeDoc(document) }
        xmlDocSetRootElement(document, xmlNewDocNode(document, nil, GenericXML.root, nil))
        let program = try XPathProgram(path, in: document)
        xmlXPathFreeObject(try program.evaluate())
    }
}

/// What libxml2 says of an expression.
private final class XPathFaults {
    private(set) var error: X12Error?

    /// Takes an error; the first one counts.
    static let note: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<xmlError>?) -> Void = {
        faults, error in
        guard let faults, let error = error?.pointee else { return }
        let list = Unmanaged<XPathFaults>.fromOpaque(faults).takeUnretainedValue()
        guard list.error == nil else { return }
        let words = error.message.map { String(cString: $0) } ?? ""
        let line = words.split(separator: "\n").first.map { $0.lowercased() } ?? "cannot be read"
        list.error = X12Error(.malformedQuery, "XPath: \(line)")
    }
}
