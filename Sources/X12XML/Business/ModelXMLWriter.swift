public import X12Diagnostics
public import X12Models

/// Writes interchanges as XML of the models: claims, remittances, eligibility, with names in words.
///
///     <document schemaVersion="1.0">
///       <interchanges>
///         <interchange> …
///           <claims>
///             <claim>
///               <patientControlNumber>PCN0001</patientControlNumber>
///               <chargeAmount>180</chargeAmount>
///
/// It is the JSON document in another notation: the same walk through the models gives both (``JSONToXML``), so names,
/// order, and what is left out are the same.
public struct ModelXMLWriter: ~Copyable {
    private var json = JSONDocumentWriter(isPretty: false)
    private var xml: JSONToXML

    /// Creates a writer of one document.
    public init(isIndented: Bool = true) { xml = JSONToXML(isIndented: isIndented) }

    /// Writes one piece; pieces come in the order in which a ``X12Models/ModelReader`` hands them out.
    public mutating func write(_ item: ModelItem) { json.write(item) }

    /// Writes the document's end.
    public mutating func finish() { json.finish() }

    /// Hands the bytes that wait to a sink, when there are at least `limit` of them.
    ///
    /// - Throws: what the sink throws.
    public mutating func drain(
        over limit: Int = 0, into sink: (UnsafeRawBufferPointer) throws(X12Error) -> Void
    ) throws(X12Error) {
        try Self.pass(&json, to: &xml)
        try xml.drain(over: limit, into: sink)
    }

    private static func pass(_ json: inout JSONDocumentWriter, to xml: inout JSONToXML) throws(X12Error) {
        try json.drain { bytes throws(X12Error) in xml.take(bytes.bindMemory(to: UInt8.self)) }
    }
}
