#include "x12scan.h"
#include "x12scan_internal.h"
#include <stdatomic.h>

typedef struct {
    const char *name;
    x12scan_function *index;
    x12scan_mark_function *mark;
} x12scan_variant;

// Best first; a machine that cannot run the first ones starts further down.
static const x12scan_variant variants[] = {
#if defined(__x86_64__)
    {"avx512", x12scan_index_avx512, x12scan_mark_avx512},
    {"avx2", x12scan_index_avx2, x12scan_mark_sse2},
    {"sse2", x12scan_index_sse2, x12scan_mark_sse2},
#elif defined(__aarch64__)
    {"neon", x12scan_index_neon, x12scan_mark_neon},
#endif
    {"plain", x12scan_index_plain, x12scan_mark_plain},
};
static const size_t variant_total = sizeof variants / sizeof variants[0];

static size_t first_that_runs(void) {
#if defined(__x86_64__)
    int has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                   __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    int has_avx512 = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                     __builtin_cpu_supports("avx512vbmi2");
    // The first two Zens have `pext`, but take hundreds of cycles for it.
    int has_fast_pext = !__builtin_cpu_is("znver1") && !__builtin_cpu_is("znver2");
    return has_avx2 && has_fast_pext ? has_avx512 ? 0 : 1 : 2;
#else
    return 0;
#endif
}

/// The variants this machine can run, worked out once.
///
/// Threads that come first at the same time work out the same answer and store it twice, which does no harm.
static const x12scan_variant *usable_variants(void) {
    static _Atomic(const x12scan_variant *) known;
    const x12scan_variant *first = atomic_load_explicit(&known, memory_order_relaxed);
    if (first == NULL) {
        first = &variants[first_that_runs()];
        atomic_store_explicit(&known, first, memory_order_relaxed);
    }
    return first;
}

x12scan_result x12scan_index(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                             uint32_t *positions, uint32_t *places) {
    return usable_variants()->index(data, length, terminator, separator, positions, places);
}

uint32_t x12scan_mark(const uint8_t *data, size_t length, uint8_t first, uint8_t second, uint64_t *marks) {
    return usable_variants()->mark(data, length, first, second, marks);
}

const char *x12scan_implementation(void) { return usable_variants()->name; }

size_t x12scan_variant_count(void) { return (size_t)(&variants[variant_total] - usable_variants()); }

const char *x12scan_variant_name(size_t variant) {
    return variant < x12scan_variant_count() ? usable_variants()[variant].name : NULL;
}

x12scan_result x12scan_index_with(size_t variant, const uint8_t *data, size_t length, uint8_t terminator,
                                  uint8_t separator, uint32_t *positions, uint32_t *places) {
    size_t last = x12scan_variant_count() - 1;
    return usable_variants()[variant < last ? variant : last].index(data, length, terminator, separator,
                                                                    positions, places);
}

uint32_t x12scan_mark_with(size_t variant, const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                           uint64_t *marks) {
    size_t last = x12scan_variant_count() - 1;
    return usable_variants()[variant < last ? variant : last].mark(data, length, first, second, marks);
}
