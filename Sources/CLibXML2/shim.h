#pragma once
// Debian's libxml2 is built with ICU, whose headers clash with those Foundation brings along.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }

static void clibxml2_say_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/// libxml2 prints some remarks of XPath straight to standard error, through a variadic function that Swift cannot give
/// it; this keeps it from doing so on the calling thread.
static inline void clibxml2_be_quiet(void) { xmlSetGenericErrorFunc(NULL, clibxml2_say_nothing); }
