/// The definitions of a schema, each made when it is first asked for.
///
/// A class, because the visitors of parts inside of parts add to one and the same.
final class SchemaDefinitions {
    /// The definitions, in the order in which they were asked for.
    private(set) var all: [(name: String, node: SchemaNode?)] = []

    /// A reference to the definition of a name, which is made now unless it is there.
    func reference(_ name: String, _ make: () -> SchemaNode) -> SchemaNode {
        if !all.contains(where: { $0.name == name }) {
            let index = all.count
            // Known from here on, so that a part may stand inside itself.
            all.append((name, nil))
            all[index].node = make()
        }
        return .reference(name)
    }

    /// The definitions that a node needs, in the order in which they were asked for.
    func needed(by root: SchemaNode) -> [(name: String, node: SchemaNode?)] {
        var met: Set<String> = []
        var waiting = root.references
        while let name = waiting.popLast() {
            guard met.insert(name).inserted else { continue }
            waiting += all.first { $0.name == name }?.node?.references ?? []
        }
        return all.filter { met.contains($0.name) }
    }

    /// A part of a model, by itself.
    func part<Part: ModelPart>(_ type: Part.Type, inside surroundings: SchemaVisitor.Surroundings)
        -> SchemaNode
    {
        reference(Self.name(type)) { .object(fields(of: type, inside: surroundings)) }
    }

    /// The fields of a part.
    func fields<Part: ModelPart>(
        of type: Part.Type, inside surroundings: SchemaVisitor.Surroundings = .init()
    ) -> [SchemaField] {
        var visitor = SchemaVisitor(self, surroundings)
        var empty = Part()
        empty.walk(&visitor)
        return visitor.fields
    }

    /// The name of a part's definition: its type's, with the types it stands in before it.
    static func name<Part: ModelPart>(_ type: Part.Type) -> String {
        // The module comes first.
        String(reflecting: type).split(separator: ".").dropFirst().joined()
    }
}
