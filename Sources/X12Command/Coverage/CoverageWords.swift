internal import X12Models
internal import X12Specs
internal import X12Text

/// Benefits in words, as the front desk reads them.
enum CoverageWords {
    /// `copayment, office visit (98), individual, in network: 30.00 (visit); authorization needed`
    static func text(of benefit: EligibilityBenefit) -> String {
        var parts = [label("1390", benefit.kind?.rawValue) ?? "benefit"]
        let services = services(of: benefit)
        if !services.isEmpty { parts.append(services) }
        if let procedure = benefit.procedure?.code { parts.append("procedure \(procedure)") }
        if let level = label("1207", benefit.coverageLevel?.rawValue) { parts.append(level) }
        if let insurance = label("1336", benefit.insuranceType?.rawValue) { parts.append(insurance) }
        if let plan = benefit.planDescription { parts.append(plan) }
        if let network = network(benefit.inPlanNetworkIndicator) { parts.append(network) }
        var text = parts.joined(separator: ", ")
        let values = values(of: benefit)
        if !values.isEmpty { text += ": \(values)" }
        switch benefit.authorizationIndicator {
        case "Y": text += "; authorization needed"
        case "N": text += "; no authorization needed"
        default: break
        }
        for date in benefit.dates {
            if let period = date.period, period.firstDay != nil {
                text += "; \(label("374", date.qualifier) ?? "date") \(days(period))"
            }
        }
        for party in benefit.relatedEntities {
            let name = [party.lastOrOrganizationName, party.firstName].compactMap(\.self).joined(
                separator: ", ")
            text += "; \(label("98", party.role?.rawValue) ?? "party")\(name.isEmpty ? "" : " \(name)")"
        }
        if !benefit.serviceDeliveries.isEmpty { text += "; limits of delivery (HSD)" }
        return text
    }

    /// The kinds of service, each with its code; where there are many, the first ones.
    static func services(of benefit: EligibilityBenefit) -> String {
        let shown = benefit.serviceTypes.prefix(mostServices).map { type in
            label("1365", type.rawValue).map { "\($0) (\(type.rawValue))" } ?? type.rawValue
        }
        let left = benefit.serviceTypes.count - shown.count
        return shown.joined(separator: " / ") + (left > 0 ? " and \(left) more" : "")
    }

    /// A day, or the first and the last.
    static func days(_ period: DateTimePeriod) -> String {
        if case .range(let first, let last) = period { return "\(first) to \(last)" }
        return period.firstDay?.description ?? ""
    }

    private static let mostServices = 4

    private static func values(of benefit: EligibilityBenefit) -> String {
        var values: [String] = []
        if let amount = benefit.amount { values.append(Figures.money(amount)) }
        if let fraction = benefit.fraction { values.append(percent(fraction)) }
        if let quantity = benefit.quantity {
            let unit = label("673", benefit.quantityKind?.rawValue)
            values.append(unit.map { "\(quantity) \($0)" } ?? quantity.description)
        }
        if let period = label("615", benefit.period?.rawValue) { values.append("(\(period))") }
        return values.joined(separator: " ")
    }

    /// `.2` is 20 %; of what is no fraction nobody knows what it means.
    private static func percent(_ fraction: ExactDecimal) -> String {
        guard .zero <= fraction, fraction <= 1 else { return "\(fraction) (no fraction of 1)" }
        return fraction.multiplied(by: 100).map { "\($0) %" } ?? "\(fraction) of 1"
    }

    private static func network(_ indicator: String?) -> String? {
        switch indicator {
        case "Y": "in network"
        case "N": "out of network"
        case "W": "in and out of network"
        default: nil
        }
    }

    /// What a code means, or the code itself where we have no words for it.
    private static func label(_ element: String, _ code: String?) -> String? {
        code.map { X12Specs.label(dataElement: element, code: $0) ?? $0 }
    }
}
