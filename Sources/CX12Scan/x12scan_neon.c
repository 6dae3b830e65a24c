#include "x12scan_internal.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#define X12SCAN_VECTOR uint8x16_t
static inline X12SCAN_VECTOR load16(const uint8_t *bytes) { return vld1q_u8(bytes); }

/// One bit a byte from a comparison's all-ones and all-zeros bytes; NEON has no instruction for it.
static inline uint64_t mask16(uint8x16_t truths) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bits = vandq_u8(truths, weights);
    return (uint64_t)vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}
static inline uint64_t equal16(X12SCAN_VECTOR bytes, uint8_t byte) {
    return mask16(vceqq_u8(bytes, vdupq_n_u8(byte)));
}
static inline uint64_t below_space16(X12SCAN_VECTOR bytes) {
    return mask16(vcltq_u8(bytes, vdupq_n_u8(0x20)));
}
static inline uint64_t odd16(X12SCAN_VECTOR bytes) {
    return mask16(vcgtq_u8(vsubq_u8(bytes, vdupq_n_u8(0x20)), vdupq_n_u8(0x5E)));
}

#include "x12scan_by16.h"

// Every 64-bit ARM machine has NEON.
x12scan_result x12scan_index_neon(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                                  uint32_t *positions, uint32_t *places) {
    return x12scan_index_by16(data, length, terminator, separator, positions, places);
}

uint32_t x12scan_mark_neon(const uint8_t *data, size_t length, uint8_t first, uint8_t second, uint64_t *marks) {
    return x12scan_mark_by16(data, length, first, second, marks);
}
#endif
