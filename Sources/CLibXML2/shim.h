#include <iconv.h>
#include <libxml/xmlversion.h>
// ICU's headers clash with Foundation's own copy; only fields we never touch go with them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/// xmlFree is a variable, which Swift rightly distrusts.
static inline void xmlFreeString(xmlChar *string) { xmlFree(string); }
