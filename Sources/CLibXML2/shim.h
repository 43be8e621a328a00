#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// xmlFree is a variable, which Swift rightly distrusts.
static inline void xmlFreeString(xmlChar *string) { xmlFree(string); }
