/// The name of one element of a list: that of the list in the singular.
enum ListNames {
    /// Names whose singular is not just a letter less.
    private static let irregular = [
        "adjudications": "adjudication", "diagnoses": "diagnosis", "statuses": "status", "causes": "cause",
        "healthCarePolicies": "healthCarePolicy", "serviceDeliveries": "serviceDelivery",
        "benefitInquiries": "benefitInquiry", "eligibilityInquiries": "eligibilityInquiry",
        "relatedEntities": "relatedEntity", "supplementalQuantities": "supplementalQuantity",
        "conditionInformation": "conditionInformationItem", "fileInformation": "fileInformationItem",
        "leading": "leadingItem", "omitted": "omittedItem",
    ]

    /// `serviceLine` for `serviceLines`, `diagnosis` for `diagnoses`.
    static func element(of list: String) -> String {
        if let known = irregular[list] { return known }
        return list.hasSuffix("s") ? String(list.dropLast()) : list + "Item"
    }
}
