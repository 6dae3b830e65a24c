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
        // Claims, remittances and their kin, typed, both ways; JSON.
        .target(
            name: "X12Models", dependencies: ["X12Diagnostics", "X12Text", "X12Grammar"], swiftSettings: settings),
        .testTarget(name: "X12DiagnosticsTests", dependencies: ["X12Diagnostics"], swiftSettings: settings),
        .testTarget(name: "X12TextTests", dependencies: ["X12Text"], swiftSettings: viewSettings),
        .testTarget(
            name: "X12ModelsTests", dependencies: ["X12Diagnostics", "X12Models", "X12Text"],
            swiftSettings: settings),
    ]
)
