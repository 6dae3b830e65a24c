extension StatusReport {
    /// Whether action or category says that all of it was refused.
    package var isRefusal: Bool { action == .reject || status?.isRejecting == true }

    /// Whether the action says that it was accepted, and the category does not say otherwise.
    package var isAcceptance: Bool { action == .accept && status?.isRejecting != true }

    /// Whether action and category say opposite things: nobody but who answered knows which holds.
    package var isContradiction: Bool {
        action == .accept && status?.isRejecting == true || action == .reject && status?.isAccepting == true
    }
}
