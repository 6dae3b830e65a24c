import Foundation
import PackagePlugin

/// Has `Specs/` compiled: one Swift file a guide, one each for the dictionary, the code
/// labels, the payer profiles and the list of guides.
@main
struct SpecCompilerPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let compiler = try context.tool(named: "SpecCompiler").url
        let specs = target.directoryURL
        let guides = try Self.files(in: specs.appending(path: "guides"), kind: "xml")
        let dictionary = try Self.files(in: specs.appending(path: "dictionary"), kind: "xml")
        let codes = try Self.files(in: specs.appending(path: "codes"), kind: "xml")
        let profiles = try Self.files(in: specs.appending(path: "profiles"), kind: "xml")
        let schemas = try Self.files(in: specs.appending(path: "schema"), kind: "xsd")

        func command(_ kind: String, output name: String, inputs: [URL]) -> Command {
            let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
            return .buildCommand(
                displayName: "Compiling specifications: \(name)", executable: compiler,
                arguments: [kind, output.path] + inputs.map(\.path), inputFiles: inputs, outputFiles: [output]
            )
        }
        var commands = guides.map { guide in
            command(
                "guide", output: "Guide-" + guide.deletingPathExtension().lastPathComponent,
                inputs: [guide] + dictionary + schemas)
        }
        commands.append(command("dictionary", output: "Dictionary", inputs: dictionary + schemas))
        commands.append(command("codes", output: "Codes", inputs: codes + schemas))
        commands.append(command("profiles", output: "Profiles", inputs: profiles + schemas))
        commands.append(command("index", output: "GuideIndex", inputs: guides))
        return commands
    }

    private static func files(in folder: URL, kind: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == kind }
            .sorted { $0.path < $1.path }
    }
}
