import X12
import X12Generation
import X12Ledger

/// The programs of the articles, as they are compiled and run here; the articles have what stands between the marks.
enum Examples {
    /// What a remittance paid for each line, and why it was less.
    static func readARemittance(path: String) throws -> [String] {
        // example: read-a-remittance
        var payments = ClaimPaymentReader(try ByteSource(path: path))
        var report: [String] = []
        while let payment = try payments.next() {
            let claim = payment.patientControlNumber ?? "?"
            if payment.status == .reversal { report.append("\(claim): taken back") }
            for line in payment.serviceLines {
                let paid = line.paymentAmount.map { "\($0)" } ?? "not known"
                var patient = MoneySum()
                for adjustment in line.adjustments where adjustment.group == "PR" {
                    patient.add(adjustment.amount)
                }
                let owed = patient.value.map { "\($0)" } ?? "not known"
                report.append("\(claim) \(line.procedure.code ?? "?"): paid \(paid), patient \(owed)")
            }
        }
        // end
        return report
    }

    /// A claim of one visit, as X12.
    static func buildAClaim() throws -> [UInt8] {
        // example: build-a-claim
        var provider = BillingProviderDetails()
        provider.entityType = .organization
        provider.lastOrOrganizationName = "MAPLE CLINIC"
        provider.npi = "1234567893"
        provider.address = Address()
        provider.address?.line1 = "10 ELM ST"
        provider.address?.city = "SPRINGFIELD"
        provider.address?.state = "IL"
        provider.address?.postalCode = "627010001"
        provider.taxIdentifier = Identifier()
        provider.taxIdentifier?.qualifier = "EI"
        provider.taxIdentifier?.value = "123456789"
        var billing = BillingProvider()
        billing.provider = provider

        var person = SubscriberDetails()
        person.entityType = .person
        person.lastOrOrganizationName = "ISAAC"
        person.firstName = "ROSA"
        person.identifierQualifier = "MI"
        person.memberIdentifier = "W100200300"
        person.address = provider.address
        person.birthDate = CalendarDate(year: 1980, month: 5, day: 12).map { .date($0) }
        person.gender = "F"
        var payer = Payer()
        payer.organizationName = "SAMPLE PAYER"
        payer.identifierQualifier = "PI"
        payer.identifier = "PAYER01"
        var subscriber = Subscriber()
        subscriber.payerResponsibility = .primary
        subscriber.relationship = .subscriber
        subscriber.claimFilingIndicator = .commercial
        subscriber.person = person
        subscriber.payer = payer

        var line = ServiceLine()
        line.procedure = Procedure()
        line.procedure?.qualifier = "HC"
        line.procedure?.code = "99213"
        line.chargeAmount = ExactDecimal("120.50")
        line.unit = "UN"
        line.unitCount = 1
        line.diagnosisPointers = ["1"]
        line.serviceDate = CalendarDate(year: 2026, month: 2, day: 20).map { .date($0) }
        var diagnosis = HealthCareCode()
        diagnosis.qualifier = "ABK"
        diagnosis.code = "J020"

        var claim = Claim()
        claim.patientControlNumber = "PCN0001"
        claim.chargeAmount = line.chargeAmount
        claim.placeOfService = "11"
        claim.facilityQualifier = "B"
        claim.claimFrequency = .original
        claim.providerSignatureIndicator = "Y"
        claim.planParticipation = "A"
        claim.benefitsAssignment = "Y"
        claim.releaseOfInformation = "Y"
        claim.diagnoses = [diagnosis]
        claim.serviceLines = [line]
        // end

        // example: write-a-claim
        var writer = ModelWriter(.issue)
        try writer.write(.interchange(envelope()))
        try writer.write(.group(group("HC", guide: "005010X222A1")))
        try writer.write(.claimHeader(header(), guide: "005010X222A1"))
        try writer.write(.billingProvider(billing))
        try writer.write(.subscriber(subscriber))
        try writer.write(.claim(claim))
        try writer.write(.claimTrailer(TransactionTrailer()))
        try writer.write(.groupTrailer(FunctionalGroupTrailer()))
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try writer.finish()
        let bytes = writer.takeBytes()
        // end
        return bytes
    }

