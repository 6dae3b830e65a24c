#include "x12scan_internal.h"

typedef enum { inside, behind_terminator, behind_return } line_end_state;

/// Where the bytes before `at` leave off on the way through a line end.
static line_end_state state_before(const uint8_t *data, size_t at, uint8_t terminator, uint8_t separator) {
    if (x12scan_follows_terminator(data, at, terminator)) {
        return behind_terminator;
    }
    int is_return = data[at - 1] == '\r' && separator != '\r';
    return is_return && x12scan_follows_terminator(data, at - 1, terminator) ? behind_return : inside;
}

// One byte at a time, without a branch for the delimiters.
x12scan_result x12scan_index_rest(const uint8_t *data, size_t at, size_t length, uint8_t terminator,
                                  uint8_t separator, uint32_t *positions, uint32_t *places,
                                  x12scan_result before) {
    size_t count = before.count;
    size_t terminators = before.terminators;
    uint32_t inner = before.has_inner_control;
    line_end_state state = state_before(data, at, terminator, separator);
    for (; at < length; at++) {
        uint8_t byte = data[at];
        int is_terminator = byte == terminator;
        int is_delimiter = is_terminator | (byte == separator);
        positions[count] = (uint32_t)at;
        places[terminators] = (uint32_t)count;
        count += (size_t)is_delimiter;
        terminators += (size_t)is_terminator;
        if (is_terminator) {
            state = behind_terminator;
        } else if (byte >= 0x20 || is_delimiter) {
            state = inside;
        } else if (byte == '\r' && state == behind_terminator) {
            state = behind_return;
        } else if (byte == '\n' && state != inside) {
            state = inside;
        } else {
            inner = 1;
            state = inside;
        }
    }
    return (x12scan_result){.count = count, .terminators = terminators, .has_inner_control = inner};
}

uint32_t x12scan_mark_plain(const uint8_t *data, size_t length, uint8_t first, uint8_t second,
                            uint64_t *marks) {
    uint32_t odd = 0;
    for (size_t word = 0; word <= (length + X12SCAN_BLOCK - 1) / X12SCAN_BLOCK; word++) {
        marks[word] = 0;
    }
    for (size_t at = 0; at < length; at++) {
        uint8_t byte = data[at];
        uint64_t is_marked = byte == first || byte == second;
        marks[at / X12SCAN_BLOCK] |= is_marked << at % X12SCAN_BLOCK;
        odd |= (byte < 0x20 || byte > 0x7E) && byte != '\r' && byte != '\n';
    }
    return odd;
}

x12scan_result x12scan_index_plain(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                                   uint32_t *positions, uint32_t *places) {
    return x12scan_index_rest(data, 0, length, terminator, separator, positions, places, (x12scan_result){0});
}
