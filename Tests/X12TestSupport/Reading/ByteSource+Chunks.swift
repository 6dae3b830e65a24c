import X12Diagnostics
public import X12Text

extension ByteSource {
    /// A source that hands bytes out in pieces of given sizes, the last size again and again.
    ///
    /// A size of 0 counts as 1, so that the end comes only at the end.
    public init(_ bytes: [UInt8], chunks: [Int]) {
        var position = 0
        var index = 0
        self.init { (buffer) throws(X12Error) in
            let size = chunks.isEmpty ? bytes.count : max(1, chunks[min(index, chunks.count - 1)])
            index += 1
            let count = min(size, buffer.count, bytes.count - position)
            bytes.withUnsafeBytes { source in
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
            }
            position += count
            return count
        }
    }

    /// A source that makes its bytes up as it goes: `piece` again and again, then the end.
    public init(repeating piece: [UInt8], count: Int, behind first: [UInt8] = [], before last: [UInt8] = []) {
        var pending = first[...]
        var left = count
        var isLast = false
        self.init { (buffer) throws(X12Error) in
            var written = 0
            while written < buffer.count {
                if pending.isEmpty {
                    if left > 0 {
                        left -= 1
                        pending = piece[...]
                    } else if !isLast {
                        isLast = true
                        pending = last[...]
                    }
                    if pending.isEmpty && isLast { break }
                }
                let count = min(pending.count, buffer.count - written)
                pending.prefix(count).withUnsafeBytes { source in
                    UnsafeMutableRawBufferPointer(rebasing: buffer[written...]).copyMemory(from: source)
                }
                pending = pending.dropFirst(count)
                written += count
            }
            return written
        }
    }
}
