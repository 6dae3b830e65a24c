internal import X12Grammar
internal import X12Text

/// Lays what is carried over the segments a part writes, and puts them out.
struct CarriedApplication {
    let map: ModelMap?
    let delimiters: Delimiters
    let lineEnd: [UInt8]

    /// Appends the segments, each with its leading bytes and terminator.
    ///
    /// - Parameters:
    ///   - encoded: The segments.
    ///   - carried: What is carried beside them.
    ///   - isFirst: Whether these are the first segments of the output, before which no line end stands.
    ///   - output: Takes the bytes.
    func append(
        _ encoded: EncodedBlock, _ carried: Carried?, isFirst: Bool, to output: inout [UInt8]
    ) {
        guard let carried else {
            for (index, segment) in encoded.segments.enumerated() {
                if !isFirst || index > 0 { output.append(contentsOf: lineEnd) }
                output.append(contentsOf: encoded.text(segment))
                output.append(delimiters.segment)
            }
            return
        }
        let texts = layOut(encoded, carried)
        for (index, text) in texts.enumerated() {
            if let leading = carried.leading.first(where: { $0.position == index + 1 }) {
                output.append(contentsOf: leading.text.bytes)
            } else if !isFirst || index > 0 {
                output.append(contentsOf: lineEnd)
            }
            output.append(contentsOf: text)
            if index < texts.count - 1 || !carried.isCut { output.append(delimiters.segment) }
        }
        if let trailing = carried.trailing { output.append(contentsOf: trailing.bytes) }
    }

    /// All segments in the order received.
    private func layOut(_ encoded: EncodedBlock, _ carried: Carried) -> [[UInt8]] {
        let isSameLayout =
            carried.layout == 0 || carried.layout == map?.layout(of: encoded.segments.lazy.map(\.rule))
        let spelled = spellings(encoded, carried, isSameLayout)
        // Of the same segments by their numbers, of others by how many are written like this.
        var omitted: [[UInt8]: Set<Int>] = [:]
        for spelling in carried.omitted { omitted[spelling.text.bytes, default: []].insert(spelling.segment) }
        var texts: [Int: [UInt8]] = [:]
        var numbers: [Int] = []
        for (index, segment) in encoded.segments.enumerated() {
            let text = encoded.text(segment)
            if !omitted.isEmpty, let numbers = omitted[Array(text)], !numbers.isEmpty {
                if !isSameLayout { omitted[Array(text)]?.removeFirst() }
                if !isSameLayout || numbers.contains(index + 1) { continue }
            }
            texts[index + 1] = spelled[index + 1] ?? Array(text)
            numbers.append(index + 1)
        }
        let isOrderKnown =
            isSameLayout && carried.order.count == numbers.count && Set(carried.order) == Set(numbers)
        let written = (isOrderKnown ? carried.order : numbers).compactMap { texts[$0] }
        var all: [[UInt8]] = []
        var next = 0
        for segment in carried.segments.sorted(by: { $0.position < $1.position }) {
            guard !isReplaced(segment, encoded) else { continue }
            while all.count < segment.position - 1, next < written.count {
                all.append(written[next])
                next += 1
            }
            all.append(segment.text.bytes)
        }
        return all + written[next...]
    }

    private func isReplaced(_ segment: Carried.Segment, _ encoded: EncodedBlock) -> Bool {
        guard let place = segment.place, let map else { return false }
        return encoded.segments.reduce(0) { $0 + (map.place(of: $1.rule) == place ? 1 : 0) } > segment.beside
    }

    // MARK: - Spellings

    /// How far a spelling is looked for on either side of where it is expected, and how many segments of its identifier are
    /// tried: more than lines that come and go need, and few enough for a document that was made to take our time.
    private static let (mostLooks, mostTries) = (512, 64)

