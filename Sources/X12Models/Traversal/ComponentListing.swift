/// A composite that is a list of texts: SV107 with up to four pointers.
///
/// As a property it is the list alone; as X12 the list stands in the components of one element.
public protocol ComponentListing: ModelPart {
    /// The components that hold texts of the list.
    static var components: ClosedRange<Int> { get }

    /// The texts; an empty one is a gap.
    var values: [String] { get set }
}
