#include "x12scan_internal.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

// Compiled for these whatever the package's baseline is; called only where the machine has them.
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2,bmi,bmi2,popcnt")))

AVX2_INLINE uint64_t mask64(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2_INLINE uint64_t equal64(__m256i low, __m256i high, uint8_t byte) {
    __m256i wanted = _mm256_set1_epi8((char)byte);
    return mask64(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

/// Writes the positions of the set bits and says how many there are.
///
/// A block of real claims has 10 to 20 delimiters. Writing 16 whatever the count is (the surplus is overwritten by
/// the next block) spares the mispredicted end of a loop; `tzcnt` and `blsr` of zero are harmless.
AVX2_INLINE size_t write_positions(uint64_t bits, uint32_t base, uint32_t *positions) {
    size_t count = (size_t)_mm_popcnt_u64(bits);
#pragma unroll
    for (int n = 0; n < 16; n++) {
        positions[n] = base + (uint32_t)_tzcnt_u64(bits);
        bits = _blsr_u64(bits);
    }
    if (__builtin_expect(count > 16, 0)) {
#pragma unroll
        for (int n = 16; n < 24; n++) {
            positions[n] = base + (uint32_t)_tzcnt_u64(bits);
            bits = _blsr_u64(bits);
        }
        for (size_t n = 24; n < count; n++) {
            positions[n] = base + (uint32_t)_tzcnt_u64(bits);
            bits = _blsr_u64(bits);
        }
    }
    return count;
}

/// The block of 64 bytes at `block`, which stands at `at` in the window; only the bytes in `valid` count.
AVX2_INLINE size_t index_block(const uint8_t *block, uint64_t valid, const uint8_t *data, size_t at,
                               uint8_t terminator, uint8_t separator, uint32_t *positions, uint64_t *inner) {
    __m256i low = _mm256_loadu_si256((const __m256i *)block);
    __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
    __m256i ends = _mm256_set1_epi8((char)terminator);
    __m256i stars = _mm256_set1_epi8((char)separator);
    __m256i ends_low = _mm256_cmpeq_epi8(low, ends), ends_high = _mm256_cmpeq_epi8(high, ends);
    uint64_t delimiters = valid & mask64(_mm256_or_si256(ends_low, _mm256_cmpeq_epi8(low, stars)),
                                         _mm256_or_si256(ends_high, _mm256_cmpeq_epi8(high, stars)));

    // A byte is below 0x20 when none of its top three bits is set: the smaller of it and 0x1F is itself.
    __m256i last = _mm256_set1_epi8(0x1F);
    __m256i controls_low = _mm256_cmpeq_epi8(_mm256_min_epu8(low, last), low);
    __m256i controls_high = _mm256_cmpeq_epi8(_mm256_min_epu8(high, last), high);
    __m256i either = _mm256_or_si256(controls_low, controls_high);
    if (!_mm256_testz_si256(either, either)) {
        *inner |= x12scan_inner_controls(
            data, at, terminator, separator, valid & mask64(ends_low, ends_high), delimiters,
            valid & mask64(controls_low, controls_high), equal64(low, high, '\r'), equal64(low, high, '\n'));
    }
    return write_positions(delimiters, (uint32_t)at, positions);
}

AVX2 x12scan_result x12scan_index_avx2(const uint8_t *data, size_t length, uint8_t terminator,
                                       uint8_t separator, uint32_t *positions) {
    uint32_t *next = positions;
    uint64_t inner = 0;
    size_t at = 0;
    for (; length - at >= X12SCAN_BLOCK; at += X12SCAN_BLOCK) {
        next += index_block(data + at, ~0ULL, data, at, terminator, separator, next, &inner);
    }
    if (at < length) {
        // Reading past the end could touch a page that is not there, so the rest is copied.
        uint8_t rest[X12SCAN_BLOCK];
        memset(rest, 0x20, sizeof rest);
        memcpy(rest, data + at, length - at);
        uint64_t valid = (1ULL << (length - at)) - 1;
        next += index_block(rest, valid, data, at, terminator, separator, next, &inner);
    }
    return (x12scan_result){.count = (size_t)(next - positions), .has_inner_control = inner != 0};
}
#endif
