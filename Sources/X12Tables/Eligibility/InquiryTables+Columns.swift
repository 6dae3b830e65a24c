internal import X12Models
internal import X12Text

extension InquiryTables {
    static let inquiries = Table<InquiryRow>(
        "inquiries", of: "270", row: "one thing that is asked of a person's coverage (2110C, 2110D)",
        [
            .key("inquiryKey", "the person asked about, in this transaction set") { $0.person.key },
            .position("question", "the question's place among the person's") { $0.position },
            .text("interchangeControlNumber", "ISA13", "the interchange it came in") {
                $0.person.place.interchangeControlNumber
            },
            .text("transactionSetControlNumber", "ST02", "the transaction set it came in") {
                $0.person.place.controlNumber
            },
            .text("referenceIdentifier", "BHT03", "the sender's name for the set; the answer gives it back") {
                $0.person.reference
            },
            .text("traceNumber", "TRN02 of 1", "the number by which the answer is found") { row in
                row.person.person.traces.first { $0.type != .referenced }?.number
            },
            .text("sourceIdentifier", "2100A NM109", "who is asked") {
                $0.person.levels.source?.party?.identifier
            },
            .text("sourceName", "2100A NM103", "the name of who is asked") {
                $0.person.levels.source?.party?.lastOrOrganizationName
            },
            .text("receiverIdentifier", "2100B NM109", "who asks") {
                $0.person.levels.receiver?.party?.identifier
            },
            .text("receiverName", "2100B NM103", "the name of who asks") {
                $0.person.levels.receiver?.party?.lastOrOrganizationName
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
            .text("lastName", "2100C or 2100D NM103", "the person asked about") {
                $0.person.person.lastName
            },
            .text("firstName", "2100C or 2100D NM104", "the person's first name") {
                $0.person.person.firstName
            },
            .date("birthDate", "DMG02", "the person's date of birth") { $0.person.person.birthDate },
            .text("gender", "DMG03", "F or M") { $0.person.person.gender },
            .text("relationship", "INS02", "what the person is to the subscriber; 18 the same") {
                $0.person.person.relationship?.rawValue
            },
            .list("serviceTypes", "EQ01", "the kinds of service that are asked about") {
                $0.inquiry.serviceTypes.map(\.rawValue)
            },
            .words("serviceTypeNames", "EQ01", element: "1365", "the same in words") {
                $0.inquiry.serviceTypes.map(\.rawValue)
            },
            .text("procedureCode", "EQ02-2", "the procedure that is asked about") {
                $0.inquiry.procedure?.code
            },
            .text("coverageLevel", "EQ03", "FAM: the whole family's coverage") {
                $0.inquiry.coverageLevel?.rawValue
            },
            .date("planDate", "DTP03 of 291", "the day that is asked about, or the first") {
                $0.planDate?.firstDay
            },
            .date("planEndDate", "DTP03 of 291", "the day that is asked about, or the last") {
                $0.planDate?.lastDay
            },
        ])
}
