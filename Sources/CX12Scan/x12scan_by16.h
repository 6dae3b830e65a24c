// The indexer for machines with vectors of 16 bytes. The file that includes it says how to load 16 bytes
// (`load16`) and how to turn a comparison into 16 bits (`equal16`, `below_space16`, and `odd16` for what is not printable
// ASCII).

typedef struct {
    X12SCAN_VECTOR part[4];
} x12scan_block;

static inline x12scan_block load64(const uint8_t *bytes) {
    return (x12scan_block){{load16(bytes), load16(bytes + 16), load16(bytes + 32), load16(bytes + 48)}};
}

static inline uint64_t equal64(x12scan_block block, uint8_t byte) {
    return equal16(block.part[0], byte) | equal16(block.part[1], byte) << 16 |
           equal16(block.part[2], byte) << 32 | equal16(block.part[3], byte) << 48;
}

static inline uint64_t below_space64(x12scan_block block) {
    return below_space16(block.part[0]) | below_space16(block.part[1]) << 16 |
           below_space16(block.part[2]) << 32 | below_space16(block.part[3]) << 48;
}

static inline uint64_t odd64(x12scan_block block) {
    return odd16(block.part[0]) | odd16(block.part[1]) << 16 | odd16(block.part[2]) << 32 |
           odd16(block.part[3]) << 48;
}

/// Writes the positions of the set bits, eight at a time, and says how many there are.
static inline size_t write_positions(uint64_t bits, uint32_t base, uint32_t *positions) {
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t written = 0; written < count; written += 8) {
#pragma unroll
        for (size_t n = 0; n < 8; n++) {
            // The top bit keeps the count of zeros defined once no bit is left; what it writes is scratch.
            positions[written + n] = base + (uint32_t)__builtin_ctzll(bits | 1ULL << 63);
            bits &= bits - 1;
        }
    }
    return count;
}

/// Writes for each terminator of a block which delimiter it is, `before` delimiters having come before the block, and
/// says how many there are.
static inline size_t write_places(uint64_t terminators, uint64_t delimiters, uint32_t before,
                                  uint32_t *places) {
    size_t count = 0;
    for (; terminators != 0; terminators &= terminators - 1) {
        uint64_t up_to_here = terminators ^ (terminators - 1);
        places[count++] = before + (uint32_t)__builtin_popcountll(delimiters & up_to_here) - 1;
    }
    return count;
}

/// Writes the delimiters of the block at `at` behind those in `result`.
static inline void index_block(const uint8_t *data, size_t at, uint8_t terminator, uint8_t separator,
                               uint32_t *positions, uint32_t *places, x12scan_result *result) {
    x12scan_block block = load64(data + at);
    uint64_t terminators = equal64(block, terminator);
    uint64_t delimiters = terminators | equal64(block, separator);
    uint64_t controls = below_space64(block);
    if (controls != 0) {
        result->has_inner_control |=
            x12scan_inner_controls(data, at, terminator, separator, terminators, delimiters, controls,
                                   equal64(block, '\r'), equal64(block, '\n')) != 0;
    }
    result->terminators += write_places(terminators, delimiters, (uint32_t)result->count,
                                        places + result->terminators);
    result->count += write_positions(delimiters, (uint32_t)at, positions + result->count);
}

static inline uint32_t x12scan_mark_by16(const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                                         uint64_t *marks) {
    uint64_t odd = 0;
    for (size_t at = 0; at < length; at += X12SCAN_BLOCK) {
        x12scan_block block = load64(data + at);
        uint64_t bits = x12scan_bits_of_data(at, length);
        *marks++ = (equal64(block, first) | equal64(block, second)) & bits;
        uint64_t controls = odd64(block) & bits;
        if (controls != 0) {
            odd |= controls & ~(equal64(block, '\r') | equal64(block, '\n'));
        }
    }
    *marks = 0;
    return odd != 0;
}

static inline x12scan_result x12scan_index_by16(const uint8_t *data, size_t length, uint8_t terminator,
                                                uint8_t separator, uint32_t *positions, uint32_t *places) {
    x12scan_result result = {0};
    size_t at = 0;
    for (; length - at >= X12SCAN_BLOCK; at += X12SCAN_BLOCK) {
        index_block(data, at, terminator, separator, positions, places, &result);
    }
    return x12scan_index_rest(data, at, length, terminator, separator, positions, places, result);
}
