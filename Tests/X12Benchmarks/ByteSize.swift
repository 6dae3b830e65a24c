import ArgumentParser

/// A number of bytes as people write it: `4096`, `64KB`, `100MB`, `1GB`, in powers of 1,000.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
    var bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        let units = [("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("", 1)]
        for (suffix, factor) in units where argument.uppercased().hasSuffix(suffix) {
            guard let number = Int(argument.dropLast(suffix.count)), number > 0 else { return nil }
            let product = number.multipliedReportingOverflow(by: factor)
            guard !product.overflow else { return nil }
            bytes = product.partialValue
            return
        }
        return nil
    }

    var defaultValueDescription: String { description }

    var description: String {
        switch bytes {
        case let size where size.isMultiple(of: 1_000_000_000): "\(size / 1_000_000_000)GB"
        case let size where size.isMultiple(of: 1_000_000): "\(size / 1_000_000)MB"
        case let size where size.isMultiple(of: 1_000): "\(size / 1_000)KB"
        default: String(bytes)
        }
    }
}
