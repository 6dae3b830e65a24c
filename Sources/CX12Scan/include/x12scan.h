#pragma once
#include <stddef.h>
#include <stdint.h>

/// What the indexer found out about a window besides the delimiters.
typedef struct {
    /// How many positions were written.
    size_t count;
    /// Non-zero when a byte below 0x20 stands anywhere but directly behind a segment terminator.
    uint32_t has_inner_control;
} x12scan_result;

/// Writes the position of every segment terminator and element separator in `data` to `positions`,
/// which must have room for `length` + 64 numbers.
x12scan_result x12scan_index(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                             uint32_t *positions);

/// The name of the implementation chosen for this machine: "avx2", "sse2", "neon" or "plain".
const char *x12scan_implementation(void);
