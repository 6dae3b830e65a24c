public import X12Diagnostics

/// What a reader remarks on while it finds its way through the bytes.
extension Finding.Rule {
    /// An ISA that is not laid out in its 106 fixed bytes: split on its own separator. The detail is the first element of
    /// another width.
    public static let isaFixed = Self(
        "ENV-ISA-FIXED", level: 1, .error,
        "the ISA is not the fixed 106 bytes long: {detail}; read by its separators",
        help: "pad each ISA element to its fixed width; many receivers refuse the file otherwise",
        acknowledgement: .interchange("022"))

    /// Something other than an interchange before or between interchanges.
    public static let isaStart = Self(
        "ENV-ISA-START", level: 1, .warning, "{detail} before the ISA",
        help: "send interchanges alone, without mail headers, text or blank pages around them")

    /// A byte-order mark, which editors put in front of a text.
    public static let byteOrderMark = Self(
        "ENV-ISA-START", level: 1, .warning, "a byte-order mark before the ISA",
        help:
            "save the file without it (as plain ASCII, or UTF-8 without BOM): receivers look for ISA in the first "
            + "bytes")

    /// Blanks or line ends before the first interchange.
    public static let leadingBlanks = Self(
        "ENV-ISA-START", level: 1, .info, "blanks or line ends before the first ISA",
        help: "passed over; send files that begin with ISA")

    /// Something other than an interchange behind the last one.
    public static let trailingJunk = Self(
        "ENV-TRAILING-DATA", level: 1, .warning, "{detail} that are no interchange after the last IEA",
        help: "check that nothing of the file was lost: what follows the last IEA is not read")

    /// A segment that the end of the input, or the next interchange, cuts off.
    public static let segmentCut = Self(
        "ENV-SEG-CUT", level: 1, .error, "{at} has no segment terminator: the file is cut off here",
        help: "the transfer or the export stopped early; send or fetch the file again",
        acknowledgement: .interchange("023"))

    /// Line ends as the segment terminator.
    public static let terminatorLineEnd = Self(
        "ENV-SEG-TERM-CRLF", level: 1, .warning, "a line end is the segment terminator",
        help: "read as it stands; many receivers refuse it, so write with '~' unless the payer says otherwise"
    )

    /// Lines broken inside segments.
    public static let segmentWrapped = Self(
        "ENV-SEG-WRAPPED", level: 1, .warning, "{at} is broken over several lines; line ends taken out",
        help: "something on the way wrapped the lines; turn that off, since it can also lose blanks")

    /// More findings in one claim or level, or about bytes between segments, than are kept.
    public static let findingsOmitted = Self(
        "ENV-FINDINGS-OMITTED", level: 1, .warning,
        "{detail} more findings in this part of the input are not listed",
        help: "so many faults have one cause, as a rule: mend the first ones and check again")
}

extension Finding {
    /// The one that counts those which are not kept.
    package static func omitting(_ count: Int, behind last: Finding?) -> Finding {
        Finding(.findingsOmitted, at: last?.location ?? Location(), detail: "\(count)")
    }
}
