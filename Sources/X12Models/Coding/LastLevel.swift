/// A level of the hierarchy at the end of what a writer wrote, as if there were none below it.
struct LastLevel {
    /// How deep it stands, from 0.
    let depth: Int
    /// Where it begins in the output.
    private(set) var start: Int
    /// Where the code stands that says whether there is a level below (HL04); `nil` where there is none, or where something
    /// carried is laid over the level.
    private(set) var childCode: Int?
    /// How the level is written when there is one below, where that is more than another code.
    var other: [UInt8]?

    init(depth: Int, start: Int, childCode: Int?) {
        self.depth = depth
        self.start = start
        self.childCode = childCode
    }

    /// Stands at another place of the output.
    mutating func move(by distance: Int) {
        start += distance
        childCode = childCode.map { $0 + distance }
    }
}
