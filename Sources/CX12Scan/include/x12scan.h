#pragma once
#include <stddef.h>
#include <stdint.h>

/// What the indexer found out about a window besides the delimiters.
typedef struct {
    /// How many positions were written.
    size_t count;
    /// How many of them are terminators.
    size_t terminators;
    /// Non-zero when a byte below 0x20 stands anywhere but directly behind a segment terminator.
    uint32_t has_inner_control;
} x12scan_result;

/// Writes the position of every segment terminator and element separator in `data` to `positions`,
/// in rising order, and for every terminator its place among them, counted from 0, to `places`: so that nobody has
/// to look for the end of a segment. Both must have room for `length` + 64 numbers; what lies past the counts is
/// scratch.
///
/// A window starts directly behind a segment terminator, or at the first byte of an interchange: the caller
/// cuts a window back to its last terminator and begins the next one behind it. So a CR, an LF or a CR LF at
/// the very start is a line end, as it is behind each terminator of the window. Every other byte below 0x20
/// sets `has_inner_control`, except the terminator and the separator themselves. A component or repetition
/// separator below 0x20 is not known here and sets it too: the answer means "look closer".
///
/// `length` is at most `UINT32_MAX` - 64. No byte outside `data` is read.
x12scan_result x12scan_index(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                             uint32_t *positions, uint32_t *places);

/// Writes where `first` or `second` stand in `data`, a bit a byte, lowest first, in words of 64: one word for every 64
/// bytes begun, and a word of zeros behind them.
///
/// The answer is non-zero when there is a byte that is neither printable ASCII nor CR nor LF. Bytes behind `data`, up to
/// the next multiple of 64, are read and do not matter.
uint32_t x12scan_mark(const uint8_t *data, size_t length, uint8_t first, uint8_t second, uint64_t *marks);

/// The name of the implementation chosen for this machine: "avx2", "sse2", "neon" or "plain".
const char *x12scan_implementation(void);

/// How many implementations this machine can run, best first; the last one is always "plain".
size_t x12scan_variant_count(void);

/// The name of one of them, counted from 0; `NULL` past the last.
const char *x12scan_variant_name(size_t variant);

/// `x12scan_index` by one implementation, counted from 0, so that tests can compare them.
/// A number past the last is taken as the last.
x12scan_result x12scan_index_with(size_t variant, const uint8_t *data, size_t length, uint8_t terminator,
                                  uint8_t separator, uint32_t *positions, uint32_t *places);

/// `x12scan_mark` by one implementation, as `x12scan_index_with`.
uint32_t x12scan_mark_with(size_t variant, const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                           uint64_t *marks);
