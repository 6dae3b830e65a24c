/// A provider whose identifier may be an NPI, the national provider identifier (NM108 `XX`, NM109).
public protocol NationallyIdentifiedProvider {
    /// What the identifier is (NM108: `XX` NPI).
    var identifierQualifier: String? { get set }
    /// The identifier (NM109).
    var identifier: String? { get set }
}

extension NationallyIdentifiedProvider {
    /// The provider's NPI, ten digits; nil when there is no identifier or it is another one.
    ///
    /// Setting it sets the qualifier too; setting nil removes an NPI and leaves any other identifier.
    public var npi: String? {
        get { identifierQualifier == "XX" ? identifier : nil }
        set {
            guard newValue != nil || identifierQualifier == "XX" else { return }
            identifierQualifier = newValue == nil ? nil : "XX"
            identifier = newValue
        }
    }
}
