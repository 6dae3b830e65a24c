#include "x12scan_internal.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Compiled for these whatever the package's baseline is; called only where the machine has them.
#define AVX512_TARGET "avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,popcnt"
#define AVX512 __attribute__((target(AVX512_TARGET)))
#define AVX512_INLINE static inline __attribute__((always_inline, target(AVX512_TARGET)))

/// The numbers 0 to 63, a byte each.
AVX512_INLINE __m512i all_places(void) {
    return _mm512_set_epi8(63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43,
                           42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22,
                           21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

/// Writes 16 of the bytes as numbers counted from `base`.
AVX512_INLINE void write_16(__m128i bytes, __m512i base, uint32_t *numbers) {
    _mm512_storeu_si512(numbers, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(bytes)));
}

/// Writes where bits are set, counted from `base`; `usual` times 16 of them whatever their number is, for the surplus
/// is overwritten by the next block.
AVX512_INLINE void write_numbers(uint64_t bits, uint32_t base, uint32_t *numbers, size_t count, int usual) {
    __m512i places = _mm512_maskz_compress_epi8(bits, all_places());
    __m512i bases = _mm512_set1_epi32((int)base);
    write_16(_mm512_castsi512_si128(places), bases, numbers);
    if (usual > 1 || __builtin_expect(count > 16, 0)) {
        write_16(_mm512_extracti32x4_epi32(places, 1), bases, numbers + 16);
    }
    if (__builtin_expect(count > 32, 0)) {
        write_16(_mm512_extracti32x4_epi32(places, 2), bases, numbers + 32);
        write_16(_mm512_extracti32x4_epi32(places, 3), bases, numbers + 48);
    }
}

/// The bytes looked for, 64 times each.
typedef struct {
    uint8_t terminator_byte, separator_byte;
    __m512i terminator, separator, below_controls;
} wanted;

/// Which control bytes of the block at `at` are not line ends.
AVX512_INLINE uint64_t inner_controls(const uint8_t *data, size_t at, const wanted *want, __m512i bytes,
                                      uint64_t terminators, uint64_t delimiters, uint64_t controls) {
    return x12scan_inner_controls(data, at, want->terminator_byte, want->separator_byte, terminators, delimiters,
                                  controls, _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r')),
                                  _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')));
}

/// Writes the delimiters of the block at `at` behind those in `result`.
AVX512_INLINE void index_block(const uint8_t *data, size_t at, const wanted *want, uint32_t *positions,
                               uint32_t *places, x12scan_result *result, uint64_t *inner) {
    __builtin_prefetch(data + at + X12SCAN_AHEAD);
    __m512i bytes = _mm512_loadu_si512(data + at);
    uint64_t terminators = _mm512_cmpeq_epi8_mask(bytes, want->terminator);
    uint64_t delimiters = terminators | _mm512_cmpeq_epi8_mask(bytes, want->separator);
    uint64_t controls = _mm512_cmplt_epu8_mask(bytes, want->below_controls);
    if (controls != 0) {
        *inner |= inner_controls(data, at, want, bytes, terminators, delimiters, controls);
    }
    size_t count = (size_t)_mm_popcnt_u64(delimiters);
    size_t ended = (size_t)_mm_popcnt_u64(terminators);
    // The terminators' bits among those of all delimiters are their places among them.
    write_numbers(_pext_u64(terminators, delimiters), (uint32_t)result->count, places + result->terminators,
                  ended, 1);
    write_numbers(delimiters, (uint32_t)at, positions + result->count, count, 2);
    result->count += count;
    result->terminators += ended;
}

AVX512 x12scan_result x12scan_index_avx512(const uint8_t *data, size_t length, uint8_t terminator,
                                           uint8_t separator, uint32_t *positions, uint32_t *places) {
    const wanted want = {.terminator_byte = terminator,
                         .separator_byte = separator,
                         .terminator = _mm512_set1_epi8((char)terminator),
                         .separator = _mm512_set1_epi8((char)separator),
                         .below_controls = _mm512_set1_epi8(0x20)};
    x12scan_result result = {0};
    uint64_t inner = 0;
    size_t at = 0;
    for (; length - at >= X12SCAN_BLOCK; at += X12SCAN_BLOCK) {
        index_block(data, at, &want, positions, places, &result, &inner);
    }
    result.has_inner_control = inner != 0;
    return x12scan_index_rest(data, at, length, terminator, separator, positions, places, result);
}

AVX512 uint32_t x12scan_mark_avx512(const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                                    uint64_t *marks) {
    uint64_t odd = 0;
    for (size_t at = 0; at < length; at += X12SCAN_BLOCK) {
        __m512i bytes = _mm512_loadu_si512(data + at);
        uint64_t bits = x12scan_bits_of_data(at, length);
        *marks++ = (_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)first)) |
                    _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)second))) &
                   bits;
        uint64_t controls = _mm512_cmpgt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8(0x20)),
                                                   _mm512_set1_epi8(0x5E)) &
                            bits;
        if (controls != 0) {
            odd |= controls & ~(_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r')) |
                                _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')));
        }
    }
    *marks = 0;
    return odd != 0;
}
#endif
