public import X12Diagnostics
public import X12Grammar
internal import X12Specs

/// The payer profiles that can be named: those that come with the library, and a user's own, which win.
public struct ProfileLibrary: Sendable {
    private var profiles: [String: PayerProfile] = [:]

    /// The profiles that come with the library.
    public init() {
        for profile in X12Specs.profiles { profiles[profile.name] = profile }
    }

    /// Adds a profile; one of the same name is replaced.
    public mutating func add(_ profile: PayerProfile) { profiles[profile.name] = profile }

    /// The names of all profiles, sorted.
    public var names: [String] { profiles.keys.sorted() }

    /// A profile as its file has it; `nil` when there is none of that name.
    public func file(named name: String) -> PayerProfile? { profiles[name] }

    /// A profile with all that it builds upon.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` when there is no profile of that name, or of a name that one
    ///   builds upon, or when profiles build upon each other in a circle.
    public func profile(named name: String) throws(X12Error) -> PayerProfile {
        guard var whole = profiles[name] else {
            throw X12Error(
                .malformedSetting,
                "there is no profile '\(name)'; there are: \(names.joined(separator: ", "))")
        }
        var met = [name]
        while !whole.base.isEmpty {
            let next = whole.base
            guard !met.contains(next) else {
                throw X12Error(
                    .malformedSetting,
                    "profiles build upon each other in a circle: \((met + [next]).joined(separator: ", "))")
            }
            guard let base = profiles[next] else {
                throw X12Error(
                    .malformedSetting, "profile '\(met.last ?? "")' builds upon '\(next)', which is not there"
                )
            }
            met.append(next)
            let further = base.base
            whole = whole.built(upon: base)
            whole.base = further
        }
        return whole
    }

    /// The name of the profile that a receiver (ISA08, GS03) or a payer's identifier is routed to; the most telling
    /// route wins, of equal ones the first by name.
    public func route(receiver: [String], payer: String?) -> String? {
        var best: (name: String, weight: Int)?
        for name in names {
            for route in profiles[name]?.routes ?? [] {
                let isReceiver = route.receiver.isEmpty || receiver.contains(route.receiver)
                let isPayer = route.payer.isEmpty || route.payer == payer
                let weight = (route.receiver.isEmpty ? 0 : 1) + (route.payer.isEmpty ? 0 : 2)
                if isReceiver, isPayer, weight > best?.weight ?? 0 { best = (name, weight) }
            }
        }
        return best?.name
    }
}