    /// The segments that are spelled otherwise than they are written, by their numbers.
    private func spellings(
        _ encoded: EncodedBlock, _ carried: Carried, _ isSameLayout: Bool
    ) -> [Int: [UInt8]] {
        var texts: [Int: [UInt8]] = [:]
        // How far the segments have moved, as far as is seen: what moved one moved those behind it.
        var shift = 0
        for spelling in carried.spellings {
            let received = spelling.text.bytes
            if isSameLayout {
                guard encoded.segments.indices.contains(spelling.segment - 1) else { continue }
                let segment = encoded.segments[spelling.segment - 1]
                // Where nobody knows whether it is the same segment still, its qualifier must be.
                guard carried.layout != 0 || tells(received, of: segment) else { continue }
                texts[spelling.segment] = spell(received, encoded.text(segment), segment)
            } else if let number = number(of: received, near: spelling.segment + shift, encoded, texts) {
                texts[number] = received
                shift = number - spelling.segment
            }
        }
        return texts
    }

    /// The number of the segment nearest to where one is expected that a spelling reads as, and that has none yet.
    private func number(
        of received: [UInt8], near number: Int, _ encoded: EncodedBlock, _ taken: [Int: [UInt8]]
    ) -> Int? {
        var tries = 0
        for distance in 0...min(Self.mostLooks, max(abs(number), encoded.segments.count)) {
            for candidate in distance == 0 ? [number] : [number - distance, number + distance]
            where encoded.segments.indices.contains(candidate - 1) && taken[candidate] == nil {
                let segment = encoded.segments[candidate - 1]
                let written = encoded.text(segment)
                guard received.starts(with: written.prefix { $0 != delimiters.element }) else { continue }
                if tells(received, of: segment), spell(received, written, segment) == received {
                    return candidate
                }
                tries += 1
                if tries == Self.mostTries { return nil }
            }
        }
        return nil
    }

    /// Whether a segment as received has what tells a rule's segments from others.
    private func tells(_ received: [UInt8], of segment: EncodedBlock.Segment) -> Bool {
        guard let map, segment.rule >= 0,
            let told = map.guide.segments[Int(segment.rule)].discriminator
        else { return true }
        let elements = unwrapped(received)
            .split(separator: delimiters.element, omittingEmptySubsequences: false)
        guard told.element < elements.count else { return false }
        var value = elements[told.element]
        if told.component > 0 {
            let parts = value.split(separator: delimiters.component, omittingEmptySubsequences: false)
            guard told.component <= parts.count else { return false }
            value = parts[told.component - 1]
        }
        return told.values.contains { value.elementsEqual($0.utf8) }
    }

    /// The segment as it was spelled, but with each value that has changed as the part writes it.
    func spell(
        _ received: [UInt8], _ written: UnsafeBufferPointer<UInt8>, _ segment: EncodedBlock.Segment
    ) -> [UInt8] {
        let old = unwrapped(received).split(separator: delimiters.element, omittingEmptySubsequences: false)
        let new = written.split(separator: delimiters.element, omittingEmptySubsequences: false)
        guard old.first.map(Array.init) == new.first.map(Array.init) else { return Array(written) }
        var isSame = true
        var elements: [[UInt8]] = []
        for position in 0..<max(old.count, new.count) {
            let was = position < old.count ? Array(old[position]) : []
            let now = position < new.count ? Array(new[position]) : []
            let isConstant = EncodedBlock.ElementKinds.contains(segment.elements.constants, position)
            let keeps = position == 0 || isConstant || reads(was, as: now, segment, position)
            elements.append(keeps ? was : now)
            if !keeps { isSame = false }
        }
        // Unchanged, so line breaks inside may stay as well.
        if isSame { return received }
        while elements.count > old.count, elements.last?.isEmpty == true { elements.removeLast() }
        return Array(elements.joined(separator: [delimiters.element]))
    }

