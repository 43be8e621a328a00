#pragma once
#include <curl/curl.h>

/// Loads libcurl when it is first needed: linked in, its 30 libraries cost every command 5 ms.
/// Returns NULL, or why it cannot be loaded. Everything below needs it to have succeeded.
const char *annals_curl_load(void);

/// A transfer, and Swift's way to set its options (curl_easy_setopt is variadic).
CURL *annals_curl_easy_init(void);
void annals_curl_easy_cleanup(CURL *easy);
CURLcode annals_curl_set_long(CURL *easy, CURLoption option, long value);
CURLcode annals_curl_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode annals_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
/// `buffer` holds CURL_ERROR_SIZE bytes and lives as long as the transfer.
CURLcode annals_curl_set_error_buffer(CURL *easy, char *buffer);

/// Both get `context`; a count other than the one given aborts the transfer.
typedef size_t (*annals_curl_receiver)(char *bytes, size_t one, size_t count, void *context);
/// May refuse an address that DNS gave, before anything is sent to it.
typedef curl_socket_t (*annals_curl_opener)(void *context, curlsocktype purpose,
                                            struct curl_sockaddr *address);
/// May refuse the address of a connection, new or not, before the request is sent.
typedef int (*annals_curl_inspector)(void *context, char *remote, char *local, int remote_port,
                                     int local_port);
void annals_curl_set_callbacks(CURL *easy, annals_curl_receiver header, annals_curl_receiver body,
                               annals_curl_opener opener, annals_curl_inspector inspector,
                               void *context);

double annals_curl_get_seconds(CURL *easy, CURLINFO info);
const char *annals_curl_easy_strerror(CURLcode code);

struct curl_slist *annals_curl_slist_append(struct curl_slist *list, const char *text);
void annals_curl_slist_free_all(struct curl_slist *list);

CURLM *annals_curl_multi_init(void);
void annals_curl_multi_cleanup(CURLM *multi);
CURLMcode annals_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode annals_curl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode annals_curl_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode annals_curl_multi_perform(CURLM *multi, int *running);
CURLMcode annals_curl_multi_poll(CURLM *multi, int milliseconds);
/// The next transfer that ended and how; NULL when there is none.
CURL *annals_curl_multi_next_done(CURLM *multi, CURLcode *result);

CURLU *annals_curl_url(void);
void annals_curl_url_cleanup(CURLU *url);
CURLUcode annals_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags);
/// NULL when the part is not there; to be given back to annals_curl_free.
char *annals_curl_url_get(CURLU *url, CURLUPart part, unsigned int flags);
void annals_curl_free(void *memory);
