import Foundation
import X12Models

/// Holds JSON against one of our schemas; it knows the keywords that these use and refuses any other.
struct SchemaCheck {
    let root: [String: Any]
    let definitions: [String: [String: Any]]

    struct UnknownKeyword: Error { let keyword: String }

    init(_ schema: JSONSchema) throws {
        root = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any] ?? [:]
        definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    }

    /// What does not fit, with its path; nothing when all does.
    func faults(in bytes: some Sequence<UInt8>) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        return try faults(value, root, "")
    }

    private func faults(_ value: Any, _ schema: [String: Any], _ path: String) throws -> [String] {
        var faults: [String] = []
        for (keyword, rule) in schema {
            switch keyword {
            case "$ref":
                let name = (rule as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
                guard let definition = definitions[name] else { return ["\(path): no definition \(name)"] }
                faults += try self.faults(value, definition, path)
            case "type":
                let types = rule as? [String] ?? [rule as? String ?? ""]
                if !types.contains(where: { Self.isOf($0, value) }) { faults.append("\(path): no \(types)") }
            case "const": if value as? String != rule as? String { faults.append("\(path): not \(rule)") }
            case "pattern":
                guard let text = value as? String, let pattern = rule as? String else { continue }
                if try text.firstMatch(of: Regex(pattern)) == nil { faults.append("\(path): not \(pattern)") }
            case "properties": faults += try fields(of: value, schema, path)
            case "items":
                for (index, element) in (value as? [Any] ?? []).enumerated() {
                    faults += try self.faults(element, rule as? [String: Any] ?? [:], "\(path)[\(index)]")
                }
            case "maxItems":
                if (value as? [Any] ?? []).count > rule as? Int ?? 0 { faults.append("\(path): too many") }
            case "anyOf", "oneOf":
                let fitting = try (rule as? [[String: Any]] ?? []).filter {
                    try self.faults(value, $0, path).isEmpty
                }
                if fitting.isEmpty || keyword == "oneOf" && fitting.count > 1 {
                    faults.append("\(path): fits \(fitting.count)")
                }
            case "required", "additionalProperties", "description", "$schema", "$id", "title", "$defs": break
            default: throw UnknownKeyword(keyword: keyword)
            }
        }
        return faults
    }

    private func fields(of value: Any, _ schema: [String: Any], _ path: String) throws -> [String] {
        guard let object = value as? [String: Any] else { return [] }
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        var faults: [String] = []
        for (name, field) in object {
            guard let rule = known[name] else {
                faults.append("\(path).\(name): unknown")
                continue
            }
            faults += try self.faults(field, rule, "\(path).\(name)")
        }
        for name in schema["required"] as? [String] ?? [] where object[name] == nil {
            faults.append("\(path): no \(name)")
        }
        return faults
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        let isBool = (value as? NSNumber).map { CFBooleanType.holds($0) } ?? false
        return switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": isBool
        case "number": value is NSNumber && !isBool
        case "integer": !isBool && (value as? NSNumber).map { $0.doubleValue == Double($0.intValue) } == true
        default: false
        }
    }

    /// Foundation's numbers and its true and false are of one class.
    private enum CFBooleanType {
        static func holds(_ number: NSNumber) -> Bool {
            number === NSNumber(value: true) || number === NSNumber(value: false)
                || String(cString: number.objCType) == "c"
        }
    }
}
