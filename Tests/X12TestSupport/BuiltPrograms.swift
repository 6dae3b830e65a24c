package import Foundation

/// The programs of this package, as they were built together with the tests.
package enum BuiltPrograms {
    /// Where a program is.
    package static func path(_ name: String) -> URL {
        #if os(macOS)
            let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
                .deletingLastPathComponent()
        #else
            let products: URL? = Bundle.main.bundleURL
        #endif
        return (products ?? URL(filePath: ".build/debug")).appending(path: name)
    }
}
