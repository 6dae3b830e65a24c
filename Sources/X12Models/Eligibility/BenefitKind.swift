/// What a benefit says: that there is coverage, what the patient pays, what is not covered (EB01).
public struct BenefitKind: CodeValue {
    /// The code as it is sent.
    public let rawValue: String

    /// Wraps the code as it is sent.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Active coverage (`1`).
    public static let activeCoverage = Self(rawValue: "1")
    /// Active, full risk capitated (`2`).
    public static let activeFullRiskCapitation = Self(rawValue: "2")
    /// Active, services capitated (`3`).
    public static let activeServicesCapitated = Self(rawValue: "3")
    /// Active, services capitated to the primary care physician (`4`).
    public static let activeServicesCapitatedToPrimaryCare = Self(rawValue: "4")
    /// Active, being investigated (`5`).
    public static let activeUnderInvestigation = Self(rawValue: "5")
    /// Inactive (`6`).
    public static let inactive = Self(rawValue: "6")
    /// Inactive, eligibility update pending (`7`).
    public static let inactivePendingUpdate = Self(rawValue: "7")
    /// Inactive, being investigated (`8`).
    public static let inactiveUnderInvestigation = Self(rawValue: "8")
    /// Coinsurance (`A`).
    public static let coinsurance = Self(rawValue: "A")
    /// Copayment (`B`).
    public static let copayment = Self(rawValue: "B")
    /// Deductible (`C`).
    public static let deductible = Self(rawValue: "C")
    /// Basis of coverage (`CB`).
    public static let basisOfCoverage = Self(rawValue: "CB")
    /// Description of the benefit (`D`).
    public static let benefitDescription = Self(rawValue: "D")
    /// Excluded (`E`).
    public static let excluded = Self(rawValue: "E")
    /// Limited (`F`).
    public static let limited = Self(rawValue: "F")
    /// Most to pay out of pocket (`G`).
    public static let outOfPocketMaximum = Self(rawValue: "G")
    /// Unlimited (`H`).
    public static let unlimited = Self(rawValue: "H")
    /// Not covered (`I`).
    public static let notCovered = Self(rawValue: "I")
    /// Cost containment (`J`).
    public static let costContainment = Self(rawValue: "J")
    /// Reserve (`K`).
    public static let reserve = Self(rawValue: "K")
    /// Primary care provider (`L`).
    public static let primaryCareProvider = Self(rawValue: "L")
    /// Pre-existing condition (`M`).
    public static let preexistingCondition = Self(rawValue: "M")
    /// Managed care coordinator (`MC`).
    public static let managedCareCoordinator = Self(rawValue: "MC")
    /// Only with the provider named (`N`).
    public static let restrictedToProvider = Self(rawValue: "N")
    /// Not held medically necessary (`O`).
    public static let notMedicallyNecessary = Self(rawValue: "O")
    /// Disclaimer (`P`).
    public static let disclaimer = Self(rawValue: "P")
    /// Second surgical opinion required (`Q`).
    public static let secondOpinionRequired = Self(rawValue: "Q")
    /// Other or additional payer (`R`).
    public static let otherPayer = Self(rawValue: "R")
    /// History of former years (`S`).
    public static let priorYearHistory = Self(rawValue: "S")
    /// Card reported lost or stolen (`T`).
    public static let cardLostOrStolen = Self(rawValue: "T")
    /// Ask the party named (`U`).
    public static let askNamedParty = Self(rawValue: "U")
    /// Cannot be processed (`V`).
    public static let cannotProcess = Self(rawValue: "V")
    /// Other source of data (`W`).
    public static let otherSource = Self(rawValue: "W")
    /// Health care facility (`X`).
    public static let facility = Self(rawValue: "X")
    /// Spend-down (`Y`).
    public static let spendDown = Self(rawValue: "Y")

    /// Whether it says that there is coverage (`1` to `5`).
    public var isActive: Bool { rawValue.utf8.count == 1 && ("1"..."5").contains(rawValue) }
    /// Whether it says that there is none (`6` to `8`).
    public var isInactive: Bool { rawValue.utf8.count == 1 && ("6"..."8").contains(rawValue) }
}
