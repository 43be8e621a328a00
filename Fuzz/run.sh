#!/bin/sh
# Fuzzes the feed parser under AddressSanitizer: Fuzz/run.sh SEEDS [SECONDS] [WORK]
# SEEDS is a folder of feed files; findings stay in WORK, whose corpus grows from run to run.
set -eu
seeds=$1 seconds=${2:-600} work=${3:-.build/fuzz}
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$work/corpus"
work=$(cd "$work" && pwd)
if [ ! -x "$work/feed" ] || [ -n "$(find "$here/Sources/FeedParsing" -newer "$work/feed" -name '*.swift')" ]; then
  flags="-O -wmo -parse-as-library -swift-version 6 -sanitize=fuzzer,address"
  flags="$flags -I $work -I $here/Sources/CLibXML2 $(xml2-config --cflags | sed 's/-I/-Xcc -I/g')"
  swiftc $flags -emit-module -emit-module-path "$work/JSONText.swiftmodule" -module-name JSONText \
    -c -o "$work/JSONText.o" "$here"/Sources/JSONText/*.swift
  swiftc $flags -emit-module -emit-module-path "$work/FeedParsing.swiftmodule" \
    -module-name FeedParsing -c -o "$work/FeedParsing.o" \
    $(find "$here/Sources/FeedParsing" -name '*.swift')
  swiftc $flags -module-name FeedFuzz "$here/Fuzz/FeedFuzz.swift" \
    "$work/FeedParsing.o" "$work/JSONText.o" -lxml2 -o "$work/feed"
fi
cd "$work"
exec ./feed -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
  -detect_leaks=1 "$work/corpus" "$seeds"
