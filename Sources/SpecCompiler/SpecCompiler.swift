import X12Diagnostics
import X12GrammarXML

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns files of `Specs/` into Swift files; run by the build, never by people.
///
/// A fault ends the build with `file:line: error: message`.
@main
struct SpecCompiler {
    static func main() {
        guard let order = CompileOrder(CommandLine.arguments.dropFirst()) else {
            leave("error: usage: SpecCompiler guide|dictionary|codes|profiles|index OUTPUT INPUT...")
        }
        do {
            let text = try order.swiftSource()
            guard text.utf8.allSatisfy({ $0 < 0x80 }) else { leave("\(order.output): error: not 7-bit text") }
            guard write(text, to: order.output) else { leave("\(order.output): error: cannot be written") }
        } catch let faults as SpecFaults {
            leave(faults.lines(severity: "error"))
        } catch let error as X12Error {
            leave("error: \(error.detail)")
        } catch {
            leave("error: \(error)")
        }
    }

    private static func write(_ text: String, to path: String) -> Bool {
        guard let file = fopen(path, "wb") else { return false }
        let written = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        return fclose(file) == 0 && written == text.utf8.count
    }

    private static func leave(_ message: String) -> Never {
        print(message)
        exit(1)
    }
}
