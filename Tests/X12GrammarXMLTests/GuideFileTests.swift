import Testing

@Suite("Guide file")
struct GuideFileTests {}
