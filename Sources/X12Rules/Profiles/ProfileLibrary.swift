public import X12Diagnostics
public import X12Grammar
internal import X12Specs

/// The payer profiles that can be named: those that come with the library, and a user's own, which win.
public struct ProfileLibrary: Sendable {
    /// Those that come with the library, read when one is first asked for: most runs ask for none.
    private static let shipped = Dictionary(
        X12Specs.profiles.map { ($0.name, $0) }, uniquingKeysWith: { $1 })

    private var own: [String: PayerProfile] = [:]

    /// The profiles that come with the library.
    public init() {}

    /// Adds a profile; one of the same name is replaced.
    public mutating func add(_ profile: PayerProfile) { own[profile.name] = profile }

    /// The names of all profiles, sorted.
    public var names: [String] { Set(own.keys).union(Self.shipped.keys).sorted() }

    /// A profile as its file has it; `nil` when there is none of that name.
    public func file(named name: String) -> PayerProfile? { own[name] ?? Self.shipped[name] }

    /// A profile with all that it builds upon.
    ///
    /// - Throws: ``X12Error/Code/malformedSetting`` when there is no profile of that name;
    ///   ``X12Error/Code/malformedGuide`` with file and line when one builds upon a name that is not there, or when
    ///   profiles build upon each other in a circle.
    public func profile(named name: String) throws(X12Error) -> PayerProfile {
        guard var whole = file(named: name) else {
            throw X12Error(
                .malformedSetting,
                "there is no profile '\(name)'; there are: \(names.joined(separator: ", "))")
        }
        var met = [name]
        while !whole.base.isEmpty {
            let next = whole.base
            guard !met.contains(next) else {
                throw fault(
                    in: met,
                    "profiles build upon each other in a circle: \((met + [next]).joined(separator: ", "))")
            }
            guard let base = file(named: next) else {
                throw fault(in: met, "profile '\(met.last ?? "")' builds upon '\(next)', which is not there")
            }
            met.append(next)
            let further = base.base
            whole = whole.built(upon: base)
            whole.base = further
        }
        whole.removed = []
        return whole
    }

    /// What a profile says to take out, and nothing that it builds upon asks for: slips, most likely.
    public func strayRemovals(of name: String) -> [String] {
        guard let own = file(named: name) else { return [] }
        var ids: Set<String> = []
        var met: Set = [name]
        var base = own.base
        while met.insert(base).inserted, let next = file(named: base) {
            ids.formUnion(next.constraints.map(\.id))
            base = next.base
        }
        return own.removed.filter { !ids.contains($0) }
    }

    /// The profiles whose own files ask for something by this id, by name.
    public func profiles(asking id: String) -> [PayerProfile] {
        names.compactMap { file(named: $0) }.filter { $0.constraints.contains { $0.id == id } }
    }

    /// An error at the place where the profile met last says what it builds upon.
    private func fault(in met: [String], _ message: String) -> X12Error {
        let origin = met.last.flatMap { file(named: $0)?.origin } ?? ""
        return X12Error(.malformedGuide, origin.isEmpty ? message : "\(origin): \(message)")
    }

    /// The name of the profile that a receiver (ISA08, GS03), a payer's identifier, the kind of plan (SBR09) and the
    /// billing provider's state lead to; of the routes that fit the one that asks for most wins, of equal ones the first
    /// by name.
    public func route(
        receiver: [String], payer: String?, product: String? = nil, state: String? = nil
    ) -> String? {
        var best: (name: String, weight: Int)?
        for name in names {
            for route in file(named: name)?.routes ?? [] {
                let isReceiver = route.receiver.isEmpty || receiver.contains(route.receiver)
                let isPayer = route.payer.isEmpty || route.payer == payer
                let isPlan = route.product.isEmpty || route.product == product
                let isState = route.state.isEmpty || route.state == state
                if isReceiver, isPayer, isPlan, isState, route.weight > best?.weight ?? 0 {
                    best = (name, route.weight)
                }
            }
        }
        return best?.name
    }
}
