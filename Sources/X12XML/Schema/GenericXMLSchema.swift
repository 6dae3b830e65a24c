public import X12Grammar
internal import X12Specs
internal import X12Text

/// The schema (XSD 1.0) of documents of the generic form, made from guides.
///
/// Names, nesting and order are checked: an unknown loop, an element in another segment or order, a missing
/// attribute make a document invalid. What the guide does not take has its place only inside `misplaced` and
/// `unexpected`, where a writer puts it. How often and with which values things may occur is left to the
/// validator, since a document shows what was sent, faults included.
public struct GenericXMLSchema: Sendable {
    /// The schema.
    public let text: String

    /// Makes the schema for sets of some guides; of two with the same ``X12Grammar/Guide/setName`` the first counts.
    ///
    /// Sets of other guides are allowed as a `set`, whose content is not looked at.
    public init(guides: [Guide]) {
        var seen: Set<String> = []
        let guides = guides.filter { seen.insert($0.setName).inserted }
        let names = guides.map { "\($0.identifier) (\($0.setName))" }.joined(separator: ", ")
        var schema = SchemaText()
        schema.schema(documentation: Self.documentation + names) { schema in
            Self.envelope(guides, &schema)
            var segments = SegmentTypes()
            for guide in guides {
                var loops = LoopTypes(guide)
                loops.write(to: &schema, &segments)
            }
            segments.add(envelopeOf: ["ISA", "TA1", "GS", "ST", "SE", "GE", "IEA"])
            segments.write(to: &schema)
            Self.common(&schema)
        }
        text = schema.text
    }

    /// The schema of the elements in the namespace of findings.
    public static let findings: String = {
        var schema = SchemaText()
        let attributes = [
            ("targetNamespace", GenericXML.findingNamespace), ("attributeFormDefault", "unqualified"),
        ]
        schema.schema(attributes, documentation: "What is wrong with a segment, beside its elements.") {
            schema in
            schema.element("element", ("name", "finding")) { element in
                element.element("complexType") { type in
                    type.element("attribute", ("name", "rule"), ("type", "xs:string"), ("use", "required"))
                    type.element("attribute", ("name", "severity"), ("use", "required")) { attribute in
                        attribute.element("simpleType") { simple in
                            simple.element("restriction", ("base", "xs:string")) { values in
                                for value in ["info", "warning", "error", "fatal"] {
                                    values.element("enumeration", ("value", value))
                                }
                            }
                        }
                    }
                    type.element(
                        "attribute", ("name", "level"), ("type", "xs:positiveInteger"), ("use", "required"))
                    type.element("attribute", ("name", "at"), ("type", "xs:string"))
                    type.element("attribute", ("name", "position"), ("type", "xs:positiveInteger"))
                    type.element("attribute", ("name", "message"), ("type", "xs:string"), ("use", "required"))
                }
            }
        }
        return schema.text
    }()

    private static let documentation =
        "X12 interchanges, segment by segment, version \(GenericXML.schemaVersion) of the layout. Guides: "

    // MARK: - Envelopes

    private static func envelope(_ guides: [Guide], _ schema: inout SchemaText) {
        schema.element("element", ("name", GenericXML.root)) { root in
            root.element("complexType") { type in
                type.element("sequence") { content in
                    content.repeated("interchange", type: "interchange")
                    content.findings()
                    content.element(
                        "element", ("name", "trailing"), ("type", "xs:string"), ("minOccurs", "0"))
                }
                type.element(
                    "attribute", ("name", "schemaVersion"), ("type", "xs:string"), ("use", "required"),
                    ("fixed", GenericXML.schemaVersion))
            }
        }
        schema.element("complexType", ("name", "interchange")) { type in
            type.element("sequence") { content in
                content.element("element", ("name", "ISA"), ("type", "ISA"))
                content.element("choice", ("minOccurs", "0"), ("maxOccurs", "unbounded")) { choice in
                    choice.element("element", ("name", "TA1"), ("type", "TA1"))
                    choice.element("element", ("name", "group"), ("type", "group"))
                    choice.element("element", ("name", "unexpected"), ("type", "anySegments"))
                }
                orMissing("IEA", &content)
            }
            for name in ["elementSeparator", "segmentTerminator"] {
                type.element("attribute", ("name", name), ("type", "xs:string"), ("use", "required"))
            }
            type.element("attribute", ("name", "lineEnd"), ("type", "xs:string"))
        }
        schema.element("complexType", ("name", "group")) { type in
            type.element("sequence") { content in
                orMissing("GS", &content)
                content.element("choice", ("minOccurs", "0"), ("maxOccurs", "unbounded")) { choice in
                    for guide in guides {
                        let name = LoopContent.elementName(of: guide.loops[0])
                        choice.element("element", ("name", name), ("type", name))
                    }
                    choice.element("element", ("name", "set"), ("type", "anySegments"))
                    choice.element("element", ("name", "unexpected"), ("type", "anySegments"))
                }
                orMissing("GE", &content)
            }
        }
    }

    /// A segment that must be there, or the mark that it is not.
    static func orMissing(_ identifier: String, _ content: inout SchemaText) {
        content.element("choice") { choice in
            choice.element("element", ("name", identifier), ("type", identifier))
            choice.element("element", ("name", "missing"), ("type", "missing"))
        }
    }

    // MARK: - Types that all share

    private static func common(_ schema: inout SchemaText) {
        schema.element("complexType", ("name", "anySegments")) { type in
            type.element("sequence") { content in
                content.element(
                    "any", ("namespace", "##local"), ("processContents", "skip"), ("minOccurs", "0"),
                    ("maxOccurs", "unbounded"))
            }
        }
        schema.element("complexType", ("name", "missing")) { type in
            type.element("attribute", ("name", "id"), ("use", "required")) { attribute in
                attribute.element("simpleType") { simple in
                    simple.element("restriction", ("base", "xs:string")) { values in
                        values.element("pattern", ("value", "[A-Z][A-Z0-9]{1,2}"))
                    }
                }
            }
        }
        schema.element("complexType", ("name", "segment")) { type in
            type.element("sequence") { content in
                content.repeated("element", type: "element")
                content.findings()
            }
            type.element("attribute", ("name", "id"), ("type", "xs:string"), ("use", "required"))
            type.element("attributeGroup", ("ref", "segment"))
        }
        value("value", isNumbered: false, &schema)
        value("element", isNumbered: true, &schema)
        schema.element("attributeGroup", ("name", "segment")) { group in
            for name in ["name", "before", "received"] {
                group.element("attribute", ("name", name), ("type", "xs:string"))
            }
            group.element("attribute", ("name", "cut"), ("type", "xs:boolean"))
            for name in ["byteOffset", "byteCount", "line"] {
                group.element("attribute", ("name", name), ("type", "xs:nonNegativeInteger"))
            }
        }
    }

    private static func value(_ name: String, isNumbered: Bool, _ schema: inout SchemaText) {
        schema.element("complexType", ("name", name)) { type in
            type.element("simpleContent") { content in
                content.element("extension", ("base", "xs:string")) { value in
                    if isNumbered {
                        value.element(
                            "attribute", ("name", "position"), ("type", "xs:positiveInteger"),
                            ("use", "required"))
                    } else {
                        value.element("attribute", ("name", "name"), ("type", "xs:string"))
                        value.element("attribute", ("name", "meaning"), ("type", "xs:string"))
                    }
                    value.element("attribute", ("name", "verbatim"), ("type", "xs:boolean"))
                    value.element("attribute", ("name", "escaped"), ("type", "xs:boolean"))
                }
            }
        }
    }
}
