#include "CNATS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// The names of the library by which packages install it: 3.4 is Debian 12's.
static const char *const names[] = {
#ifdef __APPLE__
    "libnats.dylib",
#else
    "libnats.so.3.4", "libnats.so", "libnats.so.3.7", "libnats.so.3.8", "libnats.so.3.9",
    "libnats.so.3.10", "libnats.so.3.11", "libnats.so.3.12",
#endif
};

// What is used of nats.h, which need not be there.
typedef struct __natsOptions natsOptions;
typedef struct __natsConnection natsConnection;
typedef struct __natsSubscription natsSubscription;
typedef struct __natsMsg natsMsg;
typedef int natsStatus;
enum { NATS_OK = 0, NATS_NO_RESPONDERS = 34 };

#define FUNCTIONS(X) \
  X(natsStatus, natsOptions_Create, (natsOptions **)) \
  X(void, natsOptions_Destroy, (natsOptions *)) \
  X(natsStatus, natsOptions_SetServers, (natsOptions *, const char **, int)) \
  X(natsStatus, natsOptions_SetTimeout, (natsOptions *, int64_t)) \
  X(natsStatus, natsOptions_SetName, (natsOptions *, const char *)) \
  X(natsStatus, natsOptions_SetMaxReconnect, (natsOptions *, int)) \
  X(natsStatus, natsOptions_SetReconnectWait, (natsOptions *, int64_t)) \
  X(natsStatus, natsOptions_SetReconnectJitter, (natsOptions *, int64_t, int64_t)) \
  X(natsStatus, natsOptions_SetUserCredentialsFromFiles, \
    (natsOptions *, const char *, const char *)) \
  X(natsStatus, natsConnection_Connect, (natsConnection **, natsOptions *)) \
  X(void, natsConnection_Destroy, (natsConnection *)) \
  X(int64_t, natsConnection_GetMaxPayload, (natsConnection *)) \
  X(natsStatus, natsConnection_SubscribeSync, \
    (natsSubscription **, natsConnection *, const char *)) \
  X(natsStatus, natsConnection_PublishMsg, (natsConnection *, natsMsg *)) \
  X(natsStatus, natsSubscription_SetPendingLimits, (natsSubscription *, int, int)) \
  X(natsStatus, natsSubscription_NextMsg, (natsMsg **, natsSubscription *, int64_t)) \
  X(void, natsSubscription_Destroy, (natsSubscription *)) \
  X(natsStatus, natsMsg_Create, (natsMsg **, const char *, const char *, const char *, int)) \
  X(void, natsMsg_Destroy, (natsMsg *)) \
  X(const char *, natsMsg_GetSubject, (const natsMsg *)) \
  X(const char *, natsMsg_GetData, (const natsMsg *)) \
  X(int, natsMsg_GetDataLength, (const natsMsg *)) \
  X(natsStatus, natsMsgHeader_Set, (natsMsg *, const char *, const char *)) \
  X(natsStatus, natsMsgHeader_Get, (natsMsg *, const char *, const char **)) \
  X(natsStatus, natsInbox_Create, (char **)) \
  X(void, natsInbox_Destroy, (char *)) \
  X(const char *, natsStatus_GetText, (natsStatus))

#define DECLARE(result, name, arguments) result(*name) arguments;
static struct { FUNCTIONS(DECLARE) } nats;
static const char *problem;

static void load(void) {
  void *library = NULL;
  for (size_t index = 0; !library && index < sizeof names / sizeof *names; index++)
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    problem = "there is no libnats here";
    return;
  }
#define FIND(result, name, arguments) \
  nats.name = (result(*) arguments)dlsym(library, #name); \
  if (!nats.name) { \
    problem = "this libnats lacks " #name; \
    return; \
  }
  FUNCTIONS(FIND)
}

const char *annals_nats_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return problem;
}

struct annals_nats {
  natsConnection *connection;
  natsSubscription *inbox;
  /// What the subjects of answers begin with, with the point.
  char prefix[128];
  size_t length;
};

