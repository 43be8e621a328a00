#!/bin/sh
# Fuzzes a part of annals under AddressSanitizer: Fuzz/run.sh TARGET [SECONDS] [SEEDS…]
# Findings and the corpus, which grows from run to run, stay in .build/fuzz/TARGET.
set -eu
target=$1 seconds=${2:-600}
if [ $# -gt 2 ]; then shift 2; else shift $#; fi
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
libraries=$(clang -print-resource-dir)/lib
ANNALS_FUZZER=$(find "$libraries" -name 'libclang_rt.fuzzer_no_main*.a' | grep "$(uname -m)" | head -n 1)
[ -n "$ANNALS_FUZZER" ] || { echo "libFuzzer is not in $libraries"; exit 1; }
export ANNALS_FUZZER
swift build -c release --product fuzz --scratch-path .build/fuzz-program --sanitize address \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table
work=.build/fuzz/$target
mkdir -p "$work/corpus"
seeds=Fuzz/seeds/$target
[ "$target" != feed ] || seeds="Tests/SampleFeeds Feeds/samples"
# The fuzzer tells of a crash itself.
export SWIFT_BACKTRACE=enable=no
# Kept statements hold their last arguments where LeakSanitizer does not look.
[ "$target" != query ] || export ASAN_OPTIONS=detect_leaks=0
exec .build/fuzz-program/release/fuzz "$target" -max_total_time="$seconds" -timeout=20 \
  -rss_limit_mb=2048 -max_len="${MAX_LEN:-4096}" -dict=Fuzz/words.txt -artifact_prefix="$work/" \
  -print_final_stats=1 "$work/corpus" $seeds "$@"
