#include "CBundledFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char entities[] = {
#embed "../../Dictionaries/entities.toml"
};
static const unsigned char objects[] = {
#embed "../../Dictionaries/objects.toml"
};
static const unsigned char events[] = {
#embed "../../Dictionaries/events.toml"
};
static const unsigned char stance[] = {
#embed "../../Dictionaries/stance.toml"
};
static const unsigned char sources[] = {
#embed "../../Dictionaries/sources.toml"
};
static const unsigned char metrics[] = {
#embed "../../Dictionaries/metrics.toml"
};

static const annals_bundled_file files[] = {
    {"Dictionaries/entities.toml", entities, sizeof entities},
    {"Dictionaries/objects.toml", objects, sizeof objects},
    {"Dictionaries/events.toml", events, sizeof events},
    {"Dictionaries/stance.toml", stance, sizeof stance},
    {"Dictionaries/sources.toml", sources, sizeof sources},
    {"Dictionaries/metrics.toml", metrics, sizeof metrics},
};

const annals_bundled_file *annals_bundled_file_at(size_t index) {
  return index < sizeof files / sizeof files[0] ? &files[index] : 0;
}
