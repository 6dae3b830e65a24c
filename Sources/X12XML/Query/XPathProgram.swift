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
        clibxml2_be_quiet()
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
        let place = error.int1 > 0 ? "behind character \(error.int1): " : ""
        list.error = X12Error(.malformedQuery, "XPath: \(place)\(words(for: error.code))")
    }

    /// libxml2 gives a number alone.
    private static func words(for code: Int32) -> String {
        switch Int(code) - Int(XML_XPATH_EXPRESSION_OK.rawValue) {
        case Int(XPATH_UNFINISHED_LITERAL_ERROR.rawValue), Int(XPATH_START_LITERAL_ERROR.rawValue):
            "a text has no closing quotation mark"
        case Int(XPATH_VARIABLE_REF_ERROR.rawValue), Int(XPATH_UNDEF_VARIABLE_ERROR.rawValue):
            "there are no variables"
        case Int(XPATH_INVALID_PREDICATE_ERROR.rawValue): "a condition in brackets is not closed"
        case Int(XPATH_UNCLOSED_ERROR.rawValue): "a parenthesis is not closed"
        case Int(XPATH_UNKNOWN_FUNC_ERROR.rawValue): "there is no function of that name"
        case Int(XPATH_INVALID_OPERAND.rawValue), Int(XPATH_INVALID_TYPE.rawValue):
            "a value of another kind is asked for"
        case Int(XPATH_INVALID_ARITY.rawValue): "a function has too many or too few values"
        case Int(XPATH_UNDEF_PREFIX_ERROR.rawValue): "there is no prefix but f"
        case Int(XPATH_OP_LIMIT_EXCEEDED.rawValue), Int(XPATH_RECURSION_LIMIT_EXCEEDED.rawValue):
            "this takes too many steps"
        default: "the expression is cut, or has something in the wrong place"
        }
    }
}
