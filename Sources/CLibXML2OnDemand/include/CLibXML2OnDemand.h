#pragma once

// Nothing is declared here: the functions of libxml2 are declared by libxml2's own headers, and defined in this target for
// whoever links it (decision 0035).
