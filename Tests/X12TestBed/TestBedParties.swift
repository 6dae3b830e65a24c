import X12Generation
import X12Models
import X12TestSupport
import X12Text

/// The practice of a bed, and its payer.
struct TestBedParties: Sendable {
    let practice: Practice
    let assembler: EncounterAssembler
    let inquiries: InquiryAssembler
    let payer = "BLUE HERON HEALTH PLAN"
    let payerIdentifier = "BHHP7"
    let practiceName = "MAPLE CLINIC"
    let billingIdentifier = "1234567893"
    let renderingIdentifier = "1245319599"
    let taxIdentifier = "123456789"

    init() {
        var practice = Practice()
        practice.submitter = Self.submitter
        practice.sender = Self.address("MAPLE01")
        var billing = BillingProvider()
        billing.provider = Self.billingProvider(practiceName, billingIdentifier, taxIdentifier)
        var named = NamedBillingProvider()
        named.key = "clinic"
        named.billingProvider = billing
        practice.billingProviders = [named]
        var rendering = NamedRenderingProvider()
        rendering.key = "moss"
        rendering.renderingProvider = Self.renderingProvider(renderingIdentifier)
        practice.renderingProviders = [rendering]
        var payer = NamedPayer()
        payer.key = "payer"
        payer.payer = Payer()
        payer.payer?.organizationName = self.payer
        payer.payer?.identifierQualifier = "PI"
        payer.payer?.identifier = payerIdentifier
        payer.claimFilingIndicator = .blueCrossBlueShield
        payer.receiver = Receiver()
        payer.receiver?.organizationName = self.payer
        payer.receiver?.identifier = payerIdentifier
        payer.address = Self.address(payerIdentifier)
        practice.payers = [payer]
        var defaults = ClaimDefaults()
        defaults.placeOfService = "11"
        defaults.providerSignatureIndicator = "Y"
        defaults.planParticipation = "A"
        defaults.benefitsAssignment = "Y"
        defaults.releaseOfInformation = "Y"
        defaults.renderingProvider = "moss"
        defaults.laboratoryCertificationNumber = "14D1234567"
        practice.claimDefaults = defaults
        self.practice = practice
        assembler = EncounterAssembler(practice)
        inquiries = InquiryAssembler(practice)
    }

    private static var submitter: Submitter {
        var number = ContactNumber()
        number.qualifier = "TE"
        number.value = "5555550100"
        var contact = Contact()
        contact.name = "BILLING OFFICE"
        contact.numbers = [number]
        var submitter = Submitter()
        submitter.entityType = .organization
        submitter.lastOrOrganizationName = "MAPLE CLINIC"
        submitter.identifier = "MAPLE01"
        submitter.contacts = [contact]
        return submitter
    }

    private static func address(_ identifier: String) -> EnvelopeAddress {
        var address = EnvelopeAddress()
        address.qualifier = "ZZ"
        address.identifier = identifier
        return address
    }

    static var practiceAddress: Address {
        var address = Address()
        address.line1 = "10 ELM ST"
        address.city = "SPRINGFIELD"
        address.state = "IL"
        address.postalCode = "627010001"
        return address
    }

    private static func billingProvider(
        _ name: String, _ identifier: String, _ tax: String
    ) -> BillingProviderDetails {
        var provider = BillingProviderDetails()
        provider.entityType = .organization
        provider.lastOrOrganizationName = name
        provider.npi = identifier
        provider.address = practiceAddress
        provider.taxIdentifier = Identifier()
        provider.taxIdentifier?.qualifier = "EI"
        provider.taxIdentifier?.value = tax
        return provider
    }

    /// Who treats patients.
    static let renderingName = (last: "MOSS", first: "ADA")

    private static func renderingProvider(_ identifier: String) -> RenderingProvider {
        var provider = RenderingProvider()
        provider.entityType = .person
        provider.lastOrOrganizationName = renderingName.last
        provider.firstName = renderingName.first
        provider.npi = identifier
        provider.taxonomyCode = "207Q00000X"
        return provider
    }
}