    private func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
        guard delimiters.segment > 0x20 else { return bytes }
        return bytes.filter { $0 != 0x0A && $0 != 0x0D }
    }

    private func rule(_ segment: EncodedBlock.Segment, _ position: Int) -> ElementRule? {
        guard let map, segment.rule >= 0 else { return nil }
        let elements = map.guide.segments[Int(segment.rule)].elements
        guard position >= 1, position <= elements.count else { return nil }
        return map.guide.elements[elements.lowerBound + position - 1]
    }

    /// Whether a spelling still reads as the value that the part writes in its place.
    private func reads(
        _ was: [UInt8], as now: [UInt8], _ segment: EncodedBlock.Segment, _ position: Int
    ) -> Bool {
        if was == now { return true }
        guard map != nil else { return readsInEnvelope(was, as: now, segment.elements, position) }
        // An element the guide does not use, or does not know, has no value beside it.
        guard let rule = rule(segment, position), rule.usage != .notUsed else { return now.isEmpty }
        if rule.type == .composite { return readsComposite(was, as: now, rule) }
        return canonical(was, rule) == now
    }

    /// Whether an element of a control segment still reads as what is written.
    private func readsInEnvelope(
        _ was: [UInt8], as now: [UInt8], _ elements: EncodedBlock.ElementKinds, _ position: Int
    ) -> Bool {
        let text = String(decoding: was, as: UTF8.self)
        if EncodedBlock.ElementKinds.contains(elements.dates, position) {
            return now.isEmpty && CalendarDate(x12: text) == nil
        }
        if EncodedBlock.ElementKinds.contains(elements.times, position) {
            return now.isEmpty && ClockTime(x12: text) == nil
        }
        if EncodedBlock.ElementKinds.contains(elements.integers, position) {
            return Int(text).map { "\($0)" } ?? "" == String(decoding: now, as: UTF8.self)
        }
        guard EncodedBlock.ElementKinds.contains(elements.held, position) else { return now.isEmpty }
        return trimmed(was) == trimmed(now)
    }

    private func readsComposite(_ was: [UInt8], as now: [UInt8], _ rule: ElementRule) -> Bool {
        let old = was.split(separator: delimiters.component, omittingEmptySubsequences: false)
        let new = now.split(separator: delimiters.component, omittingEmptySubsequences: false)
        for position in 0..<max(old.count, new.count) {
            let part = position < old.count ? Array(old[position]) : []
            let value = position < new.count ? Array(new[position]) : []
            if part == value { continue }
            guard position < rule.components.count else {
                if value.isEmpty { continue }
                return false
            }
            let component = map?.guide.elements[rule.components.lowerBound + position]
            guard let component, component.usage != .notUsed else {
                if value.isEmpty { continue }
                return false
            }
            guard canonical(part, component) == value else { return false }
        }
        return true
    }

    /// The canonical spelling of what a spelling reads as; empty when it cannot be read.
    private func canonical(_ bytes: [UInt8], _ rule: ElementRule) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            switch rule.type {
            case .decimal:
                return ExactDecimal.parse(buffer)?.value.x12 ?? []
            case .integer:
                return String(validating: bytes, as: UTF8.self).flatMap { Int($0) }.map {
                    Array(String($0).utf8)
                } ?? []
            case .date: return CalendarDate.parse(buffer) == nil ? [] : bytes
            case .time: return ClockTime.parse(buffer) == nil ? [] : bytes
            default:
                // Text is spelled as it is but for its encoding; a period is one with its qualifier.
                return ElementFacts.isOfPeriod(rule) ? [] : text(bytes, rule)
            }
        }
    }

    /// The UTF-8 of a text, or of several between repetition separators, each in an encoding of its own.
    private func text(_ bytes: [UInt8], _ rule: ElementRule) -> [UInt8] {
        guard rule.maximumRepeat > 1, let separator = delimiters.repetition else {
            return ReceivedText.utf8(bytes)
        }
        return Array(
            bytes.split(separator: separator, omittingEmptySubsequences: false)
                .map { ReceivedText.utf8(Array($0)) }.joined(separator: [separator]))
    }

    private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return bytes
    }
}
