#include "x12scan.h"
