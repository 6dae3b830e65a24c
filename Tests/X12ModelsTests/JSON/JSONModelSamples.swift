import X12Models
import X12Text

/// A claim and a payment of it, small enough to read, all made up.
enum JSONModelSamples {
    static var claim: Claim {
        var claim = Claim()
        claim.patientControlNumber = "PCN0001"
        claim.chargeAmount = ExactDecimal("180.50")
        claim.placeOfService = "11"
        claim.facilityQualifier = "B"
        claim.claimFrequency = .original
        claim.providerSignatureIndicator = "Y"
        claim.planParticipation = "A"
        claim.benefitsAssignment = "Y"
        claim.releaseOfInformation = "Y"
        var dates = ClaimDates()
        dates.onset = DateTimePeriod(iso: "2026-02-14")
        claim.dates = dates
        // Nothing was sent of it, so JSON says nothing of it.
        claim.references = ClaimReferences()
        var first = HealthCareCode()
        first.qualifier = "ABK"
        first.code = "J020"
        var third = HealthCareCode()
        third.qualifier = "ABF"
        third.code = "Z1159"
        claim.diagnoses = [first, HealthCareCode(), third]
        var provider = RenderingProvider()
        provider.entityType = .person
        provider.lastOrOrganizationName = "Müller \"Doc\""
        provider.identifierQualifier = "XX"
        provider.identifier = "1234567893"
        claim.renderingProvider = provider
        claim.serviceLines = [line(1, code: "99213", charge: "150"), line(2, code: "87880", charge: "30.5")]
        return claim
    }

    private static func line(_ number: Int, code: String, charge: String) -> ServiceLine {
        var line = ServiceLine()
        line.number = number
        var procedure = Procedure()
        procedure.qualifier = "HC"
        procedure.code = code
        procedure.modifiers = number == 1 ? ["25", "", "GC"] : []
        line.procedure = procedure
        line.chargeAmount = ExactDecimal(charge)
        line.unit = "UN"
        line.unitCount = 1
        line.diagnosisPointers = ["1", "3"]
        line.serviceDate = DateTimePeriod(iso: number == 1 ? "2026-02-20" : "2026-02-20/2026-02-21")
        return line
    }

    static var payment: ClaimPayment {
        var payment = ClaimPayment()
        payment.patientControlNumber = "PCN0001"
        payment.status = .processedAsPrimary
        payment.chargeAmount = ExactDecimal("180.50")
        payment.paymentAmount = ExactDecimal("100.05")
        payment.patientResponsibilityAmount = 20
        payment.payerClaimControlNumber = "ICN7"
        payment.adjustments = [adjustment("OA", "23", "-10.45")]
        payment.patient.lastName = "Doe"
        payment.patient.firstName = "Jane"
        payment.receivedDate = CalendarDate(iso: "2026-02-23")
        var adjudication = OutpatientAdjudication()
        adjudication.remarkCodes = ["MA01", "", "N130"]
        payment.outpatientAdjudication = adjudication
        var service = ServicePayment()
        service.procedure.qualifier = "HC"
        service.procedure.code = "99213"
        service.chargeAmount = ExactDecimal("180.50")
        service.paymentAmount = ExactDecimal("100.05")
        service.adjustments = [adjustment("CO", "45", "60.45"), adjustment("PR", "2", "20")]
        service.adjustments[1].beginsSegment = true
        payment.serviceLines = [service]
        return payment
    }

    private static func adjustment(_ group: String, _ reason: String, _ amount: String) -> Adjustment {
        var adjustment = Adjustment()
        adjustment.group = group
        adjustment.reason = reason
        adjustment.amount = ExactDecimal(amount)
        return adjustment
    }
}
