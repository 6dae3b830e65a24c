#pragma once
#include <stddef.h>
#include <stdint.h>

/// The unit U of the benchmarks: how long a bare vector loop takes to write the position of every terminator,
/// element separator and component separator of `data` to `positions`, which must have room for `length` + 64
/// numbers. It checks nothing and hands nothing on. Returns how many positions were written.
///
/// `length` is at most `UINT32_MAX` - 64.
size_t yardstick_index(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                       uint8_t component, uint32_t *positions);

/// Whether `yardstick_index` is the AVX2 loop that targets are stated in. On another machine it is a byte loop, and
/// ratios compare with each other only.
int yardstick_is_standard(void);

/// How often this thread has asked for memory so far; `UINT64_MAX` where that cannot be counted.
uint64_t yardstick_allocations(void);
