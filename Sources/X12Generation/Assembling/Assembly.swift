public import X12Diagnostics
public import X12Models

/// What became of an encounter: a claim with its levels and the way it goes, or what is missing for one.
public struct Assembly: Sendable {
    /// The claim under its billing provider, subscriber and patient.
    public var claim = Claim()
    /// Where it goes; nil when that is not known.
    public var destination: Destination?
    /// What is missing; empty when the claim is complete as far as it goes here.
    public var findings: [Finding] = []

    /// Nothing yet.
    init() {}
}
