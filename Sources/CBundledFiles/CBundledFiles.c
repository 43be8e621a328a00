#include "CBundledFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char dictionaries_entities[] = {
#embed "../../Dictionaries/entities.toml"
};
static const unsigned char dictionaries_events[] = {
#embed "../../Dictionaries/events.toml"
};
static const unsigned char dictionaries_stance[] = {
#embed "../../Dictionaries/stance.toml"
};
static const unsigned char events_nlp_paradigms[] = {
#embed "../../Events/nlp-paradigms.jsonl"
};
static const unsigned char events_ofweek_2023_05_15[] = {
#embed "../../Events/ofweek-2023-05-15.jsonl"
};
static const unsigned char events_releases[] = {
#embed "../../Events/releases.jsonl"
};
static const unsigned char feeds_subscriptions[] = {
#embed "../../Feeds/subscriptions.opml"
};

static const annals_bundled_file files[] = {
    {"Dictionaries/entities.toml", dictionaries_entities, sizeof dictionaries_entities},
    {"Dictionaries/events.toml", dictionaries_events, sizeof dictionaries_events},
    {"Dictionaries/stance.toml", dictionaries_stance, sizeof dictionaries_stance},
    {"Events/nlp-paradigms.jsonl", events_nlp_paradigms, sizeof events_nlp_paradigms},
    {"Events/ofweek-2023-05-15.jsonl", events_ofweek_2023_05_15, sizeof events_ofweek_2023_05_15},
    {"Events/releases.jsonl", events_releases, sizeof events_releases},
    {"Feeds/subscriptions.opml", feeds_subscriptions, sizeof feeds_subscriptions},
};

const annals_bundled_file *annals_bundled_file_at(size_t index) {
  return index < sizeof files / sizeof files[0] ? &files[index] : 0;
}
