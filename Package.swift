// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: warnings stop the build, imports are internal unless said otherwise.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Settings of the targets that hold views into bytes which they do not own (`~Escapable`).
let viewSettings = settings + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
    name: "swift-x12",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
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
        // What tests and benchmarks share: random numbers, made-up claims and payments of any size.
        .target(name: "X12TestSupport", path: "Tests/X12TestSupport", swiftSettings: settings),
        // The unit that speed is stated in: a bare vector loop over the delimiters.
        .target(name: "CYardstick", path: "Tests/CYardstick"),
        // Speed as ratios to that unit, and the generator on the command line.
        .executableTarget(
            name: "x12-benchmarks",
            dependencies: [
                "CX12Scan", "CYardstick", "X12TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/X12Benchmarks", swiftSettings: settings),
        .testTarget(name: "X12TestSupportTests", dependencies: ["X12TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CX12ScanTests", dependencies: ["CX12Scan", "X12TestSupport"], swiftSettings: settings),
    ]
)
