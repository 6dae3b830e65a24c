internal import X12Models
internal import X12Text

extension ResponseTables {
    static let responses = Table<ResponseRow>(
        "eligibility", of: "271", row: "one person whose coverage was asked about (2000C, 2000D)",
        [
            .key("responseKey", "the person's answer; the other tables name it") { $0.person.key },
            .text("interchangeControlNumber", "ISA13", "the interchange it came in") {
                $0.person.place.interchangeControlNumber
            },
            .text("transactionSetControlNumber", "ST02", "the transaction set it came in") {
                $0.person.place.controlNumber
            },
            .text("referenceIdentifier", "BHT03", "the name of the inquiry's set") { $0.person.reference },
            .text("traceNumber", "TRN02 of 2", "the inquiry's own number") {
                $0.person.person.referencedTrace
            },
            .text("sourceIdentifier", "2100A NM109", "who answers") {
                $0.person.levels.source?.party?.identifier
            },
            .text("sourceName", "2100A NM103", "the name of who answers") {
                $0.person.levels.source?.party?.lastOrOrganizationName
            },
            .text("receiverIdentifier", "2100B NM109", "who asked") {
                $0.person.levels.receiver?.party?.identifier
            },
            .text("memberIdentifier", "2100C NM109", "the number on the insurance card") {
                $0.person.memberIdentifier
            },
            .text("subscriberLastName", "2100C NM103", "whose insurance it is") {
                $0.person.subscriber.lastName
            },
            .text("subscriberFirstName", "2100C NM104", "the subscriber's first name") {
                $0.person.subscriber.firstName
            },
            .text("lastName", "2100C or 2100D NM103", "the person") { $0.person.person.lastName },
            .text("firstName", "2100C or 2100D NM104", "the person's first name") {
                $0.person.person.firstName
            },
            .date("birthDate", "DMG02", "the person's date of birth") { $0.person.person.birthDate },
            .text("gender", "DMG03", "F, M or U") { $0.person.person.gender },
            .text("relationship", "INS02", "what the person is to the subscriber; 18 the same") {
                $0.person.person.relationship?.rawValue
            },
            .text("groupNumber", "REF02 of 6P, else 1L, else 18", "the group, else the policy, else the plan")
            {
                $0.groupNumber
            },
            .date("planBeginDate", "DTP03 of 346 or 291", "when the plan began") { $0.plan.begin },
            .date("planEndDate", "DTP03 of 347, 346 or 291", "when it ends or ended") { $0.plan.end },
            .integer("benefitCount", "2110", "how many things are told, in benefits.csv") {
                $0.benefitCount
            },
            .integer("rejectionCount", "AAA", "how many reasons against an answer, in rejections.csv") {
                $0.rejectionCount
            },
            .integer("unplacedSegments", "", "segments that the model has no place for") {
                $0.unplacedSegments
            },
            .date("eligibilityBeginDate", "DTP03 of 356 or 307", "when the person's eligibility began") {
                $0.eligibility.begin
            },
            .date("eligibilityEndDate", "DTP03 of 357, 356 or 307", "when it ends or ended") {
                $0.eligibility.end
            },
        ])

