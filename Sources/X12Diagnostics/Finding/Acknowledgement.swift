extension Finding {
    /// The codes that an acknowledgement reports a fault with; empty where it has none.
    ///
    /// A TA1 speaks of the interchange, a 999 of groups, sets, segments and elements, a 277CA of claims; a rule may
    /// know several of them. What is not told in any way has no codes.
    public struct Acknowledgement: Hashable, Sendable {
        /// What is wrong with the interchange (TA105), by the element of the ISA that the finding is about; 0 stands
        /// for any.
        public var interchangeNotes: [Int: String]
        /// What is wrong with the functional group (AK905).
        public var groupError: String
        /// What is wrong with the transaction set (IK502).
        public var setError: String
        /// What is wrong with the segment (IK304).
        public var segmentError: String
        /// What is wrong with the element (IK403).
        public var elementError: String
        /// What a 277CA says of the claim (STC01, STC10, STC11), at most three.
        public var statuses: [ClaimStatus]
        /// Whether the segment is missing and was expected behind the place that a finding gives: a 999 tells the
        /// position it should have had.
        public var isBehind: Bool

        /// Whether a claim may be told of it and nothing else may: the business of a 277CA, whatever the level.
        public var isOfClaimsAlone: Bool {
            !statuses.isEmpty && interchangeNotes.isEmpty && groupError.isEmpty && setError.isEmpty
                && segmentError.isEmpty && elementError.isEmpty
        }

        /// Codes of a TA1, a 999, a 277CA, or none.
        ///
        /// A code of an element brings IK304 `8` for its segment, unless another is given.
        public init(
            interchangeNotes: [Int: String] = [:], groupError: String = "", setError: String = "",
            segmentError: String = "", elementError: String = "", statuses: [ClaimStatus] = [],
            isBehind: Bool = false
        ) {
            self.interchangeNotes = interchangeNotes
            self.groupError = groupError
            self.setError = setError
            self.segmentError = segmentError.isEmpty && !elementError.isEmpty ? "8" : segmentError
            self.elementError = elementError
            self.statuses = statuses
            self.isBehind = isBehind
        }

        /// Told by a note on the interchange (TA105).
        public static func interchange(_ note: String) -> Self { Self(interchangeNotes: [0: note]) }

        /// Told by a note on the interchange (TA105), one for each element of the ISA.
        public static func interchange(_ notes: [Int: String]) -> Self { Self(interchangeNotes: notes) }

        /// Told of the functional group (AK905).
        public static func group(_ code: String) -> Self { Self(groupError: code) }

        /// Told of the transaction set (IK502).
        public static func set(_ code: String) -> Self { Self(setError: code) }

        /// Told of the segment (IK304), and of the claim (STC).
        public static func segment(_ code: String, _ statuses: ClaimStatus...) -> Self {
            Self(segmentError: code, statuses: statuses)
        }

        /// Told of a segment that is missing behind the place that the finding gives (IK304).
        public static func missing(_ code: String) -> Self { Self(segmentError: code, isBehind: true) }

        /// Told of the element (IK403; its segment has IK304 `8`), and of the claim (STC).
        public static func element(_ code: String, _ statuses: ClaimStatus...) -> Self {
            Self(elementError: code, statuses: statuses)
        }

        /// Told of the claim alone (STC).
        public static func claim(_ statuses: ClaimStatus...) -> Self { Self(statuses: statuses) }

        /// The note on the interchange (TA105) for an element of the ISA; empty when there is none.
        public func interchangeNote(element: Int) -> String {
            interchangeNotes[element] ?? interchangeNotes[0] ?? ""
        }

        /// Every code that is there with its name in JSON: `("ik403", "7")`, `("category", "A7")`; the second
        /// and third status have their number behind the name (`category2`).
        public var named: [(name: String, code: String)] {
            var codes = [
                ("ta105", interchangeNotes[0] ?? ""), ("ak905", groupError), ("ik502", setError),
                ("ik304", segmentError), ("ik403", elementError),
            ]
            for (index, status) in statuses.enumerated() {
                let number = index == 0 ? "" : "\(index + 1)"
                codes += [
                    ("category\(number)", status.category), ("status\(number)", status.code),
                    ("entity\(number)", status.entity),
                ]
            }
            return codes.filter { !$0.1.isEmpty }.map { (name: $0.0, code: $0.1) }
        }
    }

    /// A status of a claim as a 277CA gives it: `A7:562:85` is category, status and entity.
    public struct ClaimStatus: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The category (STC01-1: `A3` returned, `A6` missing, `A7` invalid, `A8` in relation to others).
        public var category: String
        /// The status (STC01-2).
        public var code: String
        /// Whom it is about (STC01-3: `85` billing provider, `QC` patient); often empty.
        public var entity: String

        /// A status of its parts.
        public init(category: String, code: String, entity: String = "") {
            self.category = category
            self.code = code
            self.entity = entity
        }

        /// A status written as in the catalogue of rules: `A7:562:85`.
        public init(stringLiteral text: String) {
            let parts = text.parts(between: UInt8(ascii: ":"))
            category = parts[0]
            code = parts.count > 1 ? parts[1] : ""
            entity = parts.count > 2 ? parts[2] : ""
        }
    }
}
