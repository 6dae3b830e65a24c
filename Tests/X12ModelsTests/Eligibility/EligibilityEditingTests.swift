import Testing
import X12Models
import X12TestSupport
import X12Text

@Suite("Reading and changing eligibility")
struct EligibilityEditingTests {
    /// A sample's text with one replacement, as pieces.
    private func items(_ path: String, _ old: String = "", _ new: String = "") throws -> (String, [ModelItem])
    {
        var text = String(decoding: try SampleFiles.samples.bytes(path), as: UTF8.self)
        if !old.isEmpty {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return (text, try ModelFlow.items(Array(text.utf8)))
    }

    private func written(_ items: [ModelItem], _ mode: ModelWriter.Mode = .asReceived) throws -> String {
        String(decoding: try ModelFlow.x12(items, mode), as: UTF8.self)
    }

    private func responses(_ items: [ModelItem]) -> [EligibilityResponse] {
        items.compactMap { if case .response(let part) = $0 { part } else { nil } }
    }

    /// Changes each response.
    private func changing(_ items: [ModelItem], _ change: (inout EligibilityResponse) -> Void) -> [ModelItem]
    {
        items.map { item in
            guard case .response(var part) = item else { return item }
            change(&part)
            return .response(part)
        }
    }

    /// Changes each inquiry.
    private func changing(_ items: [ModelItem], _ change: (inout EligibilityInquiry) -> Void) -> [ModelItem] {
        items.map { item in
            guard case .inquiry(var part) = item else { return item }
            change(&part)
            return .inquiry(part)
        }
    }

    @Test("active coverage says what the patient pays")
    func coverage() throws {
        let (_, items) = try items("271/pass/active-coverage.271")
        let response = try #require(responses(items).first)
        #expect(response.informationSource?.party?.lastOrOrganizationName == "SAMPLE PAYER")
        #expect(response.informationReceiver?.party?.identifier == "1234567893")
        #expect(response.subscriber?.traces.map(\.type) == [.referenced, .current])
        let benefits = response.benefits
        #expect(benefits.first?.kind == .activeCoverage && benefits.first?.planDescription == "PPO GOLD")
        let deductibles = benefits.filter { $0.kind == .deductible }
        #expect(deductibles.map(\.amount) == [1500, 1200])
        #expect(deductibles.map(\.period) == [.calendarYear, .remaining])
        let office = benefits.filter { $0.serviceTypes == [.physicianVisitOffice] }
        #expect(office.first { $0.kind == .copayment }?.amount == 30)
        #expect(office.first { $0.kind == .coinsurance }?.fraction == ExactDecimal("0.2"))
        #expect(office.allSatisfy { $0.inPlanNetworkIndicator == "Y" && $0.coverageLevel == .individual })
    }

    @Test("a rejection says why and what to do")
    func rejection() throws {
        let (_, items) = try items("271/pass/member-not-found.271")
        let response = try #require(responses(items).first)
        #expect(response.benefits.isEmpty)
        let validations = try #require(response.subscriber?.person?.requestValidations)
        #expect(validations.map(\.rejectReason) == [.subscriberIdentifierInvalid])
        #expect(validations.map(\.followUpAction) == [.correctAndResubmit])
        #expect(validations.map(\.validRequestIndicator) == ["N"])
    }

    @Test("a payer that cannot answer is a level by itself, with its reasons")
    func source() throws {
        let (_, items) = try items("271/pass/source-cannot-answer.271")
        #expect(responses(items).isEmpty)
        let source = try #require(
            items.compactMap { if case .informationSource(let part) = $0 { part } else { nil } }.first)
        #expect(source.requestValidations.map(\.rejectReason) == [.cannotRespondNow])
        #expect(source.party?.requestValidations.map(\.rejectReason) == [.noResponse])
    }

    @Test("a subscriber with benefits of his own answers for himself, and heads his dependents")
    func family() throws {
        let responses = responses(try items("271/pass/family-and-ended-coverage.271").1)
        #expect(responses.map { $0.dependent?.person?.firstName } == [nil, "GRETA", "NILS", nil])
        #expect(responses.map { $0.subscriber?.person?.firstName } == ["OTTO", "OTTO", "OTTO", "ROSA"])
        #expect(responses[0].subscriber?.person?.militaryService?.rank == "E1")
        #expect(responses[2].dependent?.person?.requestValidations.first?.rejectReason == .patientNotFound)
        let heads = try items("271/pass/dependent-child.271").1.compactMap { item in
            if case .responseSubscriber(let part) = item { part.person?.firstName } else { nil }
        }
        #expect(heads == ["OTTO"])
    }

