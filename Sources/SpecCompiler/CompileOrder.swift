import X12Grammar
import X12GrammarXML

/// What the build asks for: one Swift file, made of some files of `Specs/`.
struct CompileOrder {
    /// What to make.
    enum Kind: String {
        /// One guide.
        case guide
        /// The base dictionary, and the schema that a user's own guide is checked with.
        case dictionary
        /// The code lists.
        case codes
        /// The payer profiles, and the schema that a user's own is checked with.
        case profiles
        /// The list of the guides.
        case index
    }

    let kind: Kind
    /// The Swift file to write.
    let output: String
    /// The files of `Specs/` that the result depends on; their folders say what they are.
    let inputs: [String]

    init?(_ arguments: ArraySlice<String>) {
        guard arguments.count >= 3, let kind = arguments.first.flatMap(Kind.init(rawValue:)) else {
            return nil
        }
        self.kind = kind
        output = arguments[arguments.startIndex + 1]
        inputs = Array(arguments.dropFirst(2))
    }

    /// The text of the Swift file.
    func swiftSource() throws -> String {
        switch kind {
        case .guide: try guideSource()
        case .dictionary: try dictionarySource()
        case .codes: try codesSource()
        case .profiles: try profilesSource()
        case .index: indexSource()
        }
    }

    // MARK: - The kinds of file

    private func guideSource() throws -> String {
        guard let path = paths(in: "guides").first else { throw SpecFaults(path: output, "no guide given") }
        let guide = try GuideFile.guide(
            SpecSource(path: path), schema: schema("guide"), dictionary: dictionary())
        let key = Self.stem(path)
        guard key == guide.identifier || key == "\(guide.identifier)-\(guide.transactionSet)" else {
            throw SpecFaults(
                path: path, line: 1, "guide \(guide.identifier) must be in \(guide.identifier).xml")
        }
        return """
            \(Self.head)enum \(Self.typeName(key)) {
                static let guide = CompiledSpecs.guide(program)

                private static let program: StaticString = \(Self.literal(GuideProgram.encode(guide)))
            }

            """
    }

    private func dictionarySource() throws -> String {
        """
        \(Self.head)extension CompiledSpecs {
            static let dictionaryProgram: StaticString = \(Self.literal(DictionaryProgram.encode(try dictionary())))

            static let guideSchema: StaticString = \(Self.literal(try schema("guide")))
        }

        """
    }

    private func codesSource() throws -> String {
        let lists = try CodesFile.lists(sources(in: "codes"), schema: schema("codes")).lists
            .sorted { $0.key < $1.key }
        let programs = lists.map { key, list in
            """
            private enum \(Self.typeName(key, "CodeList")) {
                static let list = CompiledSpecs.codeList(program)

                private static let program: StaticString = \(Self.literal(CodeProgram.encode(list)))
            }


            """
        }
        let names = lists.map { "\"\($0.key)\"" }.joined(separator: ", ")
        let cases = lists.map { "        case \"\($0.key)\": \(Self.typeName($0.key, "CodeList")).list\n" }
        return """
            \(Self.head)extension CompiledSpecs {
                static let codeLists = [\(names)]

                static func codeList(named name: String) -> CodeList? {
                    switch name {
            \(cases.joined())        default: nil
                    }
                }
            }

            \(programs.joined())
            """
    }

    private func profilesSource() throws -> String {
        let schema = try schema("profile")
        let profiles = try paths(in: "profiles").map { path in
            let profile = try ProfileFile.profile(SpecSource(path: path), schema: schema)
            guard profile.name == Self.stem(path) else {
                throw SpecFaults(
                    path: path, line: 1, "profile \(profile.name) must be in \(profile.name).xml")
            }
            return profile
        }
        return """
            \(Self.head)extension CompiledSpecs {
                static let profileProgram: StaticString = \(Self.literal(ProfileProgram.encode(profiles)))

                static let profileSchema: StaticString = \(Self.literal(schema))
            }

            """
    }

    private func indexSource() -> String {
        let keys = paths(in: "guides").map(Self.stem).sorted()
        let names = keys.map { "\"\($0)\"" }.joined(separator: ", ")
        let cases = keys.map { "        case \"\($0)\": \(Self.typeName($0)).guide\n" }.joined()
        return """
            \(Self.head)extension CompiledSpecs {
                static let guides = [\(names)]

                static func guide(named identifier: String) -> Guide? {
                    switch identifier {
            \(cases)        default: nil
                    }
                }
            }

            """
    }

    // MARK: - Inputs

    private func dictionary() throws -> BaseDictionary {
        try DictionaryFile.dictionary(sources(in: "dictionary"), schema: schema("dictionary"))
    }

    private func schema(_ name: String) throws -> String {
        guard let path = paths(in: "schema").first(where: { Self.stem($0) == name }) else {
            throw SpecFaults(path: output, "no schema '\(name)' given")
        }
        return String(decoding: try SpecSource(path: path).bytes, as: UTF8.self)
    }

    private func sources(in folder: String) throws -> [SpecSource] {
        try paths(in: folder).map { try SpecSource(path: $0) }
    }

    private func paths(in folder: String) -> [String] {
        inputs.filter { $0.split(separator: "/").dropLast().last.map(String.init) == folder }
    }

    // MARK: - Swift text

    private static let head = """
        // Made from the files in Specs/ when the package is built; edit those.
        import X12Grammar


        """

    private static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }

    private static func typeName(_ key: String, _ kind: String = "Guide") -> String {
        "\(kind)_" + String(key.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// A raw literal of many lines; its text must hold no `"""#`, which programs never do.
    private static func literal(_ text: String) -> String { "#\"\"\"\n\(text)\n\"\"\"#" }
}
