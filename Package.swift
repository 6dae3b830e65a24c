// swift-tools-version: 6.2
import PackageDescription

/// Whether the command line is made to be handed out, as `make release` does (decision 0021).
let isForRelease: Bool = {
    #if os(Linux)
        Context.environment["X12_STATIC"] != nil
    #else
        false
    #endif
}()

/// Settings of every target: warnings stop the build, imports are internal unless said otherwise. In a release each function
/// is a piece of its own, for the linker to leave out or to put beside those that are used with it.
let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ] + (isForRelease ? [.unsafeFlags(["-Xfrontend", "-function-sections"])] : [])

/// Settings of the targets that hold views into bytes which they do not own (`~Escapable`).
let viewSettings = settings + [.enableExperimentalFeature("Lifetimes")]

#if canImport(Glibc)
    import Glibc

    /// The places that hold addresses, packed, where the C library can read that (glibc 2.36): 3 MB less to load.
    let packsRelocations: [String] = {
        var text = [CChar](repeating: 0, count: 64)
        let count = confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count)
        guard count > 1, count <= text.count else { return [] }
        let name = String(decoding: text.prefix(count - 1).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let version = name.split { $0 == " " || $0 == "." }.compactMap { Int($0) }
        guard version.count >= 2, (version[0], version[1]) >= (2, 36) else { return [] }
        return ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
    }()
#else
    let packsRelocations: [String] = []
#endif

/// The functions that the verbs run through, as `make order` writes them down.
let functionOrder = "Sources/X12Command/functions.order"

/// With `X12_STATIC` set, as `make release` does: the command line brings Swift's own libraries along, runs where there
/// are none, and begins in half the time and two thirds of the memory (decision 0021). Foundation is named with what it is made of, for
/// the linker is not told.
let bringsLibraries: [LinkerSetting] = {
    guard isForRelease else { return [] }
    let parts = [
        "Foundation", "CoreFoundation", "FoundationInternationalization", "FoundationEssentials",
        "_FoundationICU", "_FoundationCShims", "_FoundationCollections", "swiftSynchronization",
    ]
    return [
        .unsafeFlags(["-static-stdlib", "-use-ld=lld", "-Xlinker", "--no-export-dynamic"]),
        .unsafeFlags(["-Xlinker", "--strip-debug"] + packsRelocations + parts.map { "-l" + $0 }),
        // The C++ library that Swift's own needs comes along too, and libxml2 is loaded when it is first called
        // (decision 0035); both are named by what is linked already.
        .unsafeFlags([
            "-Xlinker", "-l:libstdc++.a", "-Xclang-linker", "-static-libgcc",
            "-Xlinker", "--remap-inputs=*/libstdc++.so=/dev/null",
            "-Xlinker", "--remap-inputs=*/libxml2.so=/dev/null",
        ]),
        // What is run lies together, so that a run has less of the program in memory (decision 0029).
        .unsafeFlags(["-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/\(functionOrder)"]),
        .unsafeFlags(["-Xlinker", "--no-warn-symbol-ordering"]),
    ]
}()

