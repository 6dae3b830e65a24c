#include "yardstick.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Kept apart from the product's indexer on purpose: the yardstick must not change when the product does.
#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

AVX2 static inline uint32_t matches(const uint8_t *bytes, __m256i a, __m256i b, __m256i c) {
    __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i any = _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(block, a), _mm256_cmpeq_epi8(block, b)),
                                  _mm256_cmpeq_epi8(block, c));
    return (uint32_t)_mm256_movemask_epi8(any);
}

AVX2 static size_t index_avx2(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                              uint8_t component, uint32_t *positions) {
    __m256i a = _mm256_set1_epi8((char)terminator);
    __m256i b = _mm256_set1_epi8((char)separator);
    __m256i c = _mm256_set1_epi8((char)component);
    uint32_t *next = positions;
    size_t at = 0;
    for (; at + 64 <= length; at += 64) {
        uint64_t bits = matches(data + at, a, b, c) | (uint64_t)matches(data + at + 32, a, b, c) << 32;
        int count = (int)_mm_popcnt_u64(bits);
        uint32_t base = (uint32_t)at;
#pragma unroll
        for (int n = 0; n < 16; n++) {
            next[n] = base + (uint32_t)_tzcnt_u64(bits);
            bits = _blsr_u64(bits);
        }
        if (__builtin_expect(count > 16, 0)) {
#pragma unroll
            for (int n = 16; n < 24; n++) {
                next[n] = base + (uint32_t)_tzcnt_u64(bits);
                bits = _blsr_u64(bits);
            }
            if (__builtin_expect(count > 24, 0)) {
                for (int n = 24; n < count; n++) {
                    next[n] = base + (uint32_t)_tzcnt_u64(bits);
                    bits = _blsr_u64(bits);
                }
            }
        }
        next += count;
    }
    for (; at < length; at++) {
        uint8_t byte = data[at];
        if (byte == terminator || byte == separator || byte == component) {
            *next++ = (uint32_t)at;
        }
    }
    return (size_t)(next - positions);
}
#endif

static size_t index_bytes(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                          uint8_t component, uint32_t *positions) {
    size_t count = 0;
    for (size_t at = 0; at < length; at++) {
        uint8_t byte = data[at];
        positions[count] = (uint32_t)at;
        count += (size_t)((byte == terminator) | (byte == separator) | (byte == component));
    }
    return count;
}

int yardstick_is_standard(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
#else
    return 0;
#endif
}

size_t yardstick_index(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                       uint8_t component, uint32_t *positions) {
#if defined(__x86_64__)
    if (yardstick_is_standard()) {
        return index_avx2(data, length, terminator, separator, component, positions);
    }
#endif
    return index_bytes(data, length, terminator, separator, component, positions);
}
