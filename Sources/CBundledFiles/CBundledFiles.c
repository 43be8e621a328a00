#include "CBundledFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char entities[] = {
#embed "../../Dictionaries/entities.toml"
};
static const unsigned char events[] = {
#embed "../../Dictionaries/events.toml"
};
static const unsigned char stance[] = {
#embed "../../Dictionaries/stance.toml"
};

static const annals_bundled_file files[] = {
    {"Dictionaries/entities.toml", entities, sizeof entities},
    {"Dictionaries/events.toml", events, sizeof events},
    {"Dictionaries/stance.toml", stance, sizeof stance},
};

const annals_bundled_file *annals_bundled_file_at(size_t index) {
  return index < sizeof files / sizeof files[0] ? &files[index] : 0;
}
