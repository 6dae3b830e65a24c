/// A job that is fast because it leaves something out measures nothing: it says so instead.
struct WrongAnswer: Error, CustomStringConvertible {
    let job: String
    let found: Int
    let expected: Int
    let what: String

    var description: String { "job '\(job)' found \(found) \(what) instead of \(expected)" }

    /// Throws unless a job found as many as there are.
    static func unless(_ found: Int, is expected: Int, _ what: String, in job: String) throws {
        guard found == expected else {
            throw WrongAnswer(job: job, found: found, expected: expected, what: what)
        }
    }
}
