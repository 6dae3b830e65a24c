/// Where our own words go; if nobody listens, they are lost.
enum StandardError {
    static func write(_ text: String) { _ = System.write(Array(text.utf8), to: System.standardError) }
}