    /// An eligibility inquiry for one member, as X12.
    static func writeAnInquiry() throws -> [UInt8] {
        // example: write-a-270
        var source = InformationSource()
        source.party = InformationSourceDetails()
        source.party?.role = EntityRole(rawValue: "PR")
        source.party?.entityType = .organization
        source.party?.lastOrOrganizationName = "SAMPLE PAYER"
        source.party?.identifierQualifier = "PI"
        source.party?.identifier = "PAYER01"
        var receiver = InformationReceiver()
        receiver.party = InformationReceiverDetails()
        receiver.party?.role = EntityRole(rawValue: "1P")
        receiver.party?.entityType = .organization
        receiver.party?.lastOrOrganizationName = "MAPLE CLINIC"
        receiver.party?.identifierQualifier = "XX"
        receiver.party?.identifier = "1234567893"

        var trace = TraceNumber()
        trace.type = .current
        trace.number = "MC-E-1"
        trace.assigningEntityIdentifier = "1123456789"
        var member = InquirySubscriber()
        member.traces = [trace]
        member.person = InquirySubscriberDetails()
        member.person?.entityType = .person
        member.person?.lastOrOrganizationName = "ISAAC"
        member.person?.firstName = "ROSA"
        member.person?.identifierQualifier = "MI"
        member.person?.memberIdentifier = "W100200300"
        member.person?.birthDate = CalendarDate(year: 1980, month: 5, day: 12).map { .date($0) }
        var question = BenefitInquiry()
        question.serviceTypes = [ServiceType(rawValue: "30"), ServiceType(rawValue: "98")]
        var inquiry = EligibilityInquiry()
        inquiry.subscriber = member
        inquiry.benefitInquiries = [question]

        var header = EligibilityInquiryHeader()
        header.implementationGuide = "005010X279A1"
        header.purpose = "13"
        header.referenceIdentifier = "Q1"
        header.creationDate = CalendarDate(year: 2026, month: 3, day: 2)
        header.creationTime = ClockTime(x12: "0930")

        var writer = ModelWriter(.issue)
        try writer.write(.interchange(envelope()))
        try writer.write(.group(group("HS", guide: "005010X279A1")))
        try writer.write(.inquiryHeader(header, guide: "005010X279A1"))
        try writer.write(.informationSource(source))
        try writer.write(.informationReceiver(receiver))
        try writer.write(.inquiry(inquiry))
        try writer.write(.eligibilityTrailer(TransactionTrailer()))
        try writer.write(.groupTrailer(FunctionalGroupTrailer()))
        try writer.write(.interchangeTrailer(InterchangeTrailer()))
        try writer.finish()
        let bytes = writer.takeBytes()
        // end
        return bytes
    }

    /// One page of the claims of a file, whatever its size.
    static func page(_ number: Int, of size: Int, path: String) throws -> [String] {
        // example: page-through-a-file
        let source = try ByteSource(path: path)
        var claims = ClaimReader(source)
        var position = 0
        var page: [String] = []
        while page.count < size, let claim = try claims.next() {
            defer { position += 1 }
            guard position >= number * size else { continue }
            let patient = claim.patient?.person?.lastName ?? claim.subscriber?.person?.lastOrOrganizationName
            let charge = claim.chargeAmount.map { "\($0)" } ?? "not known"
            page.append("\(claim.patientControlNumber ?? "?") \(patient ?? "") \(charge)")
        }
        // end
        return page
    }

