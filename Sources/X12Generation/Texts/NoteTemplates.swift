internal import X12Grammar
internal import X12Models

/// Says in a claim's notes what the payer's templates say, with the values that the encounter gives for their fields.
///
/// Only a place that says nothing yet is filled, and only with a template whose fields are all given.
struct NoteTemplates: Sendable {
    /// A place that a template can fill.
    private enum Place: Sendable {
        case claimNote(String), claimText, claimAttachment, lineNote(String), lineText
    }

    private let templates: [(place: Place, template: ProfileTemplate)]

    /// The templates of a profile that stand at a note, a text in a fixed format or an attachment.
    init(_ profile: PayerProfile?) {
        templates = (profile?.constraints ?? []).compactMap { constraint in
            guard constraint.kind == .template, constraint.transactionSet == "837",
                let template = constraint.template, let path = constraint.place,
                let place = Self.place(path)
            else { return nil }
            return (place, template)
        }
    }

    private static func place(_ path: ProfilePath) -> Place? {
        switch (path.loop, path.segment, path.element) {
        case ("2300", "NTE", 2): .claimNote(path.code.isEmpty ? "ADD" : path.code)
        case ("2300", "K3", 1): .claimText
        case ("2300", "PWK", 6): .claimAttachment
        case ("2400", "NTE", 2): .lineNote(path.code.isEmpty ? "ADD" : path.code)
        case ("2400", "K3", 1): .lineText
        default: nil
        }
    }

    /// Fills a claim's notes.
    ///
    /// - Returns: the names of values that no template takes, sorted.
    func fill(_ claim: inout Claim, with values: [String: String]) -> [String] {
        guard !values.isEmpty else { return [] }
        for (place, template) in templates {
            if let text = template.filled(with: values) { Self.say(text, at: place, of: &claim) }
        }
        let known = Set(templates.flatMap(\.template.fields))
        return values.keys.filter { !known.contains($0) }.sorted()
    }

    private static func say(_ text: String, at place: Place, of claim: inout Claim) {
        switch place {
        case .claimNote(let reference):
            if claim.note == nil { claim.note = note(text, reference) }
        case .claimText: add(text, to: &claim.fileInformation)
        case .claimAttachment:
            for index in claim.attachments.indices where claim.attachments[index].controlNumber == nil {
                claim.attachments[index].controlNumberQualifier = "AC"
                claim.attachments[index].controlNumber = text
            }
        case .lineNote(let reference):
            for index in claim.serviceLines.indices where claim.serviceLines[index].note == nil {
                claim.serviceLines[index].note = note(text, reference)
            }
        case .lineText:
            for index in claim.serviceLines.indices {
                add(text, to: &claim.serviceLines[index].fileInformation)
            }
        }
    }

    private static func note(_ text: String, _ reference: String) -> Note {
        var note = Note()
        note.reference = reference
        note.text = text
        return note
    }

    private static func add(_ text: String, to list: inout [FixedFormatInformation]) {
        guard !list.contains(where: { $0.text == text }) else { return }
        var information = FixedFormatInformation()
        information.text = text
        list.append(information)
    }
}
