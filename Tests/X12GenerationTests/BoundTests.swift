import Testing
import X12Generation
import X12TestSupport
import X12Text

@Suite("Numbers that cannot be meant")
struct BoundTests {
    @Test("a set of no claims, and one of no inquiries, end the program")
    func sets() async throws {
        await #expect(processExitsWith: .failure) {
            var settings = try PracticeSamples.settings
            settings.claimsPerSet = 0
        }
        await #expect(processExitsWith: .failure) {
            var settings = try PracticeSamples.settings
            settings.inquiriesPerSet = 0
        }
        await #expect(processExitsWith: .failure) {
            var settings = try PracticeSamples.settings
            settings.claimsPerFile = 0
        }
        await #expect(processExitsWith: .success) {
            var settings = try PracticeSamples.settings
            settings.claimsPerSet = 1
            settings.inquiriesPerSet = 1
            settings.claimsPerFile = nil
        }
    }
}
