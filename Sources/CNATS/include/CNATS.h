#pragma once
#include <stdint.h>

/// Loads libnats when it is first needed; who shares no log needs none, neither to build nor to run.
/// Returns NULL, or why it cannot be loaded. Everything below needs it to have succeeded.
const char *annals_nats_load(void);

/// A connection with one inbox for all that is answered. libnats reads on threads of its own and queues
/// what comes; nothing of ours is called from them.
typedef struct annals_nats annals_nats;
typedef struct __natsMsg annals_nats_message;

/// Connects to one of `count` servers, and connects again by itself for as long as it is not closed.
/// NULL where none answers within `milliseconds`, and then why in `problem`, which lives for ever.
annals_nats *annals_nats_connect(const char **servers, int count, const char *credentials,
                                 int64_t milliseconds, const char **problem);
void annals_nats_close(annals_nats *connection);

/// How many bytes a message may have at the server, its headers included.
int64_t annals_nats_most(annals_nats *connection);

/// Sends bytes with `pairs` of headers, each name and value with its zero; answers come with `token`, where
/// it is not NULL. Returns NULL, or what is wrong.
const char *annals_nats_send(annals_nats *connection, const char *subject, const char *token,
                             const char *headers, int pairs, const void *bytes, int count);

/// The next answer, waited for so long; NULL where none came, at once where a server says that nobody listens.
/// To be given back to annals_nats_free.
annals_nats_message *annals_nats_next(annals_nats *connection, int64_t milliseconds);
void annals_nats_free(annals_nats_message *message);

/// The token of what it answers.
const char *annals_nats_token(annals_nats *connection, annals_nats_message *message);
const char *annals_nats_bytes(annals_nats_message *message, int *count);
/// NULL where it has none of that name.
const char *annals_nats_header(annals_nats_message *message, const char *name);
