/// What a JSON input may ask of us; passing one of these stops the reading.
package struct JSONLimits: Sendable {
    /// How many objects and arrays may stand in each other.
    package var depth = 64
    /// The most fields of an object that is walked through key by key.
    package var fields = 100_000
    /// The most bytes of one value that is read at once (a claim, a string of its own); below 2 GiB.
    package var largestValue = 64 << 20

    /// The most keys and values in one value that is read at once; each takes 16 bytes.
    package var entries = 8_000_000

    /// The defaults: 64 levels, values of 64 MiB.
    package init() {}
}