let package = Package(
    name: "swift-x12",
    products: [
        // The library: everything a program needs to read, check and write.
        .library(name: "X12", targets: ["X12"]),
        // Control numbers that outlive the program; apart, because it brings SQLite along.
        .library(name: "X12Ledger", targets: ["X12Ledger"]),
        // Claim files of encounters, inquiries of a roster; apart, because its numbers come from a ledger.
        .library(name: "X12Generation", targets: ["X12Generation"]),
        // Code sets out of the official files; apart for the same reason.
        .library(name: "X12CodeStore", targets: ["X12CodeStore"]),
        // For a guide of one's own at run time; apart, because it brings libxml2 along.
        .library(name: "X12GrammarXML", targets: ["X12GrammarXML"]),
        // Export to XML, import, schemas, queries; apart for the same reason.
        .library(name: "X12XML", targets: ["X12XML"]),
        // The command line.
        .executable(name: "x12", targets: ["X12Command"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Where, why and what: locations, errors that stop, findings and their words.
        .target(name: "X12Diagnostics", swiftSettings: settings),
        // The vectorised search for delimiters, in C, chosen for the machine when the program starts.
        .target(name: "CX12Scan"),
        // Bytes to segments and back: reader, views, delimiters, envelopes, writer, exact values.
        .target(name: "X12Text", dependencies: ["X12Diagnostics", "CX12Scan"], swiftSettings: viewSettings),
        // What a guide can say, and its compiled text program.
        .target(name: "X12Grammar", dependencies: ["X12Diagnostics", "X12Text"], swiftSettings: settings),
        // libxml2, as the system has it.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // The functions of libxml2 that are used, each loading it when first called: only XML, queries, and guides or profiles
        // of one's own need it, and loading it takes a tenth of a short run (decision 0035).
        .target(name: "CLibXML2OnDemand", dependencies: ["CLibXML2"]),
        // Guides, dictionary and code labels out of XML, checked against their schemas.
        .target(
            name: "X12GrammarXML", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "CLibXML2"],
            swiftSettings: settings),
        // Turns a file of Specs/ into a Swift file that holds its program; runs while the package is built.
        .executableTarget(
            name: "SpecCompiler", dependencies: ["X12Diagnostics", "X12Grammar", "X12GrammarXML"],
            swiftSettings: settings),
        .plugin(
            name: "SpecCompilerPlugin", capability: .buildTool(), dependencies: ["SpecCompiler"],
            path: "Sources/SpecCompilerPlugin"),
        // The guides, the dictionary and the code labels themselves; the folder is their home, not Sources.
        .target(
            name: "X12Specs", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar"], path: "Specs",
            exclude: ["guides", "dictionary", "codes", "profiles", "schema"], swiftSettings: settings,
            plugins: ["SpecCompilerPlugin"]),
        // Finds each segment's loop, recovers where none takes it, hands out blocks.
        .target(
            name: "X12Parser", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "X12Specs"],
            swiftSettings: viewSettings),
        // Levels 1 and 2: base syntax and guide, all from grammar and dictionary.
        .target(
            name: "X12Validation",
            dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser"],
            swiftSettings: viewSettings),
        // Claims, remittances, eligibility: typed values, both ways, as X12 and as JSON.
        .target(
            name: "X12Models", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "X12Parser"],
            swiftSettings: viewSettings),
        // Models as tables: CSV with a declaration for each column; and the reader of CSV.
        .target(
            name: "X12Tables",
            dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Models"],
            swiftSettings: settings),
        // Database files of ours: who may read them, what is refused, what went wrong in our words.
        .target(
            name: "X12Storage",
            dependencies: ["X12Diagnostics", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        // The database beside the claims: control numbers given out, and what for.
        .target(
            name: "X12Ledger",
            dependencies: ["X12Diagnostics", "X12Storage", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        // Code sets of a user's own: readers of the official files, and the database they are kept in.
        .target(
            name: "X12CodeStore",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        // Levels 3 to 7: one declaration a rule, asked about models; and all levels in one go.
        .target(
            name: "X12Rules",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Validation",
                "X12Models",
            ],
            swiftSettings: viewSettings),
        // Claims made of encounters, checked, put in order, and written for their receivers.
        .target(
            name: "X12Generation",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Models", "X12Tables", "X12Parser",
                "X12Rules", "X12Ledger",
            ],
            swiftSettings: settings),
        // Answers written from findings: TA1, 999, 277CA; and answers read against what they answer.
        .target(
            name: "X12Acknowledgements",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Models",
            ],
            swiftSettings: viewSettings),
        // XML, both ways: the generic form and the models, their schemas, and queries.
        .target(
            name: "X12XML",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Models", "CLibXML2",
            ],
            swiftSettings: viewSettings),
        // All of the library with one import.
        .target(
            name: "X12",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Validation",
                "X12Models", "X12Tables", "X12Rules", "X12Acknowledgements",
            ],
            swiftSettings: settings),
        // The command line: options in, one library call, text or JSON out.
        .executableTarget(
            name: "X12Command",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Validation",
                "X12Models", "X12Tables", "X12Rules", "X12Ledger", "X12CodeStore", "X12Generation",
                "X12Acknowledgements", "X12GrammarXML", "X12XML",
                .target(name: "CLibXML2OnDemand", condition: .when(platforms: [.linux])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], exclude: ["functions.order"], swiftSettings: viewSettings, linkerSettings: bringsLibraries),

        // What tests and benchmarks share: random numbers, made-up claims and payments, valid sets of any guide, a
        // slow tokenizer.
        .target(
            name: "X12TestSupport", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar", "X12Specs"],
            path: "Tests/X12TestSupport", swiftSettings: viewSettings),
        // Files of six kinds about the same made-up patients, with an answer key.
        .target(
            name: "X12TestBed",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Parser", "X12Validation", "X12Models", "X12Rules",
                "X12Acknowledgements", "X12Ledger", "X12Generation", "X12TestSupport",
            ], path: "Tests/X12TestBed", swiftSettings: viewSettings),
        // The unit that speed is stated in: a bare vector loop over the delimiters.
        .target(name: "CYardstick", path: "Tests/CYardstick"),
        // Speed as ratios to that unit, and the generator on the command line.
        .executableTarget(
            name: "x12-benchmarks",
            dependencies: [
                "CX12Scan", "CYardstick", "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser",
                "X12Validation", "X12Models", "X12Rules", "X12Tables", "X12Ledger", "X12Generation", "X12XML",
                "X12TestBed", "X12TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/X12Benchmarks", swiftSettings: settings),
        // What is fed with inputs that nobody thought of; `make fuzz` builds a program of it.
        .target(
            name: "X12FuzzTargets",
            dependencies: [
                "X12Diagnostics", "X12Text", "X12Grammar", "X12GrammarXML", "X12Specs", "X12Parser",
                "X12Validation", "X12Models", "X12Rules", "X12XML", "X12TestSupport",
            ],
            path: "Tests/X12FuzzTargets", swiftSettings: settings),
        .testTarget(
            name: "X12FuzzTargetsTests", dependencies: ["X12FuzzTargets", "X12TestSupport"],
            exclude: ["Kept"],
            swiftSettings: settings),
        .testTarget(
            name: "X12TestSupportTests", dependencies: ["X12TestSupport", "X12Grammar", "X12Specs"],
            swiftSettings: settings),
        .testTarget(
            name: "CX12ScanTests", dependencies: ["CX12Scan", "X12TestSupport"], swiftSettings: settings),
        .testTarget(name: "X12DiagnosticsTests", dependencies: ["X12Diagnostics"], swiftSettings: settings),
        .testTarget(
            name: "X12TextTests", dependencies: ["X12Text", "X12Diagnostics", "X12TestSupport"],
            swiftSettings: viewSettings),
        // The compact program form.
        .testTarget(
            name: "X12GrammarTests", dependencies: ["X12Grammar", "X12Diagnostics", "X12Text"],
            swiftSettings: settings),
        // The reader of guide files, and what it refuses.
        .testTarget(
            name: "X12GrammarXMLTests",
            dependencies: ["X12GrammarXML", "X12Grammar", "X12Diagnostics", "X12Text", "X12Specs"],
            swiftSettings: settings),
        // The guides as data: numbers, names, ambiguities; and what they make of real segments.
        .testTarget(
            name: "X12SpecsTests",
            dependencies: [
                "X12Specs", "X12Grammar", "X12Text", "X12Parser", "X12Diagnostics", "X12TestSupport",
            ],
            swiftSettings: settings),
        // Placement, recovery, blocks, envelopes.
        .testTarget(
            name: "X12ParserTests",
            dependencies: [
                "X12Parser", "X12Grammar", "X12Text", "X12Diagnostics", "X12Specs", "X12TestSupport",
            ],
            swiftSettings: viewSettings),
        // What levels 1 and 2 find, and what they leave alone.
        .testTarget(
            name: "X12ValidationTests",
            dependencies: [
                "X12Validation", "X12Parser", "X12Grammar", "X12Text", "X12Diagnostics", "X12Specs",
                "X12TestSupport",
            ],
            swiftSettings: viewSettings),
        // The models: against their guides, and from X12 to X12.
        .testTarget(
            name: "X12ModelsTests",
            dependencies: [
                "X12Models", "X12Specs", "X12Grammar", "X12Text", "X12Parser", "X12Diagnostics",
                "X12TestSupport",
            ],
            exclude: ["JSON/Goldens"], swiftSettings: viewSettings),
        // Tables: what they hold, that they add up, and that nothing in them is taken for a formula.
        .testTarget(
            name: "X12TablesTests",
            dependencies: ["X12Tables", "X12Models", "X12Diagnostics", "X12Text", "X12TestSupport"],
            swiftSettings: settings),
        // Control numbers: none twice, whatever happens.
        .testTarget(
            name: "X12StorageTests",
            dependencies: [
                "X12Storage", "X12Diagnostics", "X12TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "X12LedgerTests",
            dependencies: [
                "X12Ledger", "X12Diagnostics", "X12TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        // The official files' layouts, what is refused, and the store.
        .testTarget(
            name: "X12CodeStoreTests",
            dependencies: [
                "X12CodeStore", "X12Grammar", "X12Text", "X12Diagnostics", "X12TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        // Rules: their examples, the table of all ids, their pages, corpus and worked examples.
        .testTarget(
            name: "X12RulesTests",
            dependencies: [
                "X12Rules", "X12Validation", "X12Models", "X12Parser", "X12Grammar", "X12GrammarXML",
                "X12Text",
                "X12Diagnostics", "X12Specs", "X12TestBed", "X12TestSupport",
            ],
            exclude: ["Catalogue"], swiftSettings: viewSettings),
        // From encounters to claim files.
        .testTarget(
            name: "X12GenerationTests",
            dependencies: [
                "X12Generation", "X12Ledger", "X12Models", "X12Parser", "X12Validation", "X12Rules",
                "X12Specs",
                "X12Grammar", "X12Text", "X12Diagnostics", "X12TestSupport",
            ],
            swiftSettings: settings),
        // The library as a whole: the catalogue of all rules, and its page. What stands behind the one import is named too, so
        // that these tests are built anew when a layout there changes.
        .testTarget(
            name: "X12Tests",
            dependencies: [
                "X12", "X12Diagnostics", "X12Text", "X12Grammar", "X12Specs", "X12Parser", "X12Validation",
                "X12Models", "X12Tables", "X12Rules", "X12Acknowledgements", "X12Generation", "X12Ledger",
                "X12TestSupport",
            ], swiftSettings: settings),
        // Answers: every code, round trips, and our own checks on what is written.
        .testTarget(
            name: "X12AcknowledgementsTests",
            dependencies: [
                "X12Acknowledgements", "X12Validation", "X12Rules", "X12Models", "X12Parser", "X12Grammar",
                "X12Text", "X12Diagnostics", "X12Specs", "X12TestSupport",
            ],
            exclude: ["Golden"], swiftSettings: viewSettings),
        // XML: against libxml2's writer, against the schemas, and from X12 to X12.
        .testTarget(
            name: "X12XMLTests",
            dependencies: [
                "X12XML", "X12Models", "X12Validation", "X12Parser", "X12Grammar", "X12Specs", "X12Text",
                "X12Diagnostics", "X12TestSupport", "CLibXML2",
            ],
            swiftSettings: viewSettings),
        // The test bed: clean where its key says so, faulty where it says so.
        .testTarget(
            name: "X12TestBedTests",
            dependencies: [
                "X12TestBed", "X12Acknowledgements", "X12Validation", "X12Rules", "X12Models", "X12Parser",
                "X12Text", "X12Diagnostics", "X12TestSupport",
            ], swiftSettings: viewSettings),
        // The command line as a user meets it: the built program, its streams and exit statuses.
        .testTarget(
            name: "X12CommandTests", dependencies: ["X12Command", "X12TestSupport"], exclude: ["Golden"],
            swiftSettings: settings),
    ]
)

// libFuzzer brings the program's beginning, so this one is built only when it is asked for.
if Context.environment["X12_FUZZ"] != nil {
    let flags = ["-sanitize=fuzzer,address", "-parse-as-library"]
    package.targets.append(
        .executableTarget(
            name: "X12Fuzz", dependencies: ["X12FuzzTargets"], path: "Tests/X12Fuzz",
            swiftSettings: settings + [.unsafeFlags(flags)],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
    package.products.append(.executable(name: "x12-fuzz", targets: ["X12Fuzz"]))
}
