#include "CLibXML2OnDemand.h"

#include <dlfcn.h>
#include <libxml/xmlversion.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

// What is declared from here on is seen by this program alone: libxml2 goes on calling its own functions.
#pragma GCC visibility push(hidden)

// Debian's libxml2 is built with ICU, whose headers nothing here needs.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// The name that the version of these headers has on a system.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) { library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL); }

/// Where a name of libxml2's lies. Without the library, or without the name in it, the program ends with words on standard
/// error and the status of a fault (70), as it would not have begun with the library linked.
static void *address(const char *name) {
    pthread_once(&once, load);
    void *found = library == NULL ? NULL : dlsym(library, name);
    if (found == NULL) {
        const char *reason = dlerror();
        fprintf(stderr, "x12: XML needs libxml2: %s\n", reason == NULL ? LIBRARY : reason);
        exit(70);
    }
    return found;
}

/// A function under libxml2's name and with its declaration, so that the compiler holds one against the other; it looks for
/// the real one when it is first called.
#define FORWARD(RESULT, NAME, PARAMETERS, ARGUMENTS)                        \
    RESULT NAME PARAMETERS {                                                \
        static __typeof__(NAME) *real;                                      \
        __typeof__(NAME) *known = __atomic_load_n(&real, __ATOMIC_ACQUIRE); \
        if (known == NULL) {                                                \
            known = (__typeof__(NAME) *)address(#NAME);                     \
            __atomic_store_n(&real, known, __ATOMIC_RELEASE);               \
        }                                                                   \
        return known ARGUMENTS;                                             \
    }

// parser.h
FORWARD(void, xmlInitParser, (void), ())
FORWARD(xmlParserCtxtPtr, xmlNewParserCtxt, (void), ())
FORWARD(void, xmlFreeParserCtxt, (xmlParserCtxtPtr context), (context))
FORWARD(int, xmlCtxtUseOptions, (xmlParserCtxtPtr context, int options), (context, options))
FORWARD(xmlDocPtr, xmlCtxtReadMemory,
        (xmlParserCtxtPtr context, const char *bytes, int count, const char *url, const char *encoding, int options),
        (context, bytes, count, url, encoding, options))
FORWARD(xmlParserCtxtPtr, xmlCreatePushParserCtxt,
        (xmlSAXHandlerPtr handler, void *user, const char *chunk, int count, const char *filename),
        (handler, user, chunk, count, filename))
FORWARD(int, xmlParseChunk, (xmlParserCtxtPtr context, const char *chunk, int count, int isLast),
        (context, chunk, count, isLast))

// xmlerror.h
#if LIBXML_VERSION >= 21200
FORWARD(const xmlError *, xmlCtxtGetLastError, (void *context), (context))
#else
FORWARD(xmlErrorPtr, xmlCtxtGetLastError, (void *context), (context))
#endif
FORWARD(xmlStructuredErrorFunc *, __xmlStructuredError, (void), ())
FORWARD(void, xmlSetGenericErrorFunc, (void *context, xmlGenericErrorFunc function), (context, function))
FORWARD(void, xmlSetStructuredErrorFunc, (void *context, xmlStructuredErrorFunc function), (context, function))

// xmlstring.h, tree.h
FORWARD(int, xmlStrlen, (const xmlChar *text), (text))
FORWARD(xmlBufferPtr, xmlBufferCreate, (void), ())
FORWARD(void, xmlBufferFree, (xmlBufferPtr buffer), (buffer))
FORWARD(xmlDocPtr, xmlNewDoc, (const xmlChar *version), (version))
FORWARD(void, xmlFreeDoc, (xmlDocPtr document), (document))
FORWARD(xmlNodePtr, xmlDocGetRootElement, (const xmlDoc *document), (document))
FORWARD(xmlNodePtr, xmlDocSetRootElement, (xmlDocPtr document, xmlNodePtr root), (document, root))
FORWARD(xmlNodePtr, xmlNewDocNode,
        (xmlDocPtr document, xmlNsPtr space, const xmlChar *name, const xmlChar *content),
        (document, space, name, content))
FORWARD(void, xmlUnlinkNode, (xmlNodePtr node), (node))
FORWARD(void, xmlFreeNode, (xmlNodePtr node), (node))
FORWARD(long, xmlGetLineNo, (const xmlNode *node), (node))
FORWARD(xmlChar *, xmlGetNoNsProp, (const xmlNode *node, const xmlChar *name), (node, name))
FORWARD(xmlChar *, xmlNodeGetContent, (const xmlNode *node), (node))
FORWARD(int, xmlNodeDump, (xmlBufferPtr buffer, xmlDocPtr document, xmlNodePtr node, int level, int format),
        (buffer, document, node, level, format))

// xmlreader.h
FORWARD(xmlTextReaderPtr, xmlReaderForIO,
        (xmlInputReadCallback read, xmlInputCloseCallback close, void *context, const char *url,
         const char *encoding, int options),
        (read, close, context, url, encoding, options))
FORWARD(void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
FORWARD(int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
FORWARD(int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
FORWARD(int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
FORWARD(xmlNodePtr, xmlTextReaderCurrentNode, (xmlTextReaderPtr reader), (reader))
FORWARD(const xmlChar *, xmlTextReaderConstEncoding, (xmlTextReaderPtr reader), (reader))
FORWARD(int, xmlTextReaderGetParserLineNumber, (xmlTextReaderPtr reader), (reader))
FORWARD(void, xmlTextReaderSetStructuredErrorHandler,
        (xmlTextReaderPtr reader, xmlStructuredErrorFunc function, void *context), (reader, function, context))

// xmlschemas.h
FORWARD(xmlSchemaParserCtxtPtr, xmlSchemaNewMemParserCtxt, (const char *bytes, int count), (bytes, count))
FORWARD(void, xmlSchemaFreeParserCtxt, (xmlSchemaParserCtxtPtr context), (context))
FORWARD(xmlSchemaPtr, xmlSchemaParse, (xmlSchemaParserCtxtPtr context), (context))
FORWARD(void, xmlSchemaFree, (xmlSchemaPtr schema), (schema))
FORWARD(xmlSchemaValidCtxtPtr, xmlSchemaNewValidCtxt, (xmlSchemaPtr schema), (schema))
FORWARD(void, xmlSchemaFreeValidCtxt, (xmlSchemaValidCtxtPtr context), (context))
FORWARD(int, xmlSchemaValidateDoc, (xmlSchemaValidCtxtPtr context, xmlDocPtr document), (context, document))
FORWARD(void, xmlSchemaSetValidStructuredErrors,
        (xmlSchemaValidCtxtPtr context, xmlStructuredErrorFunc function, void *user), (context, function, user))

// xpath.h, xpathInternals.h
FORWARD(xmlXPathContextPtr, xmlXPathNewContext, (xmlDocPtr document), (document))
FORWARD(void, xmlXPathFreeContext, (xmlXPathContextPtr context), (context))
FORWARD(int, xmlXPathRegisterNs, (xmlXPathContextPtr context, const xmlChar *prefix, const xmlChar *uri),
        (context, prefix, uri))
FORWARD(xmlXPathCompExprPtr, xmlXPathCtxtCompile, (xmlXPathContextPtr context, const xmlChar *text), (context, text))
FORWARD(void, xmlXPathFreeCompExpr, (xmlXPathCompExprPtr expression), (expression))
FORWARD(xmlXPathObjectPtr, xmlXPathCompiledEval, (xmlXPathCompExprPtr expression, xmlXPathContextPtr context),
        (expression, context))
FORWARD(void, xmlXPathFreeObject, (xmlXPathObjectPtr object), (object))
FORWARD(xmlChar *, xmlXPathCastToString, (xmlXPathObjectPtr object), (object))
FORWARD(void, xmlXPathNodeSetSort, (xmlNodeSetPtr nodes), (nodes))

/// libxml2 hands its `free` out as a variable.
static void freeByLibrary(void *memory) {
  xmlFreeFunc *function = (xmlFreeFunc *)address("xmlFree");
  (*function)(memory);
}

xmlFreeFunc xmlFree = freeByLibrary;
