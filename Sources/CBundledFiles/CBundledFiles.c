#include "CBundledFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char types[] = {
#embed "../../Dictionaries/types.toml"
};
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
static const unsigned char variants[] = {
#embed "../../Dictionaries/variants.txt"
};
static const unsigned char fiscal_years[] = {
#embed "../../Dictionaries/fiscal-years.tsv"
};
static const unsigned char rates[] = {
#embed "../../Rates/yearly.tsv"
};
static const unsigned char joins[] = {
#embed "../../Models/joins.tsv"
};
static const unsigned char rarity[] = {
#embed "../../Models/rarity.tsv"
};
static const unsigned char stories[] = {
#embed "../../Models/stories.tsv"
};
static const unsigned char coder[] = {
#embed "../../Models/coder.weights"
};
static const unsigned char coder_encoder[] = {
#embed "../../Models/coder-encoder.weights"
};
static const unsigned char ai_milestones[] = {
#embed "../../Events/ai-milestones.jsonl"
};
static const unsigned char forecasts[] = {
#embed "../../Events/forecasts.jsonl"
};
static const unsigned char nlp_paradigms[] = {
#embed "../../Events/nlp-paradigms.jsonl"
};
static const unsigned char ofweek[] = {
#embed "../../Events/ofweek-2023-05-15.jsonl"
};
static const unsigned char releases[] = {
#embed "../../Events/releases.jsonl"
};
static const unsigned char subscriptions[] = {
#embed "../../Feeds/subscriptions.opml"
};
static const unsigned char reader_prompt[] = {
#embed "../../Reader/prompt.txt"
};
static const unsigned char reader_headlines[] = {
#embed "../../Reader/headlines.jsonl"
};
static const unsigned char help_queries[] = {
#embed "../../Help/queries.txt"
};
static const unsigned char help_dates[] = {
#embed "../../Help/dates.txt"
};
static const unsigned char help_formats[] = {
#embed "../../Help/formats.txt"
};
static const unsigned char completion_bash[] = {
#embed "../../Help/completions/annals.bash"
};
static const unsigned char completion_fish[] = {
#embed "../../Help/completions/annals.fish"
};
static const unsigned char completion_zsh[] = {
#embed "../../Help/completions/annals.zsh"
};
static const unsigned char help_reader[] = {
#embed "../../Help/reader.txt"
};
static const unsigned char help_cluster[] = {
#embed "../../Help/cluster.txt"
};
static const unsigned char help_environment[] = {
#embed "../../Help/environment.txt"
};
static const unsigned char help_exit_codes[] = {
#embed "../../Help/exit-codes.txt"
};

// The types of events before what speaks of them.
// Books in the order of their import: a row can name a row of an earlier book as the same event.
static const annals_bundled_file files[] = {
    {"Dictionaries/types.toml", types, sizeof types},
    {"Dictionaries/entities.toml", entities, sizeof entities},
    {"Dictionaries/objects.toml", objects, sizeof objects},
    {"Dictionaries/events.toml", events, sizeof events},
    {"Dictionaries/stance.toml", stance, sizeof stance},
    {"Dictionaries/sources.toml", sources, sizeof sources},
    {"Dictionaries/metrics.toml", metrics, sizeof metrics},
    {"Dictionaries/variants.txt", variants, sizeof variants},
    {"Dictionaries/fiscal-years.tsv", fiscal_years, sizeof fiscal_years},
    {"Rates/yearly.tsv", rates, sizeof rates},
    {"Models/joins.tsv", joins, sizeof joins},
    {"Models/rarity.tsv", rarity, sizeof rarity},
    {"Models/stories.tsv", stories, sizeof stories},
    {"Models/coder.weights", coder, sizeof coder},
    {"Models/coder-encoder.weights", coder_encoder, sizeof coder_encoder},
    {"Events/ai-milestones.jsonl", ai_milestones, sizeof ai_milestones},
    {"Events/forecasts.jsonl", forecasts, sizeof forecasts},
    {"Events/nlp-paradigms.jsonl", nlp_paradigms, sizeof nlp_paradigms},
    {"Events/ofweek-2023-05-15.jsonl", ofweek, sizeof ofweek},
    {"Events/releases.jsonl", releases, sizeof releases},
    {"Feeds/subscriptions.opml", subscriptions, sizeof subscriptions},
    {"Reader/prompt.txt", reader_prompt, sizeof reader_prompt},
    {"Reader/headlines.jsonl", reader_headlines, sizeof reader_headlines},
    {"Help/queries.txt", help_queries, sizeof help_queries},
    {"Help/dates.txt", help_dates, sizeof help_dates},
    {"Help/formats.txt", help_formats, sizeof help_formats},
    {"Help/completions/annals.bash", completion_bash, sizeof completion_bash},
    {"Help/completions/annals.fish", completion_fish, sizeof completion_fish},
    {"Help/completions/annals.zsh", completion_zsh, sizeof completion_zsh},
    {"Help/reader.txt", help_reader, sizeof help_reader},
    {"Help/cluster.txt", help_cluster, sizeof help_cluster},
    {"Help/environment.txt", help_environment, sizeof help_environment},
    {"Help/exit-codes.txt", help_exit_codes, sizeof help_exit_codes},
};

const annals_bundled_file *annals_bundled_file_at(size_t index) {
  return index < sizeof files / sizeof files[0] ? &files[index] : 0;
}