    static let benefits = Table<BenefitRow>(
        "benefits", of: "271", row: "one thing that is told of a person's coverage (2110C, 2110D)",
        [
            .key("responseKey", "the person's answer, in eligibility.csv") { $0.person.key },
            .position("benefit", "the benefit's place in the answer") { $0.position },
            .text("memberIdentifier", "2100C NM109", "the number on the insurance card") {
                $0.person.memberIdentifier
            },
            .text("kind", "EB01", "what it says: 1 active, C deductible, B copay, A coinsurance") {
                $0.benefit.kind?.rawValue
            },
            .words("kindName", "EB01", element: "1390", "the same in words") {
                [$0.benefit.kind?.rawValue]
            },
            .text("coverageLevel", "EB02", "who it is for: IND the person, FAM the family") {
                $0.benefit.coverageLevel?.rawValue
            },
            .words("coverageLevelName", "EB02", element: "1207", "the same in words") {
                [$0.benefit.coverageLevel?.rawValue]
            },
            .list("serviceTypes", "EB03", "the kinds of service it is about") {
                $0.benefit.serviceTypes.map(\.rawValue)
            },
            .words("serviceTypeNames", "EB03", element: "1365", "the same in words") {
                $0.benefit.serviceTypes.map(\.rawValue)
            },
            .text("insuranceType", "EB04", "the kind of insurance") { $0.benefit.insuranceType?.rawValue },
            .words("insuranceTypeName", "EB04", element: "1336", "the same in words") {
                [$0.benefit.insuranceType?.rawValue]
            },
            .text("planDescription", "EB05", "the plan's name") { $0.benefit.planDescription },
            .text("period", "EB06", "what amount and quantity count for: 23 the year, 29 what is left") {
                $0.benefit.period?.rawValue
            },
            .words("periodName", "EB06", element: "615", "the same in words") {
                [$0.benefit.period?.rawValue]
            },
            .decimal("amount", "EB07", "the amount in US dollars") { $0.benefit.amount },
            .decimal("fraction", "EB08", "the part that the patient pays: 0.2 is 20 %") {
                $0.benefit.fraction
            },
            .text("quantityKind", "EB09", "what the quantity counts") { $0.benefit.quantityKind?.rawValue },
            .words("quantityKindName", "EB09", element: "673", "the same in words") {
                [$0.benefit.quantityKind?.rawValue]
            },
            .decimal("quantity", "EB10", "the quantity") { $0.benefit.quantity },
            .text("authorizationIndicator", "EB11", "Y: an authorization is needed") {
                $0.benefit.authorizationIndicator
            },
            .text("inPlanNetworkIndicator", "EB12", "Y inside of the network, N outside, W both") {
                $0.benefit.inPlanNetworkIndicator
            },
            .text("procedureCode", "EB13-2", "the procedure it is about") { $0.benefit.procedure?.code },
            .date("date", "DTP03", "from when on it holds; else the first of its dates") { $0.period.begin },
            .date("endDate", "DTP03", "until when it holds; empty where no end is told") { $0.period.end },
            .text("dateQualifier", "DTP01", "what that date is: 348 the benefit begins, 346 the plan") {
                $0.period.qualifier
            },
            .text("messages", "MSG01", "words of the payer, with ' / ' between them") {
                $0.benefit.messages.isEmpty ? nil : $0.benefit.messages.joined(separator: " / ")
            },
            .text("relatedEntityRole", "2120 NM101", "what the first related party is") {
                $0.benefit.relatedEntities.first?.role?.rawValue
            },
            .text("relatedEntityName", "2120 NM103", "its name") {
                $0.benefit.relatedEntities.first?.lastOrOrganizationName
            },
            .text("relatedEntityIdentifier", "2120 NM109", "its number") {
                $0.benefit.relatedEntities.first?.identifier
            },
            .list("placesOfService", "III02 of ZZ", "the places of service it is for; empty is every place") {
                $0.benefit.circumstances.filter { $0.qualifier == "ZZ" }.compactMap(\.code)
            },
            .list("injuries", "III02 of NI and GR", "the kinds of injury it is for") {
                $0.benefit.circumstances.filter { $0.qualifier != "ZZ" }.compactMap(\.code)
            },
            .list("dates", "DTP01 and DTP03", "all its dates, each behind its qualifier: 348:2026-01-01") {
                $0.benefit.dates.compactMap { date in
                    date.period.map { "\(date.qualifier ?? ""):\($0)" }
                }
            },
        ])

    static let limits = Table<BenefitLimitRow>(
        "benefit-limits", of: "271", row: "how much of a service a benefit allows, how often and when (HSD)",
        [
            .key("responseKey", "the person's answer, in eligibility.csv") { $0.benefit.person.key },
            .position("benefit", "the benefit, in benefits.csv") { $0.benefit.position },
            .position("limit", "the limit's place among the benefit's") { $0.position },
            .text("quantityKind", "HSD01", "what the quantity counts") { $0.limit.quantityKind?.rawValue },
            .words("quantityKindName", "HSD01", element: "673", "the same in words") {
                [$0.limit.quantityKind?.rawValue]
            },
            .decimal("quantity", "HSD02", "the quantity") { $0.limit.quantity },
            .text("unit", "HSD03", "for each of which unit: DA days, WK weeks, MO months, VS visits") {
                $0.limit.unit
            },
            .decimal("unitCount", "HSD04", "for how many of that unit; empty is one") {
                $0.limit.unitCount
            },
            .text("period", "HSD05", "within which period: 23 the calendar year") {
                $0.limit.period?.rawValue
            },
            .words("periodName", "HSD05", element: "615", "the same in words") {
                [$0.limit.period?.rawValue]
            },
            .integer("periodCount", "HSD06", "how many of that period; empty is one") {
                $0.limit.periodCount
            },
            .text("deliveryFrequency", "HSD07", "on which days") { $0.limit.deliveryFrequency },
            .text("deliveryTime", "HSD08", "at which time of day") { $0.limit.deliveryTime },
        ])

    static let rejections = Table<RejectionRow>(
        "rejections", of: "271", row: "one reason why something could not be answered (AAA)",
        [
            .key("setKey", "the transaction set, with which keys of answers begin") { $0.place.key },
            .text("responseKey", "", "the person's answer, in eligibility.csv; empty above persons") {
                $0.person?.key
            },
            .text("level", "", "who was not answered for: source, receiver, subscriber, dependent, benefit") {
                $0.rejection.level.rawValue
            },
            .position("benefit", "the benefit, in benefits.csv") {
                $0.rejection.benefit.map { $0 + 1 }
            },
            .text("memberIdentifier", "2100C NM109", "the number on the insurance card") {
                $0.person?.memberIdentifier
            },
            .text("validRequestIndicator", "AAA01", "N: the request was wrong, Y: it was not") {
                $0.rejection.validation.validRequestIndicator
            },
            .text("rejectReason", "AAA03", "why") { $0.rejection.validation.rejectReason?.rawValue },
            .words("rejectReasonName", "AAA03", element: "901", "the same in words") {
                [$0.rejection.validation.rejectReason?.rawValue]
            },
            .text("followUpAction", "AAA04", "what to do") {
                $0.rejection.validation.followUpAction?.rawValue
            },
            .words("followUpActionName", "AAA04", element: "889", "the same in words") {
                [$0.rejection.validation.followUpAction?.rawValue]
            },
        ])
}
