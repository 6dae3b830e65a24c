#pragma once
#include "x12scan.h"

// The vector implementations share one shape. Whole blocks of 64 bytes are compared with the delimiters; each becomes
// a mask with one bit a byte, and positions are read off it, lowest bit first. The bytes behind the last whole block
// are left to the plain loop, so nothing past the window is read. Control bytes are looked for in passing, and
// looked at closely only where there are some.
//
// Nothing is carried from block to block: the one or two bytes before a block that matter to it (is its first byte
// directly behind a terminator?) are read from memory again.

#define X12SCAN_BLOCK 64

/// How far ahead bytes are asked for: between two windows the machine forgets that they will be needed.
#define X12SCAN_AHEAD 2048

typedef x12scan_result x12scan_function(const uint8_t *data, size_t length, uint8_t terminator,
                                        uint8_t separator, uint32_t *positions, uint32_t *places);

typedef uint32_t x12scan_mark_function(const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                                       uint64_t *marks);

x12scan_function x12scan_index_plain;
x12scan_mark_function x12scan_mark_plain;

/// The plain loop over the bytes of `data` from `at` to `length`, behind what `before` counts: it writes to
/// `positions` and `places` where that left off, and returns the counts of all of it.
x12scan_result x12scan_index_rest(const uint8_t *data, size_t at, size_t length, uint8_t terminator,
                                  uint8_t separator, uint32_t *positions, uint32_t *places,
                                  x12scan_result before);

#if defined(__x86_64__)
x12scan_function x12scan_index_sse2;
x12scan_function x12scan_index_avx2;
x12scan_function x12scan_index_avx512;
x12scan_mark_function x12scan_mark_sse2;
x12scan_mark_function x12scan_mark_avx512;
#elif defined(__aarch64__)
x12scan_function x12scan_index_neon;
x12scan_mark_function x12scan_mark_neon;
#endif

/// The bits of a block that stand for bytes of the data: all, but in the last block.
static inline uint64_t x12scan_bits_of_data(size_t at, size_t length) {
    return length - at < X12SCAN_BLOCK ? ((uint64_t)1 << (length - at)) - 1 : ~(uint64_t)0;
}

/// Whether the byte at `at` stands directly behind a terminator, or starts the window.
static inline int x12scan_follows_terminator(const uint8_t *data, size_t at, uint8_t terminator) {
    return at == 0 || data[at - 1] == terminator;
}

/// Which control bytes of a block are not line ends.
///
/// A line end is CR or LF behind a terminator, or LF behind such a CR. `delimiters` leaves out a terminator or a
/// separator that is a control byte itself.
static inline uint64_t x12scan_inner_controls(const uint8_t *data, size_t at, uint8_t terminator,
                                              uint8_t separator, uint64_t terminators, uint64_t delimiters,
                                              uint64_t controls, uint64_t returns, uint64_t feeds) {
    uint64_t behind = terminators << 1 | (uint64_t)x12scan_follows_terminator(data, at, terminator);
    uint64_t first = behind & (returns | feeds);
    uint64_t return_before = 0;
    if (at > 0 && data[at - 1] == '\r' && terminator != '\r' && separator != '\r') {
        return_before = (uint64_t)x12scan_follows_terminator(data, at - 1, terminator);
    }
    // A CR that is itself a delimiter is no half of a line end (CR as terminator is in `behind` already).
    uint64_t second = ((first & returns & ~delimiters) << 1 | return_before) & feeds;
    return controls & ~delimiters & ~(first | second);
}