    /// What was paid for each claim of a file, and why it was less.
    static func whatWasPaid(path: String, print: (String) -> Void) throws {
        // example: what-was-paid
        var reader = ModelReader(try ByteSource(path: path))
        while let item = try reader.next() {
            guard case .claimPayment(let payment) = item else { continue }
            let paid = payment.paymentAmount.map { "\($0)" } ?? "not known"
            print("\(payment.patientControlNumber ?? "?") \(paid)")
            for line in payment.serviceLines {
                for adjustment in line.adjustments {
                    let amount = adjustment.amount.map { "\($0)" } ?? "not known"
                    let reason = "\(adjustment.group ?? "") \(adjustment.reason ?? "")"
                    print("  \(line.procedure.code ?? "?"): \(reason) \(amount)")
                }
            }
        }
        // end
    }

    /// Who is covered, as the answers of a file say, and why there is no answer.
    static func whoIsCovered(path: String, print: (String) -> Void) throws {
        // example: who-is-covered
        var responses = EligibilityResponseReader(try ByteSource(path: path))
        while let response = try responses.next() {
            print("\(response.person.referencedTrace ?? "?"): \(response.coverageStatus)")
            for benefit in response.benefits where benefit.kind == .copayment {
                print("  copayment \(benefit.amount.map { "\($0)" } ?? "not known")")
            }
            for reason in response.rejections {
                let code = reason.validation.rejectReason?.rawValue ?? "not known"
                print("  no answer (\(reason.level)): \(code)")
            }
        }
        // end
    }

    /// What is wrong with a file, at all levels.
    static func checkAFile(path: String, print: (String) -> Void) throws {
        // example: check-a-file
        var validator = try Validator()
        let renderer = FindingRenderer(file: "claims.837")
        var faulty: Set<String> = []
        try validator.check(BlockReader(try ByteSource(path: path))) { block, findings in
            for finding in findings where finding.rule.severity >= .error {
                print(renderer.text(of: finding))
                faulty.insert(finding.context.claim)
            }
        }
        print("claims to correct: \(faulty.sorted().joined(separator: ", "))")
        // end
    }

    /// What a payer objects to in a file, rules being set as somebody wants them.
    static func checkForAPayer(path: String, print: (String) -> Void) throws {
        // example: check-for-a-payer
        var rules = RuleConfiguration()
        try rules.add(text: "837P-BAL-CLM02 warning\n837P-CLIA off")
        let payer = try ProfileLibrary().profile(named: "medicare-part-b")
        var validator = try Validator(rules, profile: .named(payer))
        try validator.check(BlockReader(try ByteSource(path: path)), workers: 2) { block, findings in
            for finding in findings where finding.rule.level == 7 {
                print("line \(finding.location.line): \(finding.rule.id)")
            }
        }
        // end
    }

    /// What the claims of a file charge, segment by segment.
    static func sumOfCharges(path: String, print: (String) -> Void) throws {
        // example: sum-of-charges
        var reader = SegmentReader(try ByteSource(path: path))
        var charges = MoneySum()
        while let segment = try reader.next() {
            guard segment.identifier == "CLM" else { continue }
            charges.add(ExactDecimal.parse(segment[2])?.value)
            print("line \(segment.line): place of service \(segment.element(5).component(1).string)")
        }
        // A charge that cannot be read is not zero: then the sum is not known.
        print(charges.value.map { "charged \($0)" } ?? "not every charge can be read")
        for finding in reader.takeFindings() { print(finding.rule.id) }
        // end
    }

    /// The claims of a file in any of our forms.
    static func fromJSON(path: String, print: (String) -> Void) throws {
        // example: from-json
        var input = try ModelInput(try ByteSource(path: path))
        while let item = try input.next() {
            guard case .claim(let claim) = item else { continue }
            let charge = claim.chargeAmount.map { "\($0)" } ?? "not known"
            print("\(claim.patientControlNumber ?? "?") \(charge)")
        }
        // end
    }

    /// The claims of a file as JSON values, each read back.
    static func claimsAsJSON(path: String) throws -> [(json: String, claim: Claim)] {
        var rows: [(String, Claim)] = []
        // example: one-claim-as-json
        var claims = ClaimReader(try ByteSource(path: path))
        while let claim = try claims.next() {
            let text = String(decoding: claim.json(), as: UTF8.self)
            let same = try Claim(json: text.utf8)
            rows.append((text, same))
        }
        // end
        return rows
    }

