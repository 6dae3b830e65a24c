#include "x12scan_internal.h"

#if defined(__x86_64__)
#include <emmintrin.h>

#define X12SCAN_VECTOR __m128i
static inline X12SCAN_VECTOR load16(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
static inline uint64_t equal16(X12SCAN_VECTOR bytes, uint8_t byte) {
    return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte)));
}
static inline uint64_t below_space16(X12SCAN_VECTOR bytes) {
    __m128i smaller = _mm_min_epu8(bytes, _mm_set1_epi8(0x1F));
    return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(smaller, bytes));
}
static inline uint64_t odd16(X12SCAN_VECTOR bytes) {
    // As signed numbers, bytes from 0x80 on are below 0x20 as well.
    __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
    __m128i odd = _mm_or_si128(below, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
    return (uint64_t)(uint32_t)_mm_movemask_epi8(odd);
}

#include "x12scan_by16.h"

// Every x86-64 machine has SSE2.
x12scan_result x12scan_index_sse2(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                                  uint32_t *positions, uint32_t *places) {
    return x12scan_index_by16(data, length, terminator, separator, positions, places);
}

uint32_t x12scan_mark_sse2(const uint8_t *data, size_t length, uint8_t first, uint8_t second, uint64_t *marks) {
    return x12scan_mark_by16(data, length, first, second, marks);
}
#endif
