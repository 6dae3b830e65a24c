#include "x12scan_internal.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Compiled for these whatever the package's baseline is; called only where the machine has them.
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2,bmi,bmi2,popcnt")))

AVX2_INLINE uint64_t mask64(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
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

/// Writes for each terminator of a block which delimiter it is, `before` delimiters having come before the block, and
/// says how many there are.
///
/// The terminators' bits among those of all delimiters are their places among them. A block of real claims ends two or
/// three segments: three are written whatever the count is.
AVX2_INLINE size_t write_places(uint64_t terminators, uint64_t delimiters, uint32_t before, uint32_t *places) {
    size_t count = (size_t)_mm_popcnt_u64(terminators);
    uint64_t bits = _pext_u64(terminators, delimiters);
#pragma unroll
    for (int n = 0; n < 3; n++) {
        places[n] = before + (uint32_t)_tzcnt_u64(bits);
        bits = _blsr_u64(bits);
    }
    for (size_t n = 3; __builtin_expect(n < count, 0); n++) {
        places[n] = before + (uint32_t)_tzcnt_u64(bits);
        bits = _blsr_u64(bits);
    }
    return count;
}

/// The bytes looked for, 32 times each.
typedef struct {
    __m256i terminator, separator;
    /// All ones, or all zeros when CR is the separator and so no part of a line end.
    __m256i return_counts;
} wanted;

AVX2_INLINE __m256i below_space(__m256i bytes) {
    // None of the top three bits is set: the smaller of the byte and 0x1F is the byte.
    return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
}

/// Writes the delimiters of one block behind those in `result` and folds the smallest bytes into `smallest`.
AVX2_INLINE void index_block(const uint8_t *data, size_t at, const wanted *want, uint32_t *positions,
                             uint32_t *places, x12scan_result *result, __m256i *smallest) {
    __builtin_prefetch(data + at + X12SCAN_AHEAD);
    __m256i low = _mm256_loadu_si256((const __m256i *)(data + at));
    __m256i high = _mm256_loadu_si256((const __m256i *)(data + at + 32));
    *smallest = _mm256_min_epu8(*smallest, _mm256_min_epu8(low, high));
    uint64_t terminators = mask64(_mm256_cmpeq_epi8(low, want->terminator),
                                  _mm256_cmpeq_epi8(high, want->terminator));
    uint64_t delimiters = terminators | mask64(_mm256_cmpeq_epi8(low, want->separator),
                                               _mm256_cmpeq_epi8(high, want->separator));
    result->terminators += write_places(terminators, delimiters, (uint32_t)result->count,
                                        places + result->terminators);
    result->count += write_positions(delimiters, (uint32_t)at, positions + result->count);
}

/// Whether a control byte other than an LF behind a terminator stands from `at`, which is 2 or more, up to `end`.
AVX2_INLINE int has_more_than_feeds(const uint8_t *data, size_t at, size_t end, const wanted *want) {
    __m256i found = _mm256_setzero_si256();
    for (; at < end; at += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(data + at));
        __m256i before = _mm256_loadu_si256((const __m256i *)(data + at - 1));
        __m256i line_ends = _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                                             _mm256_cmpeq_epi8(before, want->terminator));
        found = _mm256_or_si256(found, _mm256_andnot_si256(line_ends, below_space(bytes)));
    }
    return !_mm256_testz_si256(found, found);
}

/// Whether a control byte that is neither a delimiter nor of a line end stands from `at`, which is 2 or more, up to
/// `end`.
AVX2_INLINE int has_inner_controls(const uint8_t *data, size_t at, size_t end, const wanted *want) {
    __m256i feed = _mm256_set1_epi8('\n');
    __m256i return_ = _mm256_set1_epi8('\r');
    __m256i found = _mm256_setzero_si256();
    for (; at < end; at += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(data + at));
        __m256i before = _mm256_loadu_si256((const __m256i *)(data + at - 1));
        __m256i earlier = _mm256_loadu_si256((const __m256i *)(data + at - 2));
        __m256i feeds = _mm256_cmpeq_epi8(bytes, feed);
        __m256i either = _mm256_or_si256(feeds, _mm256_cmpeq_epi8(bytes, return_));
        __m256i first = _mm256_and_si256(either, _mm256_cmpeq_epi8(before, want->terminator));
        __m256i behind_return =
            _mm256_and_si256(_mm256_and_si256(want->return_counts, _mm256_cmpeq_epi8(before, return_)),
                             _mm256_cmpeq_epi8(earlier, want->terminator));
        __m256i delimiters = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, want->terminator),
                                             _mm256_cmpeq_epi8(bytes, want->separator));
        __m256i allowed =
            _mm256_or_si256(_mm256_or_si256(first, _mm256_and_si256(feeds, behind_return)), delimiters);
        found = _mm256_or_si256(found, _mm256_andnot_si256(allowed, below_space(bytes)));
    }
    return !_mm256_testz_si256(found, found);
}

/// The same for the first block of a window, which has no bytes before it.
static int first_block_has_inner_controls(const uint8_t *data, uint8_t terminator, uint8_t separator) {
    uint32_t positions[X12SCAN_BLOCK], places[X12SCAN_BLOCK];
    return x12scan_index_rest(data, 0, X12SCAN_BLOCK, terminator, separator, positions, places,
                              (x12scan_result){0})
               .has_inner_control != 0;
}

// Eight blocks are indexed at a time. Meanwhile only the smallest bytes are kept, which is nearly free; when one of
// them is below 0x20, the eight blocks are gone through again for where it stands: first for the usual case, an LF
// behind each terminator, and for everything from the first group of blocks on where that did not do.
AVX2 x12scan_result x12scan_index_avx2(const uint8_t *data, size_t length, uint8_t terminator,
                                       uint8_t separator, uint32_t *positions, uint32_t *places) {
    const wanted want = {.terminator = _mm256_set1_epi8((char)terminator),
                         .separator = _mm256_set1_epi8((char)separator),
                         .return_counts = _mm256_set1_epi8(separator == '\r' ? 0 : -1)};
    x12scan_result result = {0};
    int inner = 0, only_feeds = 1;
    size_t at = 0;
    size_t whole = length - length % X12SCAN_BLOCK;
    while (at < whole) {
        size_t start = at;
        size_t end = whole - at < 8 * X12SCAN_BLOCK ? whole : at + 8 * X12SCAN_BLOCK;
        __m256i smallest = _mm256_set1_epi8(-1);
        for (; at < end; at += X12SCAN_BLOCK) {
            index_block(data, at, &want, positions, places, &result, &smallest);
        }
        __m256i controls = below_space(smallest);
        if (!_mm256_testz_si256(controls, controls) && !inner) {
            if (start == 0) {
                inner = first_block_has_inner_controls(data, terminator, separator);
                start = X12SCAN_BLOCK;
            }
            only_feeds = only_feeds && !has_more_than_feeds(data, start, end, &want);
            inner = inner || (!only_feeds && has_inner_controls(data, start, end, &want));
        }
    }
    result.has_inner_control = (uint32_t)inner;
    return x12scan_index_rest(data, at, length, terminator, separator, positions, places, result);
}
#endif
