/// What the results say they were made by.
enum Version {
    /// The version of the program and the library.
    static let tool = "0.1.0"
}
