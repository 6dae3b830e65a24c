/// The guide of the set being written, with the loops that its parts stand for, found once for a set.
struct WrittenGuide {
    let map: ModelMap
    /// 2000A, 2000B in it, and so on: the levels of the hierarchy.
    let firstLevel: Int32
    let secondLevel: Int32
    let thirdLevel: Int32
    let fourthLevel: Int32
    /// 2300 of a subscriber.
    let claim: Int32
    /// 2000, and 2100 in it; 2000 of a 999 is the same.
    let remittanceGroup: Int32
    let claimPayment: Int32
    var transactionSetResponse: Int32 { remittanceGroup }

    init(_ map: ModelMap) {
        // A loop that the guide does not have counts as the one around.
        func loop(_ path: String...) -> Int32 {
            path.reduce(0) { max(0, map.loop(ModelMap.pack($1), in: $0)) }
        }
        self.map = map
        firstLevel = loop("2000A")
        secondLevel = loop("2000A", "2000B")
        thirdLevel = loop("2000A", "2000B", "2000C")
        fourthLevel = loop("2000A", "2000B", "2000C", "2000D")
        claim = loop("2000A", "2000B", "2300")
        remittanceGroup = loop("2000")
        claimPayment = loop("2000", "2100")
    }
}