static natsStatus options(natsOptions *it, const char **servers, int count,
                          const char *credentials, int64_t milliseconds) {
  natsStatus status = nats.natsOptions_SetServers(it, servers, count);
  if (status == NATS_OK) status = nats.natsOptions_SetTimeout(it, milliseconds);
  if (status == NATS_OK) status = nats.natsOptions_SetName(it, "annals");
  if (status == NATS_OK) status = nats.natsOptions_SetMaxReconnect(it, -1);
  if (status == NATS_OK) status = nats.natsOptions_SetReconnectWait(it, 100);
  if (status == NATS_OK) status = nats.natsOptions_SetReconnectJitter(it, 50, 50);
  if (status == NATS_OK && credentials)
    status = nats.natsOptions_SetUserCredentialsFromFiles(it, credentials, NULL);
  return status;
}

static natsStatus inbox(annals_nats *it) {
  char *name = NULL;
  natsStatus status = nats.natsInbox_Create(&name);
  if (status != NATS_OK) return status;
  strncpy(it->prefix, name, sizeof it->prefix - 3);
  nats.natsInbox_Destroy(name);
  strcat(it->prefix, ".*");
  it->length = strlen(it->prefix) - 1;
  status = nats.natsConnection_SubscribeSync(&it->inbox, it->connection, it->prefix);
  it->prefix[it->length] = 0;
  if (status == NATS_OK) status = nats.natsSubscription_SetPendingLimits(it->inbox, -1, -1);
  return status;
}

annals_nats *annals_nats_connect(const char **servers, int count, const char *credentials,
                                 int64_t milliseconds, const char **why) {
  annals_nats *it = calloc(1, sizeof *it);
  natsOptions *opts = NULL;
  natsStatus status = nats.natsOptions_Create(&opts);
  if (status == NATS_OK) status = options(opts, servers, count, credentials, milliseconds);
  if (status == NATS_OK) status = nats.natsConnection_Connect(&it->connection, opts);
  nats.natsOptions_Destroy(opts);
  if (status == NATS_OK) status = inbox(it);
  if (status == NATS_OK) return it;
  *why = nats.natsStatus_GetText(status);
  annals_nats_close(it);
  return NULL;
}

void annals_nats_close(annals_nats *it) {
  nats.natsSubscription_Destroy(it->inbox);
  nats.natsConnection_Destroy(it->connection);
  free(it);
}

int64_t annals_nats_most(annals_nats *it) {
  return nats.natsConnection_GetMaxPayload(it->connection);
}

const char *annals_nats_send(annals_nats *it, const char *subject, const char *token,
                             const char *headers, int pairs, const void *bytes, int count) {
  char reply[192];
  if (token) {
    memcpy(reply, it->prefix, it->length);
    strncpy(reply + it->length, token, sizeof reply - it->length - 1);
    reply[sizeof reply - 1] = 0;
  }
  natsMsg *message = NULL;
  natsStatus status = nats.natsMsg_Create(&message, subject, token ? reply : NULL, bytes, count);
  for (; status == NATS_OK && pairs > 0; pairs--) {
    const char *value = headers + strlen(headers) + 1;
    status = nats.natsMsgHeader_Set(message, headers, value);
    headers = value + strlen(value) + 1;
  }
  if (status == NATS_OK) status = nats.natsConnection_PublishMsg(it->connection, message);
  nats.natsMsg_Destroy(message);
  return status == NATS_OK ? NULL : nats.natsStatus_GetText(status);
}

annals_nats_message *annals_nats_next(annals_nats *it, int64_t milliseconds) {
  natsMsg *message = NULL;
  natsStatus status;
  // A server's word that nobody listens comes for each message that was sent, and none of them as one.
  while ((status = nats.natsSubscription_NextMsg(&message, it->inbox, milliseconds)) == NATS_NO_RESPONDERS)
    milliseconds = 0;
  return status == NATS_OK ? message : NULL;
}

void annals_nats_free(annals_nats_message *message) { nats.natsMsg_Destroy(message); }

const char *annals_nats_token(annals_nats *it, annals_nats_message *message) {
  return nats.natsMsg_GetSubject(message) + it->length;
}

const char *annals_nats_bytes(annals_nats_message *message, int *count) {
  *count = nats.natsMsg_GetDataLength(message);
  return nats.natsMsg_GetData(message);
}

const char *annals_nats_header(annals_nats_message *message, const char *name) {
  const char *value = NULL;
  return nats.natsMsgHeader_Get(message, name, &value) == NATS_OK ? value : NULL;
}
