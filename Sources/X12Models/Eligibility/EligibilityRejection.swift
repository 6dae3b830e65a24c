/// Why something could not be answered, with whom or what it is about: an AAA of a response (271) in its place.
public struct EligibilityRejection: Sendable, Equatable {
    /// Who could not be answered for.
    public enum Level: String, Sendable, CaseIterable {
        /// The payer (2000A, 2100A).
        case source
        /// The provider who asks (2100B).
        case receiver
        /// The person whose insurance it is (2100C).
        case subscriber
        /// A person insured through somebody else (2100D).
        case dependent
        /// One thing that was asked (2110C, 2110D).
        case benefit
    }

    /// Who could not be answered for.
    public let level: Level
    /// The place among the response's benefits, from 0; `nil` at other levels.
    public let benefit: Int?
    /// The reason, and what to do.
    public let validation: RequestValidation

    /// A reason at a level.
    public init(_ validation: RequestValidation, _ level: Level, benefit: Int? = nil) {
        self.level = level
        self.benefit = benefit
        self.validation = validation
    }
}

extension InformationSource {
    /// Why the payer could not be answered for: of the whole inquiry (2000A), and of its name (2100A).
    public var rejections: [EligibilityRejection] {
        (requestValidations + (party?.requestValidations ?? [])).map { EligibilityRejection($0, .source) }
    }
}

extension InformationReceiver {
    /// Why the provider who asks could not be answered for (2100B).
    public var rejections: [EligibilityRejection] {
        (party?.requestValidations ?? []).map { EligibilityRejection($0, .receiver) }
    }
}

extension ResponseSubscriber {
    /// Why the person whose insurance it is could not be answered for (2100C).
    public var rejections: [EligibilityRejection] {
        (person?.requestValidations ?? []).map { EligibilityRejection($0, .subscriber) }
    }
}

extension EligibilityResponse {
    /// Why the person or what was asked of the person could not be answered for, in the order told (2100C or 2100D, 2110).
    public var ownRejections: [EligibilityRejection] {
        let person =
            dependent.map { dependent in
                (dependent.person?.requestValidations ?? []).map { EligibilityRejection($0, .dependent) }
            } ?? subscriber?.rejections ?? []
        return person
            + benefits.enumerated().flatMap { index, benefit in
                benefit.requestValidations.map { EligibilityRejection($0, .benefit, benefit: index) }
            }
    }

    /// All reasons against an answer for the person: first those of the payer, of the provider who asks, and of a
    /// dependent's subscriber.
    public var rejections: [EligibilityRejection] {
        (informationSource?.rejections ?? []) + (informationReceiver?.rejections ?? [])
            + (dependent == nil ? [] : subscriber?.rejections ?? []) + ownRejections
    }
}
