public import X12Grammar
public import X12Text

extension CodeEdition {
    /// The edition that a file of a day is, with the days that follow from how its set is published.
    ///
    /// - ICD-10 comes for a fiscal year, 1 October to 30 September, and anew on 1 April. A file of October is good until
    ///   31 March, one of April until 30 September; codes have no days of their own, so editions stand side by side.
    /// - HCPCS comes each quarter, with the days of its codes; what ended earlier in the year is still in it. A file is good
    ///   from 1 January on until the end of its quarter. One edition a year is kept; of lists of CPT as well, which are good for
    ///   their calendar year.
    /// - Taxonomy comes in January and July and keeps what is out of use: good for all of the past, and half a year on.
    /// - All others know the past, up to their day.
    public init(_ set: CodeSet, vintage: CalendarDate, count: Int) {
        let year = vintage.year
        func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
            CalendarDate(year: year, month: month, day: day)
        }
        switch set {
        case .diagnosis, .inpatientProcedure:
            let isSpring = 4...9 ~= vintage.month
            let fiscal = vintage.month >= 10 ? year + 1 : year
            self.init(
                set, name: isSpring ? "\(fiscal)-04" : "\(fiscal)", vintage: vintage,
                first: isSpring ? day(fiscal, 4, 1) : day(fiscal - 1, 10, 1),
                last: isSpring ? day(fiscal, 9, 30) : day(fiscal, 3, 31), count: count)
        case .hcpcs:
            let ends = [(3, 31), (6, 30), (9, 30), (12, 31)]
            let end = ends[(vintage.month - 1) / 3]
            self.init(
                set, name: "\(year)", vintage: vintage, first: day(year, 1, 1), last: day(year, end.0, end.1),
                count: count)
        case .cpt:
            self.init(
                set, name: "\(year)", vintage: vintage, first: day(year, 1, 1), last: day(year, 12, 31),
                count: count)
        case .taxonomy:
            self.init(
                set, vintage: vintage, last: vintage.month < 7 ? day(year, 6, 30) : day(year, 12, 31),
                count: count)
        default: self.init(set, vintage: vintage, last: vintage, count: count)
        }
    }
}
