/// Tables that are made once and looked up often, in memory of their own: a look at them counts no references.
package enum FlatMemory {
    /// Copies values to memory that the caller lets go; there is room for one even when there are none.
    package static func keep<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        memory.initialize(from: values, count: values.count)
        return memory
    }
}