    @Test("a changed property changes its element and nothing else")
    func oneElement() throws {
        let (text, items) = try items("271/pass/limits-and-visits.271")
        let changes: [((inout EligibilityResponse) -> Void, String, String)] = [
            ({ $0.benefits[1].quantity = 25 }, "***VS*20*Y*Y", "***VS*25*Y*Y"),
            ({ $0.benefits[1].serviceTypes[1] = .speechTherapy }, "PT^AE", "PT^AF"),
            (
                { $0.benefits[1].messages[1] = "CALL US" }, "MSG*A REVIEW IS NEEDED AFTER THE TENTH VISIT",
                "MSG*CALL US"
            ),
            ({ $0.benefits[1].circumstances[0].code = "12" }, "III*ZZ*11", "III*ZZ*12"),
            ({ $0.benefits[1].serviceDeliveries[0].quantity = 3 }, "HSD*VS*2*WK", "HSD*VS*3*WK"),
            ({ $0.subscriber?.person?.diagnoses[1].code = "M5417" }, "ABF:M5416", "ABF:M5417"),
            ({ $0.subscriber?.traces[0].number = "T-9" }, "TRN*2*TRACE-0003", "TRN*2*T-9"),
        ]
        for (change, old, new) in changes {
            #expect(text.ranges(of: old).count == 1)
            #expect(try written(changing(items, change)) == text.replacing(old, with: new))
        }
    }

    @Test("taking parties out takes their brackets out, putting one in puts them around it")
    func brackets() throws {
        let (text, items) = try items("271/pass/other-payer-and-primary-care.271")
        let without = changing(items) { (response: inout EligibilityResponse) in
            response.benefits[3].relatedEntities = []
        }
        let start = try #require(text.ranges(of: "LS*2120~").last?.lowerBound)
        let end = try #require(text.ranges(of: "LE*2120~\n").last?.upperBound)
        #expect(try written(without) == text[..<start] + text[end...])
        var entity = RelatedEntity()
        entity.role = .payer
        entity.entityType = .organization
        entity.lastOrOrganizationName = "THIRD PAYER"
        let with = changing(items) { (response: inout EligibilityResponse) in
            response.benefits[0].relatedEntities = [entity]
        }
        #expect(
            try written(with)
                == text.replacing(
                    "*HMO BASIC~\n", with: "*HMO BASIC~\nLS*2120~\nNM1*PR*2*THIRD PAYER~\nLE*2120~\n"))
    }

    @Test("a bracket that was not sent is not made up, until parties change")
    func missingBracket() throws {
        let (text, items) = try items("271/fail/party-without-bracket.271")
        #expect(try written(items) == text)
        #expect(items.contains { $0.carried?.omitted.count == 1 })
        let json = try ModelFlow.items(json: ModelFlow.json(items))
        #expect(try written(json) == text)
    }

    @Test("issuing numbers levels and counts segments anew")
    func issue() throws {
        let (text, items) = try items("270/pass/batch-of-two-sets.270")
        #expect(try written(items, .issue) == text)
        // The first dependent goes, and with it nothing that stands around.
        var isGone = false
        let fewer = items.filter { item in
            guard case .inquiry(let part) = item, part.dependent != nil, !isGone else { return true }
            isGone = true
            return false
        }
        let issued = try written(fewer, .issue)
        #expect(issued.contains("HL*5*4*23*0~\nTRN*1*TRACE-0007"))
        #expect(issued.contains("HL*10*9*22*0~"))
        let count = text.split(separator: "SE*")[1].prefix { $0 != "*" }
        #expect(issued.contains("SE*\(try #require(Int(count)) - 7)*0001~"))
    }

    @Test("a value that cannot be read is absent, comes back out, and gives way to a value")
    func unreadable() throws {
        let (text, items) = try items("271/pass/active-coverage.271", "*1200*", "*1.200,00*")
        let response = try #require(responses(items).first)
        #expect(response.benefits.count == 8 && response.benefits[2].amount == nil)
        #expect(try written(items) == text)
        let changed = changing(items) { (response: inout EligibilityResponse) in
            response.benefits[2].amount = 1100
        }
        #expect(try written(changed) == text.replacing("*1.200,00*", with: "*1100*"))
    }

    @Test("an inquiry of which hardly anything is left is still one")
    func missing() throws {
        let (text, items) = try items(
            "270/pass/office-visit.270", "NM1*IL*1*ALVAREZ*ROSA****MI*W100200300~\n", "NM1*IL~\n")
        let inquiries = items.compactMap { if case .inquiry(let part) = $0 { part } else { nil } }
        #expect(inquiries.count == 1 && inquiries.first?.benefitInquiries.count == 1)
        #expect(try written(items) == text)
        let changed = changing(items) { (inquiry: inout EligibilityInquiry) in
            inquiry.subscriber?.person?.memberIdentifier = "W1"
        }
        #expect(
            try written(changed)
                == text.replacing("NM1*IL~", with: "NM1*IL*******MI*W1~".replacing("MI", with: "")))
    }

    @Test("a part that the guide has no place for is refused, not lost")
    func noPlace() throws {
        let (_, items) = try items("270/pass/dependent-child.270")
        let changed = changing(items) { (inquiry: inout EligibilityInquiry) in
            inquiry.benefitInquiries[0].spendDownAmount = 5
        }
        #expect { try ModelFlow.x12(changed) } throws: { "\($0)".contains("AMT has no place in 2110D") }
    }
}