    /// Claim files made of encounters: name and bytes of each, and what was found in claims that stay behind.
    static func makeClaimFiles(
        practice practicePath: String, encounters path: String, ledger ledgerPath: String, folder: String
    ) throws -> (files: [String: [UInt8]], rejected: [Finding]) {
        var files: [String: [UInt8]] = [:]
        var rejected: [Finding] = []
        guard let date = CalendarDate(year: 2026, month: 3, day: 2), let time = ClockTime(x12: "0930") else {
            return (files, rejected)
        }
        // example: make-claim-files
        let practice = try Practice(ByteSource(path: practicePath))
        let settings = SubmissionSettings(date: date, time: time)
        let batch = try SubmissionBatch(.claims, settings, waitingIn: folder)
        var encounters = try ClaimSource(ByteSource(path: path), practice: practice)
        while let candidate = try encounters.next() {
            let (findings, isAccepted) = try batch.add(candidate.consignment)
            if !isAccepted { rejected += findings }
        }

        let ledger = try Ledger(path: ledgerPath)
        for share in batch.shares {
            let content = try batch.digest(of: share)
            let request = batch.request(share, job: content, content: content)
            let numbers = try ledger.reserve(request)
            var bytes: [UInt8] = []
            try batch.write(
                share, numbers,
                note: { claims throws(X12Error) in _ = try ledger.note(claims, of: request) },
                to: { part throws(X12Error) in bytes += part })
            files["\(share.destination.address.identifier ?? "")-\(numbers.interchange).837"] = bytes
            try ledger.finish(request)
        }
        // end
        return (files, rejected)
    }

    // example: envelope
    /// Who sends to whom; the numbers come from a ledger (`X12Ledger`) in earnest.
    static func envelope() -> Interchange {
        var envelope = Interchange()
        envelope.authorizationQualifier = "00"
        envelope.securityQualifier = "00"
        envelope.senderQualifier = "ZZ"
        envelope.sender = "CLINIC01"
        envelope.receiverQualifier = "ZZ"
        envelope.receiver = "PAYER01"
        envelope.date = "260302"
        envelope.time = "0930"
        envelope.repetitionSeparator = "^"
        envelope.version = "00501"
        envelope.controlNumber = "000000101"
        envelope.acknowledgmentRequested = "0"
        envelope.usage = "T"
        envelope.componentSeparator = ":"
        envelope.lineEnd = "\n"
        return envelope
    }

    static func group(_ kind: String, guide: String) -> FunctionalGroup {
        var group = FunctionalGroup()
        group.functionalIdentifier = kind
        group.sender = "CLINIC01"
        group.receiver = "PAYER01"
        group.date = CalendarDate(year: 2026, month: 3, day: 2)
        group.time = ClockTime(x12: "0930")
        group.controlNumber = "101"
        group.responsibleAgency = "X"
        group.guide = guide
        return group
    }

    static func header() -> ClaimHeader {
        var number = ContactNumber()
        number.qualifier = "TE"
        number.value = "5555550100"
        var contact = Contact()
        contact.name = "BILLING OFFICE"
        contact.numbers = [number]
        var submitter = Submitter()
        submitter.entityType = .organization
        submitter.lastOrOrganizationName = "MAPLE CLINIC"
        submitter.identifier = "CLINIC01"
        submitter.contacts = [contact]
        var receiver = Receiver()
        receiver.organizationName = "SAMPLE PAYER"
        receiver.identifier = "PAYER01"
        var header = ClaimHeader()
        header.implementationGuide = "005010X222A1"
        header.purpose = "00"
        header.referenceIdentifier = "B101"
        header.creationDate = CalendarDate(year: 2026, month: 3, day: 2)
        header.creationTime = ClockTime(x12: "0930")
        header.claimType = "CH"
        header.submitter = submitter
        header.receiver = receiver
        return header
    }
    // end
}
