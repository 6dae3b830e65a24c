internal import X12Grammar

extension ProfileConstraint {
    /// What claims are parted by, so that a payer's constraint on the most is kept.
    enum Parting {
        case claimsPerSet, claimsPerFile, setsPerFile, bytesPerFile
    }

    /// How claims are parted for it, and the most that there may be; `nil` for one that parting does not help.
    var parting: (by: Parting, most: Int)? {
        guard isOfMany, conditions.isEmpty, let most = Int(maximum), most > 0 else { return nil }
        switch (kind, place?.description) {
        case (.size, _): return (.bytesPerFile, most)
        case (.count, "2300"), (.count, "2300/CLM"), (.count, "2300/CLM.01"):
            return (scope == .set ? .claimsPerSet : .claimsPerFile, most)
        case (.count, "ST"), (.count, "ST.02"): return (.setsPerFile, most)
        default: return nil
        }
    }

    /// Whether every file that we write keeps it: sets are counted exactly, and our numbers are no one's twice.
    var isKeptByWriting: Bool {
        if kind == .unique { return ["ST.02", "GS.06", "ISA.13"].contains(place?.description) }
        return kind == .count && minimum.isEmpty && parting != nil
    }
}
