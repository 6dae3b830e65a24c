/// Tables that are made once and looked up often.
enum FlatMemory {
    /// Copies values to memory that the caller lets go.
    static func keep<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        for (index, value) in values.enumerated() { (memory + index).initialize(to: value) }
        return UnsafePointer(memory)
    }
}
