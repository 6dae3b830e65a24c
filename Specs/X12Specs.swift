public import X12Grammar
internal import X12Text

/// The guides, the base dictionary and the code lists that come with the library.
///
/// The XML files beside this one are the source; the build checks them and compiles each into a program of
/// text, which is read when it is first asked for and then kept.
public enum X12Specs {
    /// The identifiers that ``guide(_:)`` knows, sorted (`005010X221A1`).
    ///
    /// Guides that share an identifier have their transaction set behind it (`005010X279A1-270`).
    public static var guides: [String] { CompiledSpecs.guides }

    /// A guide; `nil` when there is none of that identifier.
    ///
    /// The first call for a guide takes about a millisecond, later ones a lookup.
    public static func guide(_ identifier: String) -> Guide? { CompiledSpecs.guide(named: identifier) }

    /// What the base standard says of segments, composites and data elements.
    public static let dictionary = CompiledSpecs.dictionary()

    /// Whether release 005010 has a segment of this identifier (`N9`), whatever transaction set uses it.
    ///
    /// What is longer than an identifier of the standard, or not in upper case, is none.
    public static func isStandardSegment(_ identifier: String) -> Bool {
        dictionary.isStandard(SegmentIdentifier(identifier))
    }

    /// The words for a code of a data element (`1033`, `CO`); `nil` when we have none.
    public static func label(dataElement: String, code: String) -> String? {
        codeList(dataElement)?.label(of: code)
    }

    /// The code list of a data element, or of the outside list of a number (`S411`), with words and, where it is kept
    /// outside of the standard, dates; `nil` when we have none.
    ///
    /// A list is read when it is first asked for and then kept.
    public static func codeList(_ name: String) -> CodeList? { CompiledSpecs.codeList(named: name) }

    /// All code lists.
    public static let codeLists = CompiledSpecs.codes()

    /// The payer profiles that come with the library, by name; each as its file has it, without what it builds upon.
    public static let profiles: [PayerProfile] = CompiledSpecs.profiles()

    /// The schema of profile files, with which a user's own profile is checked.
    public static var profileSchema: String { CompiledSpecs.profileSchema.description }

    /// The schema of guide files, with which a user's own guide is checked.
    public static var guideSchema: String { CompiledSpecs.guideSchema.description }
}

/// Where the generated files meet the door.
enum CompiledSpecs {
    /// Reads a program that this build made; one that cannot be read is a fault of ours.
    static func guide(_ program: StaticString) -> Guide {
        do { return try GuideProgram.decode(program) } catch {
            preconditionFailure("guide program: \(error)")
        }
    }

    static func dictionary() -> BaseDictionary {
        do {
            return try DictionaryProgram.decode(dictionaryProgram)
        } catch {
            preconditionFailure("dictionary program: \(error)")
        }
    }

    static func profiles() -> [PayerProfile] {
        do { return try ProfileProgram.decode(profileProgram) } catch {
            preconditionFailure("profile program: \(error)")
        }
    }

    static func codeList(_ program: StaticString) -> CodeList {
        do { return try CodeProgram.decode(program) } catch {
            preconditionFailure("code program: \(error)")
        }
    }

    static func codes() -> CodeLists {
        CodeLists(
            lists: Dictionary(
                uniqueKeysWithValues: codeLists.compactMap { name in codeList(named: name).map { (name, $0) }
                }))
    }
}
