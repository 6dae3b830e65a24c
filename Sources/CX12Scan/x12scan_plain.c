#include "x12scan_internal.h"

// One byte at a time, without a branch on the data: what a machine without vectors runs.
x12scan_result x12scan_index_plain(const uint8_t *data, size_t length, uint8_t terminator, uint8_t separator,
                                   uint32_t *positions) {
    size_t count = 0;
    uint32_t inner = 0;
    // How far the last bytes are on the way through a line end.
    enum { inside, behind_terminator, behind_return } place = behind_terminator;
    for (size_t at = 0; at < length; at++) {
        uint8_t byte = data[at];
        int is_terminator = byte == terminator;
        int is_delimiter = is_terminator | (byte == separator);
        positions[count] = (uint32_t)at;
        count += (size_t)is_delimiter;
        if (is_terminator) {
            place = behind_terminator;
        } else if (byte >= 0x20 || is_delimiter) {
            place = inside;
        } else if (byte == '\r' && place == behind_terminator) {
            place = behind_return;
        } else if (byte == '\n' && place != inside) {
            place = inside;
        } else {
            inner = 1;
            place = inside;
        }
    }
    return (x12scan_result){.count = count, .has_inner_control = inner};
}
