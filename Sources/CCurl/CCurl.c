#include "CCurl.h"

#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stddef.h>

#ifdef __APPLE__
#define LIBRARY "libcurl.4.dylib"
#else
#define LIBRARY "libcurl.so.4"
#endif

// The macros of curl.h check types and stand in the way of plain names.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define FUNCTIONS(X) \
  X(curl_global_init) X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_setopt) \
  X(curl_easy_getinfo) X(curl_easy_strerror) X(curl_slist_append) X(curl_slist_free_all) \
  X(curl_multi_init) X(curl_multi_cleanup) X(curl_multi_setopt) X(curl_multi_add_handle) \
  X(curl_multi_remove_handle) X(curl_multi_perform) X(curl_multi_poll) X(curl_multi_info_read) \
  X(curl_url) X(curl_url_cleanup) X(curl_url_set) X(curl_url_get) X(curl_free)

#define DECLARE(name) __typeof__(name) *name##_;
static struct { FUNCTIONS(DECLARE) } curl;
static const char *problem;

static void load(void) {
  // libidn2 takes host names to be in the locale's encoding.
  setlocale(LC_CTYPE, "C.UTF-8");
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    problem = dlerror();
    return;
  }
#define FIND(name) \
  curl.name##_ = (__typeof__(name) *)dlsym(library, #name); \
  if (!curl.name##_) { \
    problem = "this " LIBRARY " is too old: it lacks " #name; \
    return; \
  }
  FUNCTIONS(FIND)
  if (curl.curl_global_init_(CURL_GLOBAL_DEFAULT) != CURLE_OK) problem = "libcurl does not start";
}

const char *annals_curl_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return problem;
}

CURL *annals_curl_easy_init(void) { return curl.curl_easy_init_(); }
void annals_curl_easy_cleanup(CURL *easy) { curl.curl_easy_cleanup_(easy); }

CURLcode annals_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl.curl_easy_setopt_(easy, option, value);
}
CURLcode annals_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl.curl_easy_setopt_(easy, option, value);
}
CURLcode annals_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl.curl_easy_setopt_(easy, option, value);
}
CURLcode annals_curl_set_error_buffer(CURL *easy, char *buffer) {
  return curl.curl_easy_setopt_(easy, CURLOPT_ERRORBUFFER, buffer);
}

void annals_curl_set_callbacks(CURL *easy, annals_curl_receiver header, annals_curl_receiver body,
                               annals_curl_opener opener, annals_curl_inspector inspector,
                               void *context) {
  curl.curl_easy_setopt_(easy, CURLOPT_HEADERFUNCTION, header);
  curl.curl_easy_setopt_(easy, CURLOPT_HEADERDATA, context);
  curl.curl_easy_setopt_(easy, CURLOPT_WRITEFUNCTION, body);
  curl.curl_easy_setopt_(easy, CURLOPT_WRITEDATA, context);
  curl.curl_easy_setopt_(easy, CURLOPT_OPENSOCKETFUNCTION, opener);
  curl.curl_easy_setopt_(easy, CURLOPT_OPENSOCKETDATA, context);
  curl.curl_easy_setopt_(easy, CURLOPT_PREREQFUNCTION, inspector);
  curl.curl_easy_setopt_(easy, CURLOPT_PREREQDATA, context);
}

double annals_curl_get_seconds(CURL *easy, CURLINFO info) {
  double value = 0;
  curl.curl_easy_getinfo_(easy, info, &value);
  return value;
}
const char *annals_curl_easy_strerror(CURLcode code) { return curl.curl_easy_strerror_(code); }

struct curl_slist *annals_curl_slist_append(struct curl_slist *list, const char *text) {
  return curl.curl_slist_append_(list, text);
}
void annals_curl_slist_free_all(struct curl_slist *list) { curl.curl_slist_free_all_(list); }

CURLM *annals_curl_multi_init(void) { return curl.curl_multi_init_(); }
void annals_curl_multi_cleanup(CURLM *multi) { curl.curl_multi_cleanup_(multi); }
CURLMcode annals_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl.curl_multi_setopt_(multi, option, value);
}
CURLMcode annals_curl_multi_add_handle(CURLM *multi, CURL *easy) {
  return curl.curl_multi_add_handle_(multi, easy);
}
CURLMcode annals_curl_multi_remove_handle(CURLM *multi, CURL *easy) {
  return curl.curl_multi_remove_handle_(multi, easy);
}
CURLMcode annals_curl_multi_perform(CURLM *multi, int *running) {
  return curl.curl_multi_perform_(multi, running);
}
CURLMcode annals_curl_multi_poll(CURLM *multi, int milliseconds) {
  return curl.curl_multi_poll_(multi, NULL, 0, milliseconds, NULL);
}
CURL *annals_curl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = curl.curl_multi_info_read_(multi, &left)) != NULL) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}

CURLU *annals_curl_url(void) { return curl.curl_url_(); }
void annals_curl_url_cleanup(CURLU *url) { curl.curl_url_cleanup_(url); }
CURLUcode annals_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
  return curl.curl_url_set_(url, part, text, flags);
}
char *annals_curl_url_get(CURLU *url, CURLUPart part, unsigned int flags) {
  char *text = NULL;
  return curl.curl_url_get_(url, part, &text, flags) == CURLUE_OK ? text : NULL;
}
void annals_curl_free(void *memory) { curl.curl_free_(memory); }
