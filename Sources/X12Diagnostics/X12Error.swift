/// Why reading or writing had to stop.
///
/// Remarks a caller can live with are ``Finding``s. Equal when the codes are equal.
public struct X12Error: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stopped us; an open set.
    public let code: Code
    /// Where in the input, as far as it is known.
    public let location: Location
    /// More words for a reader; never compared, never a value out of the data.
    public let detail: String
    /// The property that cannot be written, where that is what stopped us.
    package var property: RefusedProperty?

    /// Creates an error; callers inside the package use the static makers beside the code that throws.
    public init(_ code: Code, at location: Location = Location(), _ detail: String = "") {
        self.code = code
        self.location = location
        self.detail = detail
    }

    /// Compares the codes alone.
    public static func == (left: X12Error, right: X12Error) -> Bool { left.code == right.code }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The code and the detail; never a value out of the data.
    public var description: String {
        let place = location.byteOffset > 0 ? " at byte \(location.byteOffset)" : ""
        return detail.isEmpty ? "\(code)\(place)" : "\(detail)\(place)"
    }
}

extension X12Error {
    /// What stopped us.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        enum Case {
            case sourceMissing, sourceFailed, sinkFailed, notX12, limitPassed, delimiterInData, unwritable
            case malformedJSON, malformedXML, malformedModel, malformedGuide, malformedSetting, unknownGuide
            case storeUnusable, storeConflict, malformedCodes, malformedQuery
        }

        let storage: Case

        /// There is no such file, or it may not be opened (exit status 66).
        public static let sourceMissing = Self(storage: .sourceMissing)
        /// Reading failed on the way (exit status 74).
        public static let sourceFailed = Self(storage: .sourceFailed)
        /// Writing failed: a full disk, a closed pipe (exit status 74).
        public static let sinkFailed = Self(storage: .sinkFailed)
        /// No interchange header was found (exit status 65).
        public static let notX12 = Self(storage: .notX12)
        /// The input passed one of the documented limits (exit status 65).
        public static let limitPassed = Self(storage: .limitPassed)
        /// A value to be written holds one of the interchange's delimiters, or a line end.
        public static let delimiterInData = Self(storage: .delimiterInData)
        /// A model cannot be written as it stands: a value without which no segment is possible is missing.
        public static let unwritable = Self(storage: .unwritable)
        /// The input is not JSON (exit status 65).
        public static let malformedJSON = Self(storage: .malformedJSON)
        /// The input is not XML, or none of our documents (exit status 65).
        public static let malformedXML = Self(storage: .malformedXML)
        /// The JSON is not one of our documents, or a value of it does not fit (exit status 65).
        public static let malformedModel = Self(storage: .malformedModel)
        /// A guide's XML or program cannot be used.
        public static let malformedGuide = Self(storage: .malformedGuide)
        /// A setting of rules that is none.
        public static let malformedSetting = Self(storage: .malformedSetting)
        /// An expression that is none, or that cannot be evaluated (exit status 64).
        public static let malformedQuery = Self(storage: .malformedQuery)
        /// No guide of that identifier is known.
        public static let unknownGuide = Self(storage: .unknownGuide)
        /// A file of codes has not the layout of its kind (exit status 65).
        public static let malformedCodes = Self(storage: .malformedCodes)
        /// A ledger or store of codes is none, is damaged, or is of a newer version (exit status 65).
        public static let storeUnusable = Self(storage: .storeUnusable)
        /// What is asked of a ledger contradicts what it holds (exit status 65).
        public static let storeConflict = Self(storage: .storeConflict)

        /// The code's name.
        public var description: String { "\(storage)" }
    }
}
