extension CalendarDate {
    /// YYMMDD, as ISA09 has it.
    package var envelopeText: String {
        var bytes: [UInt8] = []
        appendX12(to: &bytes)
        return String(decoding: bytes.dropFirst(2), as: UTF8.self)
    }
}

extension ClockTime {
    /// HHMM, as ISA10 has it.
    package var envelopeText: String {
        var bytes: [UInt8] = []
        appendX12(to: &bytes)
        return String(decoding: bytes.prefix(4), as: UTF8.self)
    }
}
