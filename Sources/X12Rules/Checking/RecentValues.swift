/// Values by keys of 64 bits, of which the oldest are forgotten once there are very many.
///
/// Bounded: at least the last 65536 are remembered, up to twice as many.
struct RecentValues<Value: Sendable>: Sendable {
    private var recent: [UInt64: Value] = [:]
    private var older: [UInt64: Value] = [:]

    /// The most values in a stretch.
    static var most: Int { 1 << 16 }

    init() {}

    /// The value of a key; `nil` where there is none, or it was forgotten.
    subscript(key: UInt64) -> Value? {
        get { recent[key] ?? older[key] }
        set {
            if recent.count >= Self.most, recent[key] == nil {
                older = recent
                recent = [:]
            }
            recent[key] = newValue
        }
    }
}
